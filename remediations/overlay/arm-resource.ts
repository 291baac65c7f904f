import { createHash } from 'node:crypto';
import { importIdForm, knownTypes } from '../../controls/provider/facts';
import { armId, armParent } from '../findings/arm-id';

/** What an id in Azure says by itself. */
export interface ArmResource {
  /** As azurerm spells it. */
  readonly id: string;
  /** Terraform types that have such an id; none where no control is about it. */
  readonly types: readonly string[];
  readonly name: string;
  readonly resourceGroup: string;
}

const IN_GROUP = /^\/subscriptions\/([0-9a-f-]+)\/resourceGroups\/([\w.()-]+)\/providers\/([\w.]+\/\w+)\/([\w.()-]+)$/i;
const FORM = /^\/subscriptions\/\{\w+\}\/resourceGroups\/\{\w+\}\/providers\/([^/]+\/[^/]+)\/\{\w+\}$/;

let byArm: ReadonlyMap<string, { readonly arm: string; readonly types: readonly string[] }> | undefined;

/** Terraform types of what stands in a resource group by itself, by the type in Azure in lower case. */
function known(): NonNullable<typeof byArm> {
  if (!byArm) {
    const made = new Map<string, { arm: string; types: string[] }>();
    for (const type of knownTypes()) {
      const arm = FORM.exec(importIdForm(type) ?? '')?.[1];
      if (arm === undefined) continue;
      const entry = made.get(arm.toLowerCase()) ?? { arm, types: [] };
      entry.types.push(type);
      made.set(arm.toLowerCase(), entry);
    }
    byArm = made;
  }
  return byArm;
}

/**
 * The resource in a resource group that an id names, or of which it names a part, such as the blob service of an account;
 * undefined for anything else.
 */
export function parseArmId(given: string): ArmResource | undefined {
  for (let id = armId(given); id !== undefined; id = armParent(id)) {
    const match = IN_GROUP.exec(id);
    if (!match) continue;
    const [, subscription, resourceGroup, type, name] = match;
    const { arm, types } = known().get(type.toLowerCase()) ?? { arm: type, types: [] };
    const group = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
    return { id: `${group}/providers/${arm}/${name}`, types, name, resourceGroup };
  }
  return undefined;
}

/** A name in a stack for what belongs to an id: readable, and different for every id. */
export function nameFor(id: string, label: string): string {
  const hash = createHash('sha256').update(id.toLowerCase()).digest('hex').slice(0, 6);
  const segments = id.split('/').slice(1);
  const providers = segments.findLastIndex((each) => each.toLowerCase() === 'providers');
  const from = providers < 0 ? segments.length : providers + 3;
  // Behind the type and the name of the resource, kinds and names of its parts.
  const name = segments.slice(from).join('_') || (segments.length === 2 ? 'subscription' : segments.at(-1)!);
  const parts = [name.toLowerCase(), ...(label ? [label] : []), hash].join('_');
  return parts.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
}
