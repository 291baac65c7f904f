import type { ControlId } from '../../controls/control';
import { LADDER, type Rung } from '../../controls/guardrails/initiative';
import { controlById } from '../../controls/index';
import { UserError } from '../errors';
import { fields } from './members';

/** Where Azure Policy holds the baseline, and how strictly. */
export interface GuardrailChoice {
  readonly subscription?: string;
  readonly managementGroup?: string;
  readonly effect?: Rung;
  /** Controls that refuse already. */
  readonly deny?: readonly ControlId[];
}

/** Where that is, in words. */
export const scopeText = ({
  subscription,
  managementGroup,
}: Pick<GuardrailChoice, 'subscription' | 'managementGroup'>) =>
  managementGroup ? `management group ${managementGroup}` : `subscription ${subscription ?? '(not named)'}`;

export const GUARDRAIL_CHOICE = {
  subscription: { type: 'string', minLength: 1, description: 'Id of the subscription that they are assigned to.' },
  managementGroup: { type: 'string', minLength: 1, description: 'Or name of the management group.' },
  effect: { enum: LADDER, description: 'audit reports what deviates, deny refuses it where that can be.' },
} as const;

/** The `guardrails` of a profile; mistakes name the place, what is allowed and what to do. */
export function readGuardrailChoice(value: unknown, place: string): GuardrailChoice {
  const given = fields(value, place, [...Object.keys(GUARDRAIL_CHOICE), 'deny']);
  const { subscription, managementGroup, effect, deny } = given;
  for (const [name, each] of Object.entries({ subscription, managementGroup }))
    if (each !== undefined && (typeof each !== 'string' || each.trim() === ''))
      throw new UserError(`${place}, ${name}: ${JSON.stringify(each)}`, 'Give a text.');
  if (subscription !== undefined && managementGroup !== undefined)
    throw new UserError(`${place}: subscription and managementGroup`, 'Name one of both.');
  if (effect !== undefined && !LADDER.some((each) => each === effect))
    throw new UserError(`${place}, effect: ${JSON.stringify(effect)}`, `Allowed: ${LADDER.join(', ')}.`);
  if (deny !== undefined && !Array.isArray(deny)) throw new UserError(`${place}, deny must be a list of controls`);
  const unknown = (deny as unknown[] | undefined)?.find((id) => typeof id !== 'string' || !controlById(id));
  if (unknown !== undefined)
    throw new UserError(`${place}, deny: no control ${JSON.stringify(unknown)}`, 'plumbline controls lists them.');
  return given as GuardrailChoice;
}
