import { append } from '../../controls/append';
import type { ControlId } from '../../controls/control';
import { type DefinitionReference, guardrails } from '../../controls/guardrails/initiative';
import type { Inventory } from '../azure/inventory';
import { attested } from '../profile/attestations';
import type { Standing } from '../score';
import type { BaselineDocument } from './blocks';
import { controlBlocks } from './controls-part';
import type { Decided } from './decided';
import { decisionBlocks, exceptionBlocks, parameterBlocks } from './decisions-part';
import { headBlocks, recordBlocks } from './head-part';
import type { Holding } from './held';
import { inventoryBlocks } from './inventory-part';
import { attestationBlocks, ownerBlocks } from './people-part';
import type { Published } from './published';
import { standingBlocks } from './standing-part';

/** What a version is shown with: how things stand on the day. */
export interface Shown {
  readonly today: string;
  /** What was looked at, in words; absent where nothing was. */
  readonly looked?: string;
  readonly standing?: Standing;
  readonly inventory?: Inventory;
}

/** The publishable document of a baseline. */
export function baselineDocument(published: Published, shown: Shown): BaselineDocument {
  const { decided } = published;
  const { level, off } = decided;
  const people = attested(decided.attestations, { level, off: new Map(Object.entries(off)), today: shown.today });
  const holding: Holding = {
    decided,
    attested: new Map(people.map((each) => [each.control.id, each])),
    policies: policiesOf(decided),
  };
  return {
    title: decided.title ?? 'Azure security baseline',
    blocks: [
      ...headBlocks(published, shown),
      ...standingBlocks(shown, people),
      ...controlBlocks(holding, shown.standing),
      ...decisionBlocks(decided),
      ...parameterBlocks(decided),
      ...exceptionBlocks(decided, shown.today),
      ...attestationBlocks(people),
      ...(shown.inventory ? inventoryBlocks(shown.inventory) : []),
      ...ownerBlocks(decided),
      ...recordBlocks(published),
    ],
  };
}

/** Definitions of Azure Policy by control, where the baseline says that it is held so. */
function policiesOf({ guardrails: choice, level, on, off }: Decided): Map<ControlId, DefinitionReference[]> {
  const byControl = new Map<ControlId, DefinitionReference[]>();
  if (!choice) return byControl;
  const { effect = 'audit', deny = [] } = choice;
  const held = guardrails({
    level,
    effect,
    on: new Set(on),
    off: new Set(Object.keys(off)),
    deny: new Set(deny),
  });
  for (const { references } of held.initiatives) for (const each of references) append(byControl, each.control, each);
  return byControl;
}
