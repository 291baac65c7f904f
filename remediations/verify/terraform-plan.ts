import { UserError } from '../errors';
import { at, list, record, textAt } from '../findings/json';
import { isShowJson, readShowJson, type Snapshot } from '../locate/plan/plan-json';

/** What Terraform would do with one resource. */
export interface PlannedChange {
  readonly address: string;
  /** `['delete', 'create']` is a replacement. */
  readonly actions: readonly string[];
  /** Attributes before and after, Terraform names; undefined where there is no object. */
  readonly before: Readonly<Record<string, unknown>> | undefined;
  readonly after: Readonly<Record<string, unknown>> | undefined;
  /** What is known only after apply: `true` in place of a value. */
  readonly unknown: unknown;
  /** `true` in place of a value that must not be shown. */
  readonly sensitive: unknown;
  /** Attributes that force a replacement, dotted. */
  readonly replacedFor: readonly string[];
  /** The ARM id, where it is imported. */
  readonly importing?: string;
  /** An object that an earlier replacement left behind. */
  readonly deposed: boolean;
}

/** `terraform show -json tfplan`: what resources will be, and what is done for it. */
export interface TerraformPlan {
  readonly planned: Snapshot;
  readonly changes: readonly PlannedChange[];
}

/** @throws UserError when it is no plan, or one that Terraform could not finish. */
export function readTerraformPlan(json: unknown, source: string): TerraformPlan {
  const how = 'Make one with: terraform plan -out=tfplan && terraform show -json tfplan > tfplan.json';
  if (!isShowJson(json) || !record(at(json, 'planned_values')))
    throw new UserError(`${source}: not a plan printed by terraform show -json`, how);
  if (at(json, 'errored') === true)
    throw new UserError(`${source}: Terraform could not finish this plan`, 'Mend what it reports, and plan again.');
  return { planned: readShowJson(json), changes: list(at(json, 'resource_changes')).flatMap(changeOf) };
}

function changeOf(json: unknown): PlannedChange[] {
  const address = textAt(json, 'address');
  const change = at(json, 'change');
  if (!address || textAt(json, 'mode') === 'data') return [];
  const importing = textAt(change, 'importing', 'id');
  return [
    {
      address,
      actions: list(at(change, 'actions')).map(String),
      before: record(at(change, 'before')),
      after: record(at(change, 'after')),
      unknown: at(change, 'after_unknown'),
      sensitive: at(change, 'after_sensitive'),
      replacedFor: list(at(change, 'replace_paths')).map((path) => list(path).map(String).join('.')),
      deposed: at(json, 'deposed') !== undefined,
      ...(importing ? { importing } : {}),
    },
  ];
}

/** Whether Terraform hides what stands at a path, or a part of it. Blocks that may stand once are lists in its JSON. */
export function isSensitive(sensitive: unknown, path: readonly (string | number)[]): boolean {
  if (sensitive === true) return true;
  if (Array.isArray(sensitive)) {
    const rest = typeof path[0] === 'number' ? path.slice(1) : path;
    return sensitive.some((each) => isSensitive(each, rest));
  }
  const [step, ...rest] = path;
  if (step !== undefined) return isSensitive(at(sensitive, step), rest);
  return Object.values(record(sensitive) ?? {}).some((each) => isSensitive(each, []));
}
