import { createHash } from 'node:crypto';
import { append } from '../controls/append';
import type { Control } from '../controls/control';
import { askedBy, SECTIONS, sectionOf } from '../controls/sections';
import type { Verdict } from '../controls/verdict';
import { type CheckOptions, type Group, type Judged, notDeclared, type Owned, verdicts } from './check';
import { printable } from './findings/json';

/** How a resource stands to a control. An exception is not compliance. */
export type Kind = 'compliant' | 'excepted' | 'unknown' | 'deviating';
/** Of several answers about one thing the worst counts: later ones here are worse. */
export const KINDS: readonly Kind[] = ['compliant', 'excepted', 'unknown', 'deviating'];
export const worse = (one: Kind | undefined, other: Kind): Kind =>
  one !== undefined && KINDS.indexOf(one) > KINDS.indexOf(other) ? one : other;

/** Undefined where the control does not apply. */
export function kindOf({ answer }: Verdict, isExcepted: boolean): Kind | undefined {
  if (answer === 'not-applicable') return undefined;
  return isExcepted ? 'excepted' : ({ yes: 'compliant', no: 'deviating', unknown: 'unknown' } as const)[answer];
}

export type Counts = Readonly<Record<Kind, number>>;
export type CountsBy = Readonly<Record<string, Counts>>;
export const NONE: Counts = { compliant: 0, excepted: 0, unknown: 0, deviating: 0 };

/** Share of what is compliant of all that could be told, 0 to 1 in two digits; undefined where nothing could. */
export function scoreOf({ compliant, deviating, excepted }: Omit<Counts, 'unknown'>): number | undefined {
  const told = compliant + deviating + excepted;
  return told ? Math.floor((compliant / told) * 100) / 100 : undefined;
}

/** The score in points of a hundred. */
export function percentOf(counts: Counts): number | undefined {
  const score = scoreOf(counts);
  return score === undefined ? undefined : Math.round(score * 100);
}

/** How an estate stands: pairs of resource and control, each counted once. */
export interface Standing {
  readonly total: Counts;
  /** By the slug of the section. */
  readonly sections: CountsBy;
  /** By the id of the control. */
  readonly controls: CountsBy;
  /** By what asks for the control: `1`, `2`, `on request`. */
  readonly levels: CountsBy;
  /** By the tag `owner`; '' where there is none. */
  readonly owners: CountsBy;
  /** What deviates, sorted: the control and ten digits that stand for the resource, the same in every run. */
  readonly open: readonly string[];
}

interface Told {
  readonly control: Control;
  readonly subject: string;
  readonly owner: string;
  readonly kind: Kind;
}

export interface Part {
  /** What tells it from others: a root module; '' where addresses are ids of Azure. */
  readonly name: string;
  readonly group: Group;
  readonly ownerOf: (resource: Judged) => string | undefined;
}

/** Groups that together are all there is of a subscription or tenant: what they lack deviates. */
export interface Whole {
  readonly groups: readonly Group[];
  readonly scope: Owned;
  readonly name: string;
  readonly owner?: string;
}

export function standing(parts: readonly Part[], options: CheckOptions, wholes: readonly Whole[] = []): Standing {
  const told = new Map<string, Told>();
  const take = (control: Control, subject: string, owner: string | undefined, kind: Kind) => {
    const key = `${control.id} ${subject.toLowerCase()}`;
    told.set(key, { control, subject, owner: printable(owner ?? ''), kind: worse(told.get(key)?.kind, kind) });
  };
  for (const { name, group, ownerOf } of parts)
    for (const { resource, control, verdict, isExcepted } of verdicts(group, options)) {
      const kind = kindOf(verdict, isExcepted);
      if (kind) take(control, `${name} ${resource.address}`, ownerOf(resource), kind);
    }
  const { level, only, off } = options;
  for (const whole of wholes)
    for (const { control, address } of notDeclared(whole.groups, whole.scope, level, only))
      if (!off?.has(control.id)) take(control, `${whole.name} ${address}`, whole.owner, 'deviating');
  const all = [...told.values()];
  return {
    total: counted(all),
    sections: Object.fromEntries(
      SECTIONS.flatMap(({ slug }) => {
        const own = all.filter(({ control }) => sectionOf(control).slug === slug);
        return own.length ? [[slug, counted(own)]] : [];
      }),
    ),
    controls: countedBy(all, ({ control }) => control.id),
    levels: countedBy(all, ({ control }) => askedBy(control)),
    owners: countedBy(all, ({ owner }) => owner),
    open: all.flatMap((each) => (each.kind === 'deviating' ? fingerprint(each) : [])).sort(),
  };
}

function counted(all: readonly Told[]): Counts {
  const counts = { ...NONE };
  for (const { kind } of all) counts[kind]++;
  return counts;
}

function countedBy(all: readonly Told[], nameOf: (told: Told) => string): CountsBy {
  const groups = new Map<string, Told[]>();
  for (const each of all) append(groups, nameOf(each), each);
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => [name, counted(own)]),
  );
}

/** Names with their counts, those with most deviations first. */
export const mostOpen = (counts: CountsBy = {}): [name: string, counts: Counts][] =>
  Object.entries(counts).sort(([a, one], [b, other]) => other.deviating - one.deviating || (a < b ? -1 : 1));

const fingerprint = ({ control, subject }: Told): string =>
  `${control.id}:${createHash('sha256').update(subject.toLowerCase()).digest('hex').slice(0, 10)}`;
