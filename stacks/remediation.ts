import { type App, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { mark } from '../constructs/marks';
import { escaped } from '../constructs/template';
import { addressOf, type Json, PlanFileError, type PlannedChange, readPlanFile } from './plan-file';
import { azurerm } from './provider';

export interface RemediationStackProps {
  readonly changes: readonly PlannedChange[];
  /** The subscription all of them are in. @default - the one that Terraform's environment names */
  readonly subscriptionId?: string;
}

/**
 * The smallest Terraform that changes what a plan wants changed of resources that stand in no code:
 * what is imported cannot be destroyed, and everything that is not a target is ignored.
 */
export class RemediationStack extends TerraformStack {
  constructor(scope: Construct, id: string, { changes, subscriptionId }: RemediationStackProps) {
    super(scope, id);
    mark(this, 'partial', 'a remediation stack holds only what it changes');
    azurerm(this, subscriptionId ? { subscriptionId } : {});
    const sorted = [...changes].sort((a, b) => (addressOf(a.overlay) < addressOf(b.overlay) ? -1 : 1));
    for (const [i, change] of sorted.entries()) {
      const address = addressOf(change.overlay);
      if (i > 0 && address === addressOf(sorted[i - 1].overlay))
        throw new PlanFileError(
          `two changes of the plan are ${address} (${sorted[i - 1].id}, ${change.id}): make the plan again`,
        );
      new Overlaid(this, address, change);
    }
    const imports = sorted.flatMap(({ overlay }) =>
      overlay.strategy === 'import' ? [{ to: addressOf(overlay), id: escaped(overlay.importId ?? '') }] : [],
    );
    // One override for all: cdktf's importFrom starts Terraform once per resource.
    if (imports.length > 0) this.addOverride('import', imports);
  }
}

/** The remediation stacks of a plan, one for each subscription so that they can be planned side by side. */
export function remediationStacks(app: App, planFile?: string): RemediationStack[] {
  const changes = planFile ? readPlanFile(planFile) : [];
  const ids = [...new Set(changes.map(subscriptionOf))].sort();
  if (ids.length < 2)
    return [new RemediationStack(app, 'remediation', { changes, subscriptionId: ids[0] || undefined })];
  return ids.map((id) => {
    const own = changes.filter((change) => subscriptionOf(change) === id);
    return new RemediationStack(app, id ? `remediation-${id}` : 'remediation', {
      changes: own,
      subscriptionId: id || undefined,
    });
  });
}

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
      terraformGeneratorMetadata: { providerName: 'azurerm' },
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
