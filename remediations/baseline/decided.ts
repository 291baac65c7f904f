import { BENCHMARK } from '../../controls/benchmarks';
import { asksFor, type Control, type ControlId } from '../../controls/control';
import { controls } from '../../controls/index';
import type { Value } from '../../controls/value';
import type { Attestation } from '../profile/attestations';
import type { BaselineFacts } from '../profile/baseline-facts';
import type { ProfileException } from '../profile/exceptions';
import type { GuardrailChoice } from '../profile/guardrail-choice';
import type { Profile } from '../profile/profile';

/** All that the owner of a baseline decides: what a version of the document publishes, and the next one is held against. */
export interface Decided extends BaselineFacts {
  readonly benchmark: string;
  readonly level: 1 | 2;
  /** Controls that are asked for, by id, sorted. */
  readonly controls: readonly ControlId[];
  /** Controls on request that are asked for. */
  readonly on: readonly ControlId[];
  /** Controls that do not count here, with the reason. */
  readonly off: Readonly<Record<ControlId, string>>;
  readonly noExceptions: readonly ControlId[];
  readonly parameters: Readonly<Record<string, Value>>;
  readonly exceptions: readonly ProfileException[];
  readonly attestations: readonly Attestation[];
  readonly guardrails?: GuardrailChoice;
}

/** Whether a control is part of the baseline. */
export const isAsked = (control: Control, level: 1 | 2, { on, off }: Pick<Profile, 'on' | 'off'>): boolean =>
  (asksFor(level, control) || on.has(control.id)) && !off.has(control.id);

export function decidedIn(profile: Profile, level: 1 | 2): Decided {
  const { baseline = {}, on, off, noExceptions, parameters, exceptions, attestations, guardrails } = profile;
  return {
    ...baseline,
    benchmark: BENCHMARK,
    level,
    controls: controls.flatMap((control) => (isAsked(control, level, profile) ? control.id : [])).sort(),
    on: [...on].sort(),
    off: Object.fromEntries([...off].sort(([a], [b]) => (a < b ? -1 : 1))),
    noExceptions: [...noExceptions].sort(),
    parameters: Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))),
    exceptions,
    attestations,
    ...(guardrails ? { guardrails } : {}),
  };
}
