import { TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { attributesOf } from '../controls/provider/facts';
import { type Resource, Unknown, type Value } from '../controls/value';
import { marked } from './marks';
import { type Home, ValueReader } from './value-reader';

/** A resource as its stack will write it, and the construct that it comes from. */
export interface ReadResource {
  readonly construct: IConstruct;
  readonly resource: Resource;
  /** The release of azurerm that the bindings were made for. */
  readonly version?: string;
}

const NOWHERE: Home = () => '';
/** Gives each stack of an app addresses of its own: `module.<stack>.azurerm_x.y`. */
export const byStack: Home = (stack) => `module.${stack.node.path.replace(/[^\w-]/g, '_')}.`;

const META = new Set(['//', 'lifecycle', 'depends_on', 'provider', 'count', 'for_each', 'provisioner', 'connection']);
type Json = Readonly<Record<string, unknown>>;

/** Every resource of a stack in the normal form, with aspects and overrides as they are at this moment. */
export function resourcesOf(stack: TerraformStack, home: Home = NOWHERE): ReadResource[] {
  const overrides = (Reflect.get(stack, 'rawOverrides') ?? {}) as { resource?: Record<string, Json>; import?: unknown };
  const imported = new Set(imports(overrides.import));
  const overridden = byAddress(overrides.resource);
  const found = elementsOf(stack).map((construct): ReadResource[] => {
    const json = construct.toTerraform() as { resource?: Record<string, Record<string, Json>>; import?: unknown };
    const type = construct.terraformResourceType;
    const name = construct.friendlyUniqueId;
    const own = json.resource?.[type]?.[name];
    if (!own) return [];
    const over = overridden.get(`${type}.${name}`);
    overridden.delete(`${type}.${name}`);
    const attributes: Json = over ? merged(own, over) : own;
    const isImported = json.import !== undefined || imported.has(`${type}.${name}`);
    const resource = normal({ stack, home, type, name, attributes, isImported });
    return [{ construct, resource, version: construct.terraformGeneratorMetadata?.providerVersion }];
  });
  // A stack-level override may also write resources that no construct stands for.
  const written = [...overridden].map(([address, attributes]): ReadResource => {
    const [type, name] = address.split('.');
    return { construct: stack, resource: normal({ stack, home, type, name, attributes, isImported: false }) };
  });
  return [...found.flat(), ...written];
}

/** Resources of a stack, in the order of the tree, without those of stacks inside it. */
export function elementsOf(scope: IConstruct): TerraformResource[] {
  return scope.node.children.flatMap((child) => {
    if (TerraformStack.isStack(child)) return [];
    return [...(TerraformResource.isTerraformResource(child) ? [child] : []), ...elementsOf(child)];
  });
}

function byAddress(resources: Record<string, Json> = {}): Map<string, Json> {
  const all = Object.entries(resources).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]): [string, Json] => [`${type}.${name}`, attributes as Json]),
  );
  return new Map(all);
}

/** The way cdktf applies overrides: objects merge, lists are joined, undefined takes away. */
function merged(target: Json, source: Json): Json {
  const result: Record<string, unknown> = { ...target };
  for (const [name, value] of Object.entries(source)) {
    const old = result[name];
    if (Array.isArray(value)) result[name] = Array.isArray(old) ? [...old, ...value] : value;
    else if (isTree(value)) result[name] = merged(isTree(old) ? old : {}, value);
    else result[name] = value;
  }
  return result;
}

const isTree = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('resolve' in value);

const imports = (blocks: unknown): string[] =>
  Array.isArray(blocks) ? blocks.map((block: { to?: unknown }) => String(block.to)) : [];

interface Source {
  readonly stack: TerraformStack;
  readonly home: Home;
  readonly type: string;
  readonly name: string;
  readonly attributes: Json;
  readonly isImported: boolean;
}

function normal({ stack, home, type, name, attributes, isImported }: Source): Resource {
  const reader = new ValueReader(stack, home, type);
  const result: Record<string, Value> = {};
  for (const [key, raw] of Object.entries(attributes)) {
    if (META.has(key) || raw === undefined || raw === null) continue;
    if (key === 'dynamic') for (const block of Object.keys(raw)) result[block] = new Unknown('a dynamic block');
    else result[key] = reader.value(raw, key);
  }
  const { lifecycle } = attributes as { lifecycle?: { ignore_changes?: unknown } };
  if (isImported) forget(result, type, lifecycle?.ignore_changes);
  const partial = marked<string>(stack, 'partial');
  if (partial) for (const key of topLevel(type)) result[key] ??= new Unknown(partial);
  return { address: `${home(stack)}${type}.${name}`, type, attributes: result };
}

/** What the configuration says of an imported resource does not hold for attributes that are not applied. */
function forget(attributes: Record<string, Value>, type: string, ignored: unknown): void {
  const names = ignored === 'all' || ignored === undefined ? [] : (ignored as readonly string[]);
  const tops = ignored === 'all' ? topLevel(type) : names.map((name) => String(name).split(/[.[]/)[0]);
  for (const name of tops) attributes[name] = new Unknown('imported, and left as it is by ignore_changes');
}

const topLevel = (type: string) => [...attributesOf(type, 4).keys()].filter((path) => !path.includes('.'));
