import { createHash } from 'node:crypto';
import type { Control } from '../controls/control';
import { SECTIONS, sectionOf } from '../controls/sections';
import type { Verdict } from '../controls/verdict';
import { type CheckOptions, type Group, notDeclared, type Owned, verdicts } from './check';

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
const NONE = { compliant: 0, excepted: 0, unknown: 0, deviating: 0 };

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
  readonly sections: Readonly<Record<string, Counts>>;
  /** What deviates, sorted: the control and ten digits that stand for the resource, the same in every run. */
  readonly open: readonly string[];
}

interface Told {
  readonly control: Control;
  readonly subject: string;
  readonly kind: Kind;
}

/** Groups that together are all there is of a subscription or tenant: what they lack deviates. */
export interface Whole {
  readonly groups: readonly Group[];
  readonly scope: Owned;
  readonly name: string;
}

/** @param groups by what each is told from the others: a root module; '' where addresses are ids of Azure */
export function standing(
  groups: readonly (readonly [name: string, group: Group])[],
  options: CheckOptions,
  wholes: readonly Whole[] = [],
): Standing {
  const told = new Map<string, Told>();
  const take = (control: Control, subject: string, kind: Kind) => {
    const key = `${control.id} ${subject.toLowerCase()}`;
    told.set(key, { control, subject, kind: worse(told.get(key)?.kind, kind) });
  };
  for (const [name, group] of groups)
    for (const { resource, control, verdict, isExcepted } of verdicts(group, options)) {
      const kind = kindOf(verdict, isExcepted);
      if (kind) take(control, `${name} ${resource.address}`, kind);
    }
  const { level, only, off } = options;
  for (const whole of wholes)
    for (const { control, address } of notDeclared(whole.groups, whole.scope, level, only))
      if (!off?.has(control.id)) take(control, `${whole.name} ${address}`, 'deviating');
  const all = [...told.values()];
  return {
    total: counted(all),
    sections: Object.fromEntries(
      SECTIONS.flatMap(({ slug }) => {
        const own = all.filter(({ control }) => sectionOf(control).slug === slug);
        return own.length ? [[slug, counted(own)]] : [];
      }),
    ),
    open: all.flatMap((each) => (each.kind === 'deviating' ? fingerprint(each) : [])).sort(),
  };
}

function counted(all: readonly Told[]): Counts {
  const counts = { ...NONE };
  for (const { kind } of all) counts[kind]++;
  return counts;
}

const fingerprint = ({ control, subject }: Told): string =>
  `${control.id}:${createHash('sha256').update(subject.toLowerCase()).digest('hex').slice(0, 10)}`;
