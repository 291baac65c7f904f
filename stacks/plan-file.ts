import { existsSync, readFileSync } from 'node:fs';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One resource that changes what is live and stands in no code: what a change becomes in the remediation stack. */
export interface Overlay {
  /** The id of the Azure resource that is changed. */
  readonly armId: string;
  /**
   * `separate`: a resource of its own, such as a diagnostic setting. `import`: the resource itself, imported. `azapi`:
   * properties that azapi writes.
   */
  readonly strategy: 'separate' | 'import' | 'azapi';
  /** The stack that holds it; older plans do not say one. */
  readonly stack?: string;
  /** `azurerm_storage_account` */
  readonly type: string;
  /** The logical id, unique for its type. */
  readonly name: string;
  /** Under Terraform's names. */
  readonly attributes: Readonly<Record<string, Json>>;
  readonly importId?: string;
  /** For `import`: attributes that stay as they are in Azure. */
  readonly ignore: readonly string[];
  /** What `terraform destroy` would do, for the reviewer. */
  readonly onDestroy: string;
}

/** The part of a change in plan.json that the remediation stack needs. */
export interface PlannedChange {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly string[];
  readonly overlay: Overlay;
  /** Terraform lets go of it, and destroys nothing. */
  readonly released?: true;
}

/** A plan that cannot be read: printed without a stack trace. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
}

const SCHEMA = /\/plan-(\d+)(?:\.json)?$/;
const VERSION = '1';

/** Where the state of remediation stacks is kept: the arguments of Terraform's backend `azurerm`. */
export interface Backend {
  readonly resource_group_name?: string;
  readonly storage_account_name: string;
  readonly container_name: string;
  readonly key_prefix?: string;
  readonly [name: string]: string | boolean | undefined;
}

/** The backend that a plan.json names, if any. */
export function readBackend(file: string): Backend | undefined {
  const { backend } = parsed(file);
  if (backend === undefined) return undefined;
  const given = Object.entries(typeof backend === 'object' && backend !== null ? backend : {});
  const wrong = given.find(
    ([name, value]) => !/^[a-z_]+$/.test(name) || !(typeof value === 'boolean' || /^[\w./-]+$/.test(String(value))),
  );
  if (wrong || !given.some(([name]) => name === 'storage_account_name'))
    throw new PlanFileError(
      `${file} has a backend that cannot be used${wrong ? ` (${wrong[0]})` : ''}: make the plan again`,
    );
  return backend as Backend;
}

/** The changes of a plan.json that have an overlay, in the order of their addresses. */
export function readPlanFile(file: string): PlannedChange[] {
  if (!existsSync(file))
    throw new PlanFileError(
      `there is no plan at ${file}: make one with "plumbline plan", or name another with --context plan=<file> or PLUMBLINE_PLAN`,
    );
  const plan = parsed(file);
  const version = typeof plan.schema === 'string' ? SCHEMA.exec(plan.schema)?.[1] : undefined;
  if (version !== VERSION)
    throw new PlanFileError(
      `${file} has the schema ${JSON.stringify(plan.schema) ?? 'nothing'}, but this release reads plan-${VERSION}: make the plan again with the same release`,
    );
  // The ledger holds what earlier plans added as well: a block that is gone would be destroyed.
  const entries = plan.ledger ?? plan.changes;
  if (!Array.isArray(entries)) throw new PlanFileError(`${file} has no list of changes: make the plan again`);
  const changes = (entries as readonly Partial<PlannedChange>[]).flatMap((change): PlannedChange[] => {
    if (!change.overlay) return [];
    const { id = '', title = '', controls = [], overlay, released } = change;
    check(overlay, `the change ${JSON.stringify(id)} of ${file}`);
    return [{ id, title, controls, overlay, ...(released === true ? { released } : {}) }];
  });
  return changes.sort((a, b) => compare(addressOf(a.overlay), addressOf(b.overlay)));
}

/** `azurerm_storage_account.logs` */
export const addressOf = ({ type, name }: Overlay): string => `${type}.${name}`;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function parsed(file: string): { schema?: unknown; changes?: unknown; ledger?: unknown; backend?: unknown } {
  try {
    const plan: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof plan === 'object' && plan !== null) return plan;
  } catch (error) {
    throw new PlanFileError(`${file} is not JSON (${(error as Error).message}): make the plan again`);
  }
  throw new PlanFileError(`${file} is not a plan: make it with "plumbline plan"`);
}

/** Everything that becomes part of an address or an expression is checked; other strings are escaped. */
function check(overlay: Overlay, where: string): void {
  const { strategy, stack, type, name, attributes, importId, ignore = [] } = overlay;
  const refuse = (what: string, value: unknown, allowed: string): never => {
    throw new PlanFileError(`${where} has the ${what} ${JSON.stringify(value) ?? 'undefined'}, allowed is ${allowed}`);
  };
  if (!['separate', 'import', 'azapi'].includes(strategy))
    refuse('strategy', strategy, '"separate", "import" or "azapi"');
  if (strategy === 'azapi' ? type !== 'azapi_update_resource' : !/^azurerm_[a-z0-9_]+$/.test(type))
    refuse('type', type, strategy === 'azapi' ? 'azapi_update_resource' : 'a resource type of azurerm');
  if (stack !== undefined && !/^[A-Za-z][\w-]*$/.test(stack)) refuse('stack', stack, 'letters, digits, _ and -');
  if (!/^[A-Za-z_][\w-]*$/.test(name)) refuse('name', name, 'letters, digits, _ and -, starting with a letter or _');
  if (typeof attributes !== 'object' || attributes === null) refuse('attributes', attributes, 'an object');
  if (strategy === 'import' && !importId) refuse('importId', importId, 'the id to import');
  for (const each of ignore)
    if (!/^[a-z_][\w.[\]"-]*$/i.test(each)) refuse('ignored attribute', each, 'the name of an attribute');
}
