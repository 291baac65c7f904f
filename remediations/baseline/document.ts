import { append } from '../../controls/append';
import type { ControlId } from '../../controls/control';
import { type DefinitionReference, guardrails } from '../../controls/guardrails/initiative';
import type { Inventory } from '../azure/inventory';
import { exceptionRegister, type RegisterEntry } from '../exception-register';
import type { Snapshot } from '../history';
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
import { historyBlocks, standingBlocks } from './standing-part';

/** What a version is shown with: how things stand on the day. */
export interface Shown {
  readonly today: string;
  /** The code that was looked at. */
  readonly code?: { readonly name: string; readonly resources: number };
  /** What stands in Azure. */
  readonly inventory?: Inventory;
  /** How all that was looked at stands. */
  readonly standing?: Standing;
  /** How it stood on the days that were tracked. */
  readonly history?: readonly Snapshot[];
  /** Exceptions as they fit what was looked at, with those that the code says of itself. */
  readonly register?: readonly RegisterEntry[];
}

/** The publishable document of a baseline. */
export function baselineDocument(published: Published, shown: Shown): BaselineDocument {
  const { decided } = published;
  const { level, off } = decided;
  const people = attested(decided.attestations, { level, off: new Map(Object.entries(off)), today: shown.today });
  const register =
    shown.register ??
    exceptionRegister(
      { ...decided, noExceptions: new Set(decided.noExceptions), on: new Set(decided.on) },
      { today: shown.today },
    );
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
      ...historyBlocks(shown.history ?? []),
      ...controlBlocks(holding, register, shown.standing),
      ...decisionBlocks(decided),
      ...parameterBlocks(decided),
      ...exceptionBlocks(register),
      ...attestationBlocks(people),
      ...(shown.inventory ? inventoryBlocks(shown.inventory) : []),
      ...ownerBlocks(decided, register),
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
