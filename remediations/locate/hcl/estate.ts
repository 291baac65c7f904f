import { append } from '../../../controls/append';
import { readIn3 } from '../../../controls/provider/names-in-3';
import type { ProviderVersion } from '../../../controls/provider/version';
import { Surroundings } from '../../../controls/surroundings';
import { type Attributes, isList, type Resource, Unknown, type Value } from '../../../controls/value';
import type { Attribute, Block } from '../../hcl/ast';
import { withEvidence } from '../names-in-use';
import { behind } from './behind';
import { environments } from './environments';
import { entriesOf, evaluate, type Scope } from './evaluate';
import { ignoredChanges } from './ignored-changes';
import { dynamicOf } from './in-json';
import { expansions, ModuleInstance } from './instance';
import {
  attributeOf,
  calledFolder,
  folderOf,
  type Module,
  modules,
  type Placed,
  placedItems,
  type ResourceBlock,
} from './module';
import { dynamicValues, join, normalized, single } from './normal-form';
import { providerVersion } from './provider-version';
import type { RemoteResource } from './remote-values';
import type { SourceFile } from './tree';

/** A resource instance of the tree, with where it is written and in which root and environment it was evaluated. */
export interface Located extends Resource {
  readonly block: ResourceBlock;
  readonly scope: Scope;
  readonly root: Root;
  /** Attributes under `lifecycle.ignore_changes`, or all of them. */
  readonly ignored: readonly string[] | 'all';
  /** It stands inside a module that is fetched from elsewhere; `block` is the call. */
  readonly remote?: RemoteResource;
}

/** One root module in one environment. */
export interface Root {
  readonly dir: string;
  readonly environment: string;
  readonly version: ProviderVersion;
  readonly resources: readonly Located[];
  readonly around: Surroundings;
  /** Local modules that the tree does not hold, and remote ones: `module.x (source)`. */
  readonly remote: readonly string[];
  /** What known modules that are fetched from elsewhere make; judged when a report names it. */
  readonly behind: readonly Located[];
}

export interface Estate {
  readonly files: readonly SourceFile[];
  /** What it was read with. */
  readonly options: EstateOptions;
  readonly modules: ReadonlyMap<string, Module>;
  readonly roots: readonly Root[];
  /** Every instance of a module, over all roots and environments. */
  readonly moduleInstances: ReadonlyMap<Module, readonly ModuleInstance[]>;
  /** Every instance of a resource block, over all roots and environments. */
  readonly instances: ReadonlyMap<ResourceBlock, readonly Located[]>;
}

/** A root module in one environment, as text: `envs/prod`, or `. (test)` where variable files make several environments of one folder. */
export const rootName = ({ root }: Located): string =>
  `${root.dir || '.'}${root.environment ? ` (${root.environment})` : ''}`;

export interface EstateOptions {
  /** Paths, relative to the tree, of the variable files to use instead of those found. */
  readonly variableFiles?: readonly string[];
  /** The same for several environments, each with a name; only root modules that declare one of their variables are in it. */
  readonly environments?: readonly { readonly name: string; readonly files: readonly string[] }[];
  /** The provider version where the code does not say one. */
  readonly version?: ProviderVersion;
  /** Values of `TF_VAR_…` by the name of the variable. */
  readonly ofShell?: Readonly<Record<string, string>>;
}

const NOT_ARGUMENTS = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** Reads a tree's files into resources in the normal form, for every root module and environment. */
export function readEstate(files: readonly SourceFile[], options: EstateOptions = {}): Estate {
  const all = modules(files);
  const called = new Set(
    [...all.values()].flatMap((module) =>
      // One that calls itself is refused by Terraform; its resources are judged all the same.
      [...module.calls.values()].map(({ node }) => calledFolder(module, node)).filter((dir) => dir !== module.dir),
    ),
  );
  const variableFiles = files.filter((file) => /\.tfvars(\.json)?$/.test(file.path));
  const read = (paths: readonly string[] = []) => paths.flatMap((path) => files.filter((file) => file.path === path));
  const chosen = {
    given: read(options.variableFiles),
    named: (options.environments ?? []).map((each) => ({ name: each.name, files: read(each.files) })),
    ofShell: options.ofShell ?? {},
  };
  const locks = new Map(
    files.filter((file) => file.path.endsWith('.terraform.lock.hcl')).map((file) => [folderOf(file.path), file]),
  );
  const roots: Root[] = [];
  const moduleInstances = new Map<Module, ModuleInstance[]>();
  for (const module of all.values()) {
    if (called.has(module.dir)) continue;
    const said = providerVersion(module, locks.get(module.dir));
    const version = said.major || said.unsupported ? said : (options.version ?? said);
    for (const environment of environments(module, all, variableFiles, chosen))
      roots.push(
        readRoot(new ModuleInstance(module, all, environment), environment.name, version, all, moduleInstances),
      );
  }
  const instances = new Map<ResourceBlock, Located[]>();
  for (const root of roots)
    for (const resource of [...root.resources, ...root.behind]) append(instances, resource.block, resource);
  return { files, options, modules: all, roots, moduleInstances, instances };
}

