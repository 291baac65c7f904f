import type { Control, ControlId } from '../../controls/control';
import type { DefinitionReference } from '../../controls/guardrails/initiative';
import { armType } from '../../controls/provider/arm';
import type { Attested } from '../profile/attestations';
import { questionsOf } from '../questions-of';
import type { Decided } from './decided';

/** What is known besides the entry of a control. */
export interface Holding {
  readonly decided: Decided;
  readonly attested: ReadonlyMap<ControlId, Attested>;
  /** Definitions of Azure Policy, by control; empty where it holds nothing here. */
  readonly policies: ReadonlyMap<ControlId, readonly DefinitionReference[]>;
}

/** How a control is held here, in sentences: who or what looks, what is changed, what refuses. */
export function heldBy(control: Control, { decided, attested, policies }: Holding): readonly string[] {
  const policy = policyText(policies.get(control.id) ?? []);
  if (control.manual) return [attestationText(attested.get(control.id), control.manual.every), ...policy];
  const isLive = control.resources.some((type) => armType(type) !== undefined);
  return [isLive ? 'Checked in code and in Azure.' : 'Checked in code.', ...fixText(control, decided), ...policy];
}

function attestationText(each: Attested | undefined, every: string): string {
  const { attestation, state } = each ?? {};
  if (!attestation) return `A person checks it every ${every}: not attested yet.`;
  const { by, on, next, evidence } = attestation;
  const due = state === 'overdue' ? `, overdue since ${next}` : `, the next time by ${next}`;
  return `A person checks it every ${every}: ${by} did on ${on} (${evidence})${due}.`;
}

function fixText(control: Control, { parameters }: Decided): readonly string[] {
  const { fix } = control;
  if (!fix || control.retired) return control.retired ? [control.retired] : [];
  if (fix.advice) return ['The plan says what to do.'];
  if (fix.impact === 'replaces' || fix.impact === 'irreversible')
    return [`The plan changes it when asked by name (--allow ${fix.impact}).`];
  const open = questionsOf(control).filter((name) => parameters[name] === undefined);
  return [
    open.length
      ? `The plan changes what deviates; it may ask for ${open.join(', ')}.`
      : 'The plan changes what deviates.',
  ];
}

function policyText(references: readonly DefinitionReference[]): readonly string[] {
  if (!references.length) return [];
  const refuses = references.some(({ effect }) => effect === 'Deny');
  return [refuses ? 'Azure Policy refuses what deviates.' : 'Azure Policy reports what deviates.'];
}
