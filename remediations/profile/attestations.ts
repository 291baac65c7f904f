import { asksFor, type Control, type ControlId } from '../../controls/control';
import { controls } from '../../controls/index';
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
export const isAttested = ({ state }: Attested): boolean => state === 'attested' || state === 'due soon';
