import { modulePrefix, withoutKeys } from '../../../controls/address';
import { isBlockInAny, isSingleBlockInAny, knowsType, MAJORS, type Major } from '../../../controls/provider/facts';
import { readIn3 } from '../../../controls/provider/names-in-3';
import type { ProviderVersion } from '../../../controls/provider/version';
import { Reference, type Resource, Unknown, type Value } from '../../../controls/value';
import { UserError } from '../../errors';
import { at, list, record, textAt } from '../../findings/json';
import { namesInUse } from '../names-in-use';

export interface Snapshot {
  readonly kind: 'plan' | 'state';
  readonly version: ProviderVersion;
  readonly resources: readonly Resource[];
}

/** Whether a JSON document is what `terraform show -json` prints. */
export const isShowJson = (json: unknown): boolean =>
  textAt(json, 'format_version') !== undefined &&
  (at(json, 'planned_values') !== undefined || at(json, 'values') !== undefined);

/** Resources of `terraform show -json` of a plan or a state. What is known only after apply is unknown, or a reference. */
export function readShowJson(json: unknown): Snapshot {
  if (!isShowJson(json)) throw new UserError('not the output of terraform show -json');
  const planned = at(json, 'planned_values');
  const configured = planned ? configuration(at(json, 'configuration', 'root_module'), '') : new Map<string, unknown>();
  const unknowns = new Map(
    list(at(json, 'resource_changes')).map(
      (change) => [textAt(change, 'address') ?? '', at(change, 'change', 'after_unknown')] as const,
    ),
  );
  const shown: Resource[] = [];
  const pending: unknown[] = [at(planned ?? at(json, 'values'), 'root_module')];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    for (const each of list(at(module, 'resources'))) {
      const [address, type] = [textAt(each, 'address'), textAt(each, 'type')];
      if (!address || !type || textAt(each, 'mode') !== 'managed') continue;
      const expressions = configured.get(withoutKeys(address));
      const own = attributes(at(each, 'values'), unknowns.get(address), expressions, type, modulePrefix(address));
      shown.push({ address, type, attributes: own });
    }
    pending.push(...list(at(module, 'child_modules')));
  }
  const version = versionOf(json, shown);
  const resources =
    version.major === 3 ? shown.map((each) => ({ ...each, attributes: readIn3(each.type, each.attributes) })) : shown;
  return { kind: planned ? 'plan' : 'state', version, resources };
}

function attributes(
  values: unknown,
  unknowns: unknown,
  expressions: unknown,
  type: string,
  prefix: string,
): Record<string, Value> {
  const result: Record<string, Value> = {};
  const names = new Set([...Object.keys(record(values) ?? {}), ...Object.keys(record(unknowns) ?? {})]);
  for (const name of names) {
    const value = read(at(values, name), at(unknowns, name), at(expressions, name), type, name, prefix);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function read(
  value: unknown,
  blind: unknown,
  expression: unknown,
  type: string,
  path: string,
  prefix: string,
): Value | undefined {
  const block = knowsType(type) && isBlockInAny(type, path);
  if (blind === true) {
    const target = list(at(expression, 'references'))
      .map(String)
      .find((each) => /^(data\.azurerm_subscription|[a-z0-9]+_\w+)\.[\w-]+(\[.*\])?\.\w+$/.test(each));
    if (!target) return new Unknown('known after apply');
    const dot = target.lastIndexOf('.');
    return new Reference(prefix + target.slice(0, dot), [target.slice(dot + 1)]);
  }
  if (Array.isArray(value)) {
    const items = value.flatMap(
      (item, i) => read(item, list(blind)[i], list(expression)[i] ?? expression, type, path, prefix) ?? [],
    );
    const single = block && isSingleBlockInAny(type, path);
    if (!single) return items;
    return items.length === 1 ? items[0] : items.length ? items : null;
  }
  if (value !== null && typeof value === 'object') {
    const names = new Set([...Object.keys(value), ...Object.keys(record(blind) ?? {})]);
    return Object.fromEntries(
      [...names].flatMap((name) => {
        const inner = read(at(value, name), at(blind, name), at(expression, name), type, `${path}.${name}`, prefix);
        return inner === undefined ? [] : [[name, inner]];
      }),
    );
  }
  if (value === undefined) return undefined;
  // Terraform shows an empty text where an optional text is not set.
  return value === '' ? null : (value as Value);
}

/** Expressions by address without keys, over all modules. */
function configuration(module: unknown, prefix: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const resource of list(at(module, 'resources')))
    found.set(prefix + textAt(resource, 'address'), at(resource, 'expressions'));
  for (const [name, call] of Object.entries(record(at(module, 'module_calls')) ?? {}))
    for (const [address, expressions] of configuration(at(call, 'module'), `${prefix}module.${name}.`))
      found.set(address, expressions);
  return found;
}

/** From the constraint, else from names that only 3.x has: a plan and a state show all that the release knows. */
function versionOf(json: unknown, resources: readonly Resource[]): ProviderVersion {
  const constraint = textAt(json, 'configuration', 'provider_config', 'azurerm', 'version_constraint');
  const major = Number(/(\d+)/.exec(constraint ?? '')?.[1]) as Major;
  const source = constraint ? `version ${constraint}` : 'a plan or state, which names no version';
  if (MAJORS.includes(major)) return { major, source };
  const { three, later } = namesInUse(resources);
  return three && !later ? { major: 3, source: `${three}, which only azurerm 3.x has` } : { source };
}
