import type { ControlId } from '../../controls/control';
import { type CheckOptions, notDeclared, verdicts } from '../check';
import { subscriptionOf } from '../findings/arm-id';
import type { States } from '../locate/states';
import { criticalityOf } from '../priority';
import type { Criticality, CriticalityRule } from '../profile/profile';
import { type Kind, kindOf, scoreOf, worse } from '../score';
import type { ArmObject, Scan, Subscription } from './arm-object';
import type { LiveGroup } from './check-scan';
import { withSubnets } from './derived';
import type { LiveResource } from './live-resources';
import { Owners } from './owners';

export const INVENTORY_SCHEMA = 'azure-plumbline/inventory-1';

/** What the controls say of one resource; ids of controls in their order, each once. An exception is not compliance. */
export interface Judged {
  readonly compliant: readonly ControlId[];
  readonly deviating: readonly ControlId[];
  /** What would deviate or could not be told, and somebody answers for it. */
  readonly excepted: readonly ControlId[];
  readonly unknown: readonly ControlId[];
  /** Share of what is compliant, 0 to 1, of all that could be told; absent where nothing could. */
  readonly score?: number;
}

/** Something that stands in Azure under an id of its own. */
export interface Asset {
  readonly id: string;
  /** Type in Azure. */
  readonly type: string;
  readonly name: string;
  readonly subscription: string;
  readonly resourceGroup?: string;
  readonly location?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly criticality: Criticality;
  /** What the tag `owner` says, whatever its case: its own, else that of the resource group, else of the subscription. */
  readonly owner?: string;
  /** Where Terraform has it; null: in none of the states that were given. Absent where none was given. */
  readonly terraform?: { readonly address: string; readonly state: string } | null;
  /** Absent where no control of the level is about it. */
  readonly controls?: Judged;
}

export interface Inventory {
  readonly schema: typeof INVENTORY_SCHEMA;
  /** When Azure was read. */
  readonly readAt: string;
  readonly level: 1 | 2;
  readonly total: {
    readonly assets: number;
    readonly inTerraform?: number;
    readonly compliant: number;
    readonly deviating: number;
    readonly excepted: number;
    readonly unknown: number;
    readonly score?: number;
    /** Things that could not be read: the list may have gaps. */
    readonly unread: number;
  };
  readonly subscriptions: readonly (Subscription & {
    /** Controls that ask for something which the subscription does not have at all, such as an alert. */
    readonly lacking: readonly ControlId[];
  })[];
  readonly assets: readonly Asset[];
}

export interface InventoryOptions extends Omit<CheckOptions, 'owns'> {
  readonly criticality: readonly CriticalityRule[];
  readonly states?: States;
}

/** The asset inventory: all that has a place or tags of its own, or that a control is about, sorted by id. */
export function inventoryOf(scan: Scan, groups: readonly LiveGroup[], options: InventoryOptions): Inventory {
  const live = new Map<string, LiveAsset>();
  for (const group of groups) judgeGroup(group, options, live);
  const owners = new Owners(scan.objects);
  const assets = withSubnets(scan.objects).flatMap((object) => {
    const asset = assetOf(object, live.get(object.id.toLowerCase()), options);
    const owner = asset && owners.of(object.id);
    return asset ? [{ ...asset, ...(owner ? { owner } : {}) }] : [];
  });
  const subscriptions = scan.subscriptions.map((each) => ({ ...each, lacking: lackingIn(each, groups, options) }));
  const count = (kind: Kind) => assets.reduce((total, { controls }) => total + (controls?.[kind].length ?? 0), 0);
  const lacking = subscriptions.reduce((total, each) => total + each.lacking.length, 0);
  const counts = {
    compliant: count('compliant'),
    deviating: count('deviating') + lacking,
    excepted: count('excepted'),
    unknown: count('unknown'),
  };
  const inTerraform = options.states && { inTerraform: assets.filter(({ terraform }) => terraform).length };
  return {
    schema: INVENTORY_SCHEMA,
    readAt: scan.readAt,
    level: options.level,
    total: { assets: assets.length, ...inTerraform, ...counts, ...scored(counts), unread: scan.unread.length },
    subscriptions,
    assets: assets.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** What the normal forms of one object say together: an object may be several resources of Terraform. */
interface LiveAsset {
  readonly resources: LiveResource[];
  readonly verdicts: Map<ControlId, Kind>;
}

function judgeGroup(group: LiveGroup, options: InventoryOptions, live: Map<string, LiveAsset>): void {
  for (const resource of group.resources) {
    const id = resource.object.id.toLowerCase();
    const asset: LiveAsset = live.get(id) ?? { resources: [], verdicts: new Map() };
    asset.resources.push(resource);
    live.set(id, asset);
  }
  for (const { resource, control, verdict, isExcepted } of verdicts(group, options)) {
    const kind = kindOf(verdict, isExcepted);
    const before = live.get(resource.object.id.toLowerCase())?.verdicts;
    if (kind) before?.set(control.id, worse(before.get(control.id), kind));
  }
}

function assetOf(object: ArmObject, live: LiveAsset | undefined, options: InventoryOptions): Asset | undefined {
  const { id, type, name, location, tags } = object;
  const hasVerdicts = live !== undefined && live.verdicts.size > 0;
  if (location === undefined && tags === undefined && !hasVerdicts) return undefined;
  const group = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];
  const attributes = { name, ...(tags ? { tags } : {}) };
  return {
    id,
    type,
    name,
    subscription: subscriptionOf(id),
    ...(group ? { resourceGroup: group } : {}),
    ...(location ? { location } : {}),
    tags: tags ?? {},
    criticality: criticalityOf({ attributes }, options.criticality),
    ...(options.states ? { terraform: ownerIn(options.states, id, live) } : {}),
    ...(hasVerdicts ? { controls: judgedOf(live.verdicts) } : {}),
  };
}

function ownerIn(states: States, id: string, live: LiveAsset | undefined): Asset['terraform'] {
  const [owned] = states.owners(id, new Set(live?.resources.map(({ type }) => type)));
  return owned ? { address: owned.address, state: owned.source } : null;
}

function judgedOf(verdicts: ReadonlyMap<ControlId, Kind>): Judged {
  const of = (kind: Kind) => [...verdicts].flatMap(([control, each]) => (each === kind ? [control] : []));
  const lists = {
    compliant: of('compliant'),
    deviating: of('deviating'),
    excepted: of('excepted'),
    unknown: of('unknown'),
  };
  const [compliant, deviating, excepted] = [lists.compliant, lists.deviating, lists.excepted].map(
    ({ length }) => length,
  );
  return { ...lists, ...scored({ compliant, deviating, excepted }) };
}

function scored(counts: Parameters<typeof scoreOf>[0]): { score?: number } {
  const score = scoreOf(counts);
  return score === undefined ? {} : { score };
}

function lackingIn(
  { id }: Subscription,
  groups: readonly LiveGroup[],
  { level, only, off }: InventoryOptions,
): ControlId[] {
  const group = groups.find(({ subscription }) => subscription === id.toLowerCase());
  if (!group?.isWhole) return [];
  const rows = notDeclared([group], 'subscription', level, only);
  return rows.flatMap(({ control }) => (only || !off?.has(control.id) ? [control.id] : []));
}
