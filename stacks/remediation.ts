import type { AzurermProviderConfig } from '@cdktf/provider-azurerm/lib/provider';
import { type App, AzurermBackend, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { azapi } from '../constructs/azapi';
import { mark } from '../constructs/marks';
import { escaped } from '../constructs/template';
import {
  addressOf,
  type Backend,
  type Json,
  PlanFileError,
  type PlannedChange,
  readBackend,
  readPlanFile,
} from './plan-file';
import { azurerm } from './provider';

export interface RemediationStackProps {
  readonly changes: readonly PlannedChange[];
  /** The subscription all of them are in. @default - the one that Terraform's environment names */
  readonly subscriptionId?: string;
  /** Where the state is kept. @default - a file beside cdktf.json */
  readonly backend?: Backend;
}

/**
 * The smallest Terraform that changes what a plan wants changed of resources that stand in no code:
 * what is imported cannot be destroyed, and everything that is not a target is ignored.
 */
export class RemediationStack extends TerraformStack {
  constructor(scope: Construct, id: string, { changes, subscriptionId, backend }: RemediationStackProps) {
    super(scope, id);
    if (backend) keepState(this, id, backend);
    mark(this, 'partial', 'a remediation stack holds only what it changes');
    azurerm(this, { ...(subscriptionId ? { subscriptionId } : {}), ...accountsBehindWalls(changes) });
    const sorted = [...changes].sort((a, b) => (addressOf(a.overlay) < addressOf(b.overlay) ? -1 : 1));
    const made = new Map<PlannedChange, Overlaid>();
    for (const [i, change] of sorted.entries()) {
      const address = addressOf(change.overlay);
      if (i > 0 && address === addressOf(sorted[i - 1].overlay))
        throw new PlanFileError(
          `two changes of the plan are ${address} (${sorted[i - 1].id}, ${change.id}): make the plan again`,
        );
      if (change.released) continue;
      if (change.overlay.strategy === 'azapi') azapi(this);
      made.set(change, new Overlaid(this, address, change));
    }
    for (const [change, resource] of made)
      if (change.overlay.strategy === 'azapi') resource.dependsOn = before(change, made);
    const imports = sorted.flatMap(({ overlay, released }) =>
      overlay.strategy === 'import' && !released
        ? [{ to: addressOf(overlay), id: escaped(overlay.importId ?? '') }]
        : [],
    );
    // One override for all: cdktf's importFrom starts Terraform once per resource.
    if (imports.length > 0) this.addOverride('import', imports);
    const removed = sorted.filter(({ released }) => released);
    if (removed.length > 0)
      this.addOverride(
        'removed',
        removed.map(({ overlay }) => ({ from: addressOf(overlay), lifecycle: [{ destroy: false }] })),
      );
  }
}

/** One file for each stack in the container of the profile. */
function keepState(stack: RemediationStack, id: string, { key_prefix = '', ...backend }: Backend): void {
  const { resource_group_name, storage_account_name, container_name, ...more } = backend;
  const made = new AzurermBackend(stack, {
    storageAccountName: storage_account_name,
    containerName: container_name,
    key: `${key_prefix}${id}.tfstate`,
    ...(resource_group_name ? { resourceGroupName: resource_group_name } : {}),
  });
  for (const [name, value] of Object.entries(more)) made.addOverride(name, value);
}

/** What azurerm does to the same resource comes first: azapi sends back all that it reads. */
function before(
  { overlay: { armId } }: PlannedChange,
  made: ReadonlyMap<PlannedChange, Overlaid>,
): string[] | undefined {
  const same = [...made].filter(
    ([{ overlay }]) => overlay.strategy === 'import' && overlay.armId.toLowerCase() === armId.toLowerCase(),
  );
  return same.length ? same.map(([{ overlay }]) => addressOf(overlay)) : undefined;
}

/** An account may admit neither keys nor whoever runs Terraform: azurerm leaves its data alone, and signs in. */
function accountsBehindWalls(changes: readonly PlannedChange[]): Partial<AzurermProviderConfig> {
  if (!changes.some(({ overlay: { type } }) => type.startsWith('azurerm_storage_'))) return {};
  return { storageUseAzuread: true, features: [{ storage: [{ dataPlaneAvailable: false }] }] };
}

/** The remediation stacks of a plan: one for each subscription and wave, so that they can be planned side by side. */
export function remediationStacks(app: App, planFile?: string): RemediationStack[] {
  const changes = planFile ? readPlanFile(planFile) : [];
  const backend = planFile ? readBackend(planFile) : undefined;
  const unnamed = new Set(changes.filter(({ overlay }) => !overlay.stack).map(subscriptionOf));
  const stackOf = (change: PlannedChange) =>
    change.overlay.stack ?? (unnamed.size > 1 && subscriptionOf(change) ? `${BASE}-${subscriptionOf(change)}` : BASE);
  const names = [...new Set(changes.map(stackOf))].sort();
  return (names.length ? names : [BASE]).map((name) => {
    const own = changes.filter((change) => stackOf(change) === name);
    const ids = new Set(own.map(subscriptionOf).filter((id) => id !== ''));
    if (ids.size > 1)
      throw new PlanFileError(`the stack ${name} holds changes in ${ids.size} subscriptions: make the plan again`);
    return new RemediationStack(app, name, {
      changes: own,
      subscriptionId: [...ids][0],
      ...(backend ? { backend } : {}),
    });
  });
}

const BASE = 'remediation';

/** '' for what is in no subscription, such as a setting of the tenant. */
const subscriptionOf = ({ overlay: { armId } }: PlannedChange): string =>
  /^\/subscriptions\/([0-9a-f-]+)/i.exec(armId)?.[1].toLowerCase() ?? '';

/** A resource of any type, as the plan wrote it. */
class Overlaid extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly change: PlannedChange,
  ) {
    const { overlay } = change;
    super(scope, id, {
      terraformResourceType: overlay.type,
      terraformGeneratorMetadata: { providerName: overlay.strategy === 'azapi' ? 'azapi' : 'azurerm' },
      ...(overlay.strategy === 'import'
        ? { lifecycle: { preventDestroy: true, ignoreChanges: [...overlay.ignore].sort() } }
        : {}),
    });
    this.overrideLogicalId(overlay.name);
    const { controls, title } = change;
    this.addOverride('//.plumbline', literal({ change: change.id, controls, title, onDestroy: overlay.onDestroy }));
  }

  protected override synthesizeAttributes() {
    return literal(this.change.overlay.attributes) as Record<string, Json>;
  }
}

/** What a plan says is text: `${` and `%{` in it are no expressions. */
function literal(value: Json): Json {
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(literal);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, literal(inner)]));
}
