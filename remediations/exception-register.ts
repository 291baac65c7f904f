import { include } from '../controls/append';
import { checkScan, type LiveGroup } from './azure/check-scan';
import { type CheckResult, check, type Group } from './check';
import { doubtsOf, isForEverything } from './profile/breadth';
import {
  daysUntil,
  type Exception,
  exceptionsIn,
  isExpired,
  isSoon,
  type ProfileException,
} from './profile/exceptions';
import type { Profile } from './profile/profile';

/** `not allowed`: nothing is excepted from the control. */
export type ExceptionState = 'in force' | 'ends soon' | 'ended' | 'fits nothing' | 'too broad' | 'not allowed';
/** What somebody has to do something about. */
export const WRONG: readonly ExceptionState[] = ['ended', 'fits nothing', 'too broad', 'not allowed'];

/** An exception with how long it lasts and what it is used for. */
export interface RegisterEntry {
  readonly control: string;
  /** What it is for: patterns of the profile, or the resource that says it of itself. */
  readonly for: Readonly<Record<string, string>>;
  readonly exception: Exception;
  /** Days until it is over; negative where it is. */
  readonly days: number;
  readonly state: ExceptionState;
  /** Why somebody should look at it again. */
  readonly doubts?: readonly string[];
  /** Whose file beside the profile it stands in. */
  readonly team?: string;
  /** Resources that deviate, or may, and are excepted by it; absent where neither code nor a scan was looked at. */
  readonly covers?: number;
}

/** What exceptions are held against. */
export interface Looked {
  readonly today: string;
  readonly roots?: readonly Group[];
  readonly live?: readonly LiveGroup[];
}

/** Every exception of the profile, and those that the code says of itself; what ends first first. */
export function exceptionRegister(
  profile: Pick<Profile, 'exceptions' | 'noExceptions' | 'on'>,
  { today, roots, live }: Looked,
): RegisterEntry[] {
  const { exceptions: given, noExceptions, on } = profile;
  const exceptions = exceptionsIn(profile);
  const how = { level: 2, on, exceptions, today } as const;
  const results: CheckResult[] = [];
  if (roots) results.push(check(roots, how));
  if (live) results.push(checkScan(live, how));
  const covered = new Map<Exception, Set<string>>();
  const own: RegisterEntry[] = [];
  for (const { deviating, unknown, excepted } of results)
    for (const { control, address, exception } of [...deviating, ...unknown, ...excepted]) {
      if (!exception) continue;
      const isOwn = !given.some((each) => each === exception);
      if (isOwn && !covered.has(exception))
        own.push(entry(control.id, { address }, exception, today, { covers: 1, isUsed: true }));
      include(covered, exception, address);
    }
  const looked = results.length > 0;
  const unused = new Set(looked ? exceptions.unused() : []);
  const listed = given.map((each): RegisterEntry => {
    const covers = covered.get(each)?.size ?? 0;
    const known = { ...(looked ? { covers } : {}), isUsed: !unused.has(each) };
    const made = entry(each.control, subjectOf(each), each, today, known);
    const doubts = doubtsOf(each, today, covers);
    const isOver = made.state === 'ended' || made.state === 'fits nothing';
    const state = noExceptions.has(each.control)
      ? 'not allowed'
      : isForEverything(each) && !isOver
        ? 'too broad'
        : made.state;
    return { ...made, state, ...(doubts.length ? { doubts } : {}), ...(each.team ? { team: each.team } : {}) };
  });
  for (const { control, address, exception } of exceptions.refused())
    if (!given.some((each) => each === exception))
      own.push({ ...entry(control, { address }, exception, today, { covers: 0, isUsed: true }), state: 'not allowed' });
  return [...listed, ...own].sort((a, b) => (a.exception.until < b.exception.until ? -1 : 1));
}

function entry(
  control: string,
  subject: RegisterEntry['for'],
  { reason, owner, until, ticket }: Exception,
  today: string,
  { covers, isUsed }: { readonly covers?: number; readonly isUsed: boolean },
): RegisterEntry {
  const exception = { reason, owner, until, ...(ticket ? { ticket } : {}) };
  const days = daysUntil(until, today);
  const state = isExpired(exception, today)
    ? 'ended'
    : !isUsed
      ? 'fits nothing'
      : isSoon(until, today)
        ? 'ends soon'
        : 'in force';
  return { control, for: subject, exception, days, state, ...(covers === undefined ? {} : { covers }) };
}

function subjectOf({ address, arm, path, tags }: ProfileException): RegisterEntry['for'] {
  const tag = Object.entries(tags ?? {}).map(([name, value]) => [`tag ${name}`, value] as const);
  return Object.fromEntries([
    ...(address ? [['address', address]] : []),
    ...(arm ? [['arm', arm]] : []),
    ...(path ? [['path', path]] : []),
    ...tag,
  ]);
}

/** What an entry is for, in words. */
export const subjectText = (subject: RegisterEntry['for']): string =>
  Object.entries(subject)
    .map(([name, text]) => (name === 'address' ? text : `${name} ${text}`))
    .join(', ');

/** The same of an exception. */
export const exceptionFor = (exception: ProfileException): string => subjectText(subjectOf(exception));
