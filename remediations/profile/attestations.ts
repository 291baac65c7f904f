import { asksFor, type Control, type ControlId } from '../../controls/control';
import { controls } from '../../controls/index';
import { askedBy, sectionOf } from '../../controls/sections';
import { isSoon } from './exceptions';

/** What a person has seen to that no tool can check. */
export interface Attestation {
  readonly control: ControlId;
  readonly by: string;
  /** The day it was looked at, `2026-11-26`. */
  readonly on: string;
  /** Where the evidence is kept. */
  readonly evidence: string;
  /** The day by which it is looked at again. */
  readonly next: string;
}

export type AttestationState = 'attested' | 'due soon' | 'overdue' | 'missing';

/** A control that a person sees to, and its latest attestation. */
export interface Attested {
  readonly control: Control;
  readonly attestation?: Attestation;
  readonly state: AttestationState;
}

/** Every control of the level that no tool can check, what is missing first, then what is due first. */
export function attested(
  given: readonly Attestation[],
  {
    level,
    off,
    today,
  }: { readonly level: 1 | 2; readonly off?: ReadonlyMap<ControlId, string>; readonly today: string },
): Attested[] {
  const latest = new Map<ControlId, Attestation>();
  for (const each of given) {
    const known = latest.get(each.control);
    if (!known || each.on > known.on) latest.set(each.control, each);
  }
  return controls
    .filter((control) => control.manual && asksFor(level, control) && !off?.has(control.id))
    .map((control): Attested => {
      const attestation = latest.get(control.id);
      if (!attestation) return { control, state: 'missing' };
      const { next } = attestation;
      const state = next < today ? 'overdue' : isSoon(next, today) ? 'due soon' : 'attested';
      return { control, attestation, state };
    })
    .sort((a, b) => ((a.attestation?.next ?? '') < (b.attestation?.next ?? '') ? -1 : 1));
}

/** What counts: looked at, and not to be looked at again by now. */
const isAttested = ({ state }: Attested): boolean => state === 'attested' || state === 'due soon';

/** How many are attested, and how many there are. */
export interface Share {
  readonly done: number;
  readonly of: number;
}
export type ShareBy = Readonly<Record<string, Share>>;

export interface AttestedCounts extends Share {
  /** By the slug of the section; missing, as what follows, in lines written before. */
  readonly sections?: ShareBy;
  readonly levels?: ShareBy;
  /** Ids of those that are attested. */
  readonly controls?: readonly string[];
}

export function attestedCounts(all: readonly Attested[]): AttestedCounts {
  const done = all.filter(isAttested);
  const shares = (nameOf: (control: Control) => string): ShareBy => {
    const names = [...new Set(all.map(({ control }) => nameOf(control)))].sort();
    const count = (of: readonly Attested[], name: string) =>
      of.filter(({ control }) => nameOf(control) === name).length;
    return Object.fromEntries(names.map((name) => [name, { done: count(done, name), of: count(all, name) }]));
  };
  return {
    done: done.length,
    of: all.length,
    sections: shares((control) => sectionOf(control).slug),
    levels: shares(askedBy),
    controls: done.map(({ control }) => control.id).sort(),
  };
}
