import { append } from '../controls/append';
import { counted } from './counted';
import { UserError } from './errors';
import { at, compact, integer, list, printable, record, text, textAt } from './findings/json';
import type { AttestedCounts, Share } from './profile/attestations';
import { isDay } from './profile/exceptions';
import { type Counts, type CountsBy, KINDS, NONE, type Standing } from './score';

export const HISTORY_SCHEMA = 'azure-plumbline/history-1';

/** What lines of the first releases do not have. */
const LATER = ['controls', 'levels', 'owners'] as const;
type Later = (typeof LATER)[number];

/** How something stood on a day: one line of the history. */
export interface Snapshot extends Omit<Standing, Later>, Partial<Pick<Standing, Later>> {
  readonly day: string;
  /** What was judged, in the owner's word. */
  readonly of: string;
  readonly level: 1 | 2;
  /** Of the controls for a person: how many are attested, and how many there are. */
  readonly attested?: AttestedCounts;
}

/** One line, so that two branches that add one each can be merged. */
export function snapshotLine({ day, of, level, total, attested, sections, open, ...more }: Snapshot): string {
  const later = Object.fromEntries(LATER.map((name) => [name, more[name] && short(more[name])]));
  return `${JSON.stringify({ schema: HISTORY_SCHEMA, day, of, level, total, attested, sections, ...later, open })}\n`;
}

/** Without what is zero: a line has many of them. */
const short = (counts: CountsBy) =>
  Object.fromEntries(
    Object.entries(counts).map(([name, each]) => [
      name,
      Object.fromEntries(Object.entries(each).filter(([, count]) => count)),
    ]),
  );

/** @throws UserError with the line that is none */
export function readHistory(text: string, source: string): Snapshot[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const snapshot = snapshotIn(line);
    if (!snapshot)
      throw new UserError(
        `${source}:${i + 1}: no line of a history`,
        'plumbline track writes one line for each run. Where two were merged by hand, take the marks of git out.',
      );
    return [snapshot];
  });
}

function snapshotIn(line: string): Snapshot | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return undefined;
  }
  const [day, of, level] = [textAt(json, 'day'), textAt(json, 'of'), integer(at(json, 'level'))];
  const total = countsIn(at(json, 'total'));
  if (textAt(json, 'schema') !== HISTORY_SCHEMA || !day || !isDay(day) || !of || !total) return undefined;
  if (level !== 1 && level !== 2) return undefined;
  const sections = byName(at(json, 'sections'), countsIn) ?? {};
  const open = list(at(json, 'open')).filter((each): each is string => typeof each === 'string');
  const attested = attestedIn(at(json, 'attested'));
  const later = LATER.map((name) => [name, byName(at(json, name), (each) => countsIn({ ...NONE, ...record(each) }))]);
  return compact<Snapshot>({ day, of, level, total, attested, sections, ...Object.fromEntries(later), open });
}

function byName<T>(json: unknown, read: (each: unknown) => T | undefined): Record<string, T> | undefined {
  const members = record(json);
  if (!members) return undefined;
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, each]) => {
      const found = read(each);
      return found === undefined ? [] : [[printable(name), found] as const];
    }),
  );
}

function attestedIn(json: unknown): AttestedCounts | undefined {
  const share = shareIn(json);
  const ids = at(json, 'controls');
  return (
    share && {
      ...share,
      ...compact({
        sections: byName(at(json, 'sections'), shareIn),
        levels: byName(at(json, 'levels'), shareIn),
        controls: Array.isArray(ids) ? ids.flatMap((id) => text(id) ?? []) : undefined,
      }),
    }
  );
}

function shareIn(json: unknown): Share | undefined {
  const [done, of] = [integer(at(json, 'done')), integer(at(json, 'of'))];
  return done === undefined || of === undefined ? undefined : { done, of };
}

function countsIn(json: unknown): Counts | undefined {
  const counts = KINDS.map((kind) => [kind, integer(at(json, kind))] as const);
  if (counts.some(([, count]) => count === undefined || count < 0)) return undefined;
  return Object.fromEntries(counts) as unknown as Counts;
}

/** Entries of one thing at one level, the oldest first, under a name for people. */
export function seriesOf(all: readonly Snapshot[]): readonly (readonly [name: string, entries: readonly Snapshot[]])[] {
  const series = new Map<string, Snapshot[]>();
  for (const each of all) append(series, `${each.of}, level ${each.level}`, each);
  return [...series].map(([name, entries]) => [name, entries.sort((a, b) => (a.day < b.day ? -1 : 1))] as const);
}

/** What came and what went between two snapshots: controls with how often each, the most frequent first. */
export interface Moved {
  readonly fresh: ReadonlyMap<string, number>;
  readonly resolved: ReadonlyMap<string, number>;
}

export function movedBetween(before: Pick<Standing, 'open'>, now: Pick<Standing, 'open'>): Moved {
  const [old, open] = [new Set(before.open), new Set(now.open)];
  return {
    fresh: byControl(now.open.filter((each) => !old.has(each))),
    resolved: byControl(before.open.filter((each) => !open.has(each))),
  };
}

const byControl = (fingerprints: readonly string[]): ReadonlyMap<string, number> =>
  new Map(counted(fingerprints.map((each) => each.slice(0, each.lastIndexOf(':')))));