function readRoot(
  top: ModuleInstance,
  environment: string,
  version: ProviderVersion,
  all: ReadonlyMap<string, Module>,
  moduleInstances: Map<Module, ModuleInstance[]>,
): Root {
  const resources: Located[] = [];
  const remote: string[] = [];
  const incomplete: string[] = [];
  const hidden: Located[] = [];
  const root = { dir: top.module.dir, environment, version, resources, remote, behind: hidden } as unknown as {
    -readonly [K in keyof Root]: Root[K];
  };
  const pending = [top];
  let instances = 0;
  for (let instance = pending.pop(); instance; instance = pending.pop()) {
    if (++instances > MOST_INSTANCES || resources.length > MOST_RESOURCES) {
      incomplete.push(
        `${top.module.dir || 'the root module'} has more instances than are read: count or for_each multiply`,
      );
      break;
    }
    append(moduleInstances, instance.module, instance);
    if (instance.module.incomplete) incomplete.push(instance.module.incomplete);
    for (const block of instance.module.resources) resources.push(...readResource(block, instance, root));
    for (const [name, call] of instance.module.calls) {
      const dir = calledFolder(instance.module, call.node);
      if (dir === undefined || !all.has(dir)) remote.push(`${instance.prefix}module.${name}`);
      if (dir === undefined) hidden.push(...behind(instance, name, call, root));
    }
    pending.push(...instance.children().reverse());
  }
  root.version = withEvidence(version, resources);
  root.around = new Surroundings(root.version, resources, incomplete[0]);
  return root;
}

// Modules with count inside modules with count multiply; no estate that people review comes near.
const MOST_INSTANCES = 20_000;
const MOST_RESOURCES = 200_000;

function readResource(block: ResourceBlock, instance: ModuleInstance, root: Root): Located[] {
  const ignored = ignoredChanges(block.node);
  return expansions(block.node, instance.scope).map(
    ({ key, names }) => new Instance(key, block, { instance, names }, root, ignored),
  );
}

/** Most resources of a tree are of types that nobody asks about: attributes are evaluated when they are first read. */
class Instance implements Located {
  readonly address: string;
  readonly type: string;
  private read?: Attributes;
  private readAs3?: Attributes;

  constructor(
    key: string,
    readonly block: ResourceBlock,
    readonly scope: Scope,
    readonly root: Root,
    readonly ignored: Located['ignored'],
  ) {
    this.type = block.type;
    this.address = `${scope.instance.prefix}${block.type}.${block.name}${key}`;
  }

  get attributes(): Attributes {
    this.read ??= readItems(this.block.items, this.type, '', this.scope);
    // The version may be known only after names in use were looked at.
    if (this.root.version.major !== 3) return this.read;
    this.readAs3 ??= readIn3(this.type, this.read);
    return this.readAs3;
  }
}

/** Arguments and nested blocks as one object: blocks that may stand once are objects, others arrays. */
function readItems(items: readonly Placed<Attribute | Block>[], type: string, at: string, scope: Scope): Attributes {
  const result: Record<string, Value> = {};
  for (const { file, node } of items) {
    if (node.type === 'attribute' && node.name === 'dynamic' && file.json) {
      for (const each of dynamicOf(node.value)) {
        const path = join(at, each.kind);
        result[each.kind] = combine(result[each.kind], dynamicValues(each, type, path, scope), single(type, path));
      }
    } else if (node.type === 'attribute') {
      if (at || !NOT_ARGUMENTS.has(node.name))
        result[node.name] = normalized(evaluate(node.value, scope), type, join(at, node.name));
    }
    if (node.type === 'attribute') continue;
    const kind = node.kind === 'dynamic' ? (node.labels[0]?.value ?? '') : node.kind;
    if (!at && NOT_ARGUMENTS.has(kind)) continue;
    const path = join(at, kind);
    const values =
      node.kind === 'dynamic'
        ? readDynamic({ file, node }, kind, type, path, scope)
        : [readItems(placedItems({ file, node }), type, path, scope)];
    result[kind] = combine(result[kind], values, single(type, path));
  }
  return result;
}

function combine(before: Value | undefined, values: readonly Value[], one: boolean): Value {
  const list = [...(isList(before) ? before : before === undefined ? [] : [before]), ...values];
  if (!one) return list;
  return list.length === 1 ? list[0] : list;
}

function readDynamic(
  { file, node }: Placed<Block>,
  kind: string,
  type: string,
  path: string,
  scope: Scope,
): readonly Value[] {
  const content = node.body.items.find((item): item is Block => item.type === 'block' && item.kind === 'content');
  const forEach = attributeOf(node, 'for_each');
  const iterator = attributeOf(node, 'iterator')?.value;
  const name = iterator?.type === 'variable' ? iterator.name : kind;
  const entries = forEach && entriesOf(evaluate(forEach.value, scope));
  if (!content || !entries) return [new Unknown(`dynamic block ${kind}`)];
  return entries.map(([key, value]) =>
    readItems(placedItems({ file, node: content }), type, path, {
      ...scope,
      names: { ...scope.names, [name]: { key, value } },
    }),
  );
}
