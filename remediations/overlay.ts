import { createHash } from 'node:crypto';
import { additionOf } from '../controls/companions';
import { type Ask, type Control, isAsk } from '../controls/control';
import { type Attributes, isList, isObject, isScalar, Reference, type Value } from '../controls/value';
import type { Answers } from './drafts';
import { armId, armKey, armParent, spellings } from './findings/arm-id';
import type { Finding } from './findings/finding';
import type { Unplanned, UnplannedReason } from './plan-types';
import type { Questions } from './questions';

/** A resource that stands in no code: the smallest Terraform that changes it, for a remediation stack. */
export interface Overlay {
  readonly armId: string;
  readonly strategy: 'separate';
  readonly type: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly ignore: readonly string[];
  readonly onDestroy: string;
}

export interface OverlayChange {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly Control[];
  readonly findings: readonly Finding[];
  readonly overlay: Overlay;
}

/** ARM types that our controls judge, as azurerm insists on their spelling, with the Terraform type; by lower case. */
const TYPES: ReadonlyMap<string, readonly [arm: string, terraform: string]> = new Map(
  (
    [
      ['Microsoft.Storage/storageAccounts', 'azurerm_storage_account'],
      ['Microsoft.KeyVault/vaults', 'azurerm_key_vault'],
      ['Microsoft.Network/networkSecurityGroups', 'azurerm_network_security_group'],
    ] as const
  ).map((types) => [types[0].toLowerCase(), types]),
);

/** A finding about a resource in Azure that stands in no code here. */
export interface LiveCase {
  readonly finding: Finding;
  readonly arm: ArmResource;
  readonly controls: readonly Control[];
}

export interface ArmResource {
  readonly id: string;
  readonly type: string | undefined;
  readonly name: string;
  readonly resourceGroup: string;
}

const ARM_ID = /^\/subscriptions\/([0-9a-f-]+)\/resourceGroups\/([\w.()-]+)\/providers\/([\w.]+\/\w+)\/([\w.()-]+)$/i;

/**
 * The resource in a resource group that an id names, or of which it names a part, such as the blob service of an account;
 * undefined for anything else.
 */
export function parseArmId(given: string): ArmResource | undefined {
  for (let id = armId(given); id !== undefined; id = armParent(id)) {
    const match = ARM_ID.exec(id);
    if (!match) continue;
    const [, subscription, resourceGroup, type, name] = match;
    const [spelled, terraform] = TYPES.get(type.toLowerCase()) ?? [type, undefined];
    const group = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
    return { id: `${group}/providers/${spelled}/${name}`, type: terraform, name, resourceGroup };
  }
  return undefined;
}

/** A separate resource that meets the control for a live resource; else why this cannot be planned from its id alone. */
export function overlayFor(
  control: Control,
  arm: ArmResource,
  answers: Answers,
): Overlay | { readonly reason: UnplannedReason; readonly note: string; readonly asks?: readonly Ask[] } {
  const companion = control.companions?.find(({ add }) => add && !add.beside);
  if (!companion)
    return {
      reason: 'not-found',
      note: `${arm.name} stands in no code here, and ${control.id} needs its present settings`,
    };
  const { type, label, attributes: wanted } = additionOf(companion);
  const open = Object.values(wanted).filter((value) => isAsk(value) && answers[value.parameter] === undefined) as Ask[];
  if (open.length) return { reason: 'needs-answer', note: open[0].question, asks: open };
  const given = Object.entries(wanted).map(([name, value]) => [name, isAsk(value) ? answers[value.parameter] : value]);
  const attributes = live(Object.fromEntries(given) as Attributes, arm);
  if (attributes === undefined)
    return { reason: 'not-found', note: `${arm.name} stands in no code here, and its location is not known` };
  const hash = createHash('sha256').update(arm.id.toLowerCase()).digest('hex').slice(0, 6);
  return {
    armId: arm.id,
    strategy: 'separate',
    type,
    name: `${arm.name.toLowerCase()}_${label}_${hash}`.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_'),
    attributes: attributes as Record<string, unknown>,
    ignore: [],
    onDestroy: `the ${type} is removed and ${control.id} fails again`,
  };
}

/** Values with the live resource's id, name and resource group in place of references to it. */
function live(value: Value, arm: ArmResource): unknown {
  if (value instanceof Reference) {
    const known: Record<string, string> = { id: arm.id, name: arm.name, resource_group_name: arm.resourceGroup };
    const found = known[String(value.attribute[0])];
    return found === undefined ? undefined : found + value.suffix;
  }
  if (isScalar(value) || value === null) return value;
  const entries = isList(value)
    ? value.map((each, i) => [String(i), live(each, arm)] as const)
    : Object.entries(isObject(value) ? value : {}).map(([name, each]) => [name, live(each, arm)] as const);
  if (entries.some(([, each]) => each === undefined)) return undefined;
  return isList(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

/** Live resources: one overlay for each control and resource, however many findings name it. */
export function overlaysOf(
  live: readonly LiveCase[],
  answers: Answers,
  open: Map<Finding, Unplanned>,
  questions: Questions,
  exceptionOf: (control: Control, armId: string) => string | undefined,
): OverlayChange[] {
  const made = new Map<string, OverlayChange & { findings: Finding[] }>();
  const spelled = spellings(live.map(({ arm }) => arm.id));
  for (const { finding, arm: named, controls } of live)
    for (const control of controls) {
      const arm = parseArmId(spelled.get(armKey(named.id)) ?? named.id) ?? named;
      const excepted = exceptionOf(control, arm.id);
      if (excepted !== undefined) {
        open.set(finding, { finding, reason: 'excepted', note: excepted, control: control.id });
        continue;
      }
      const overlay = overlayFor(control, arm, answers);
      if ('reason' in overlay) {
        open.set(finding, { finding, reason: overlay.reason, note: overlay.note, control: control.id });
        for (const each of overlay.asks ?? []) questions.add(each, arm.id, control.id);
        continue;
      }
      const id = `${overlay.type}.${overlay.name}`;
      const known = made.get(id);
      if (known) known.findings.push(finding);
      else made.set(id, { id, title: control.title, controls: [control], findings: [finding], overlay });
    }
  return [...made.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
