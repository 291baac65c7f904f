import { posix } from 'node:path';
import { append } from '../../../controls/append';
import type { Attribute, Block, Expression } from '../../hcl/ast';
import { lineAt, type SourceFile } from './tree';

/** A piece of syntax and the file it stands in. */
export interface Placed<T> {
  readonly file: SourceFile;
  readonly node: T;
}

/** A `resource` block. Override files are merged into `items`, their arguments first. */
export interface ResourceBlock extends Placed<Block> {
  readonly type: string;
  readonly name: string;
  readonly module: Module;
  readonly items: readonly Placed<Attribute | Block>[];
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A folder with Terraform files, which is what Terraform calls a module. */
export interface Module {
  /** Relative to the root of the tree, '' for the root itself. */
  readonly dir: string;
  readonly files: readonly SourceFile[];
  readonly resources: readonly ResourceBlock[];
  readonly variables: ReadonlyMap<string, Placed<Block>>;
  readonly locals: ReadonlyMap<string, Placed<Attribute>>;
  readonly outputs: ReadonlyMap<string, Placed<Block>>;
  readonly calls: ReadonlyMap<string, Placed<Block>>;
  /** `terraform` and `provider` blocks, which say the version. */
  readonly settings: readonly Placed<Block>[];
  /** Why conclusions from absence are unsafe: a file of the folder does not parse. */
  readonly incomplete?: string;
}

export const folderOf = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
};

const isOverride = (path: string) => /(^|\/|_)override\.tf(\.json)?$/.test(path);
const isCode = (path: string) => /\.tf(\.json)?$/.test(path);

/** Groups a tree's files into modules, by folder. */
export function modules(files: readonly SourceFile[]): ReadonlyMap<string, Module> {
  const folders = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (!isCode(file.path)) continue;
    const dir = folderOf(file.path);
    append(folders, dir, file);
  }
  return new Map([...folders].map(([dir, own]) => [dir, readModule(dir, own)]));
}

function readModule(dir: string, files: readonly SourceFile[]): Module {
  const variables = new Map<string, Placed<Block>>();
  const locals = new Map<string, Placed<Attribute>>();
  const outputs = new Map<string, Placed<Block>>();
  const calls = new Map<string, Placed<Block>>();
  const settings: Placed<Block>[] = [];
  const blocks = new Map<string, Placed<Block>[]>();
  const broken = files.find((file) => file.error);
  const named = { variable: variables, output: outputs, module: calls } as const;
  // Override files come last: what they say wins.
  for (const file of [...files].sort((a, b) => Number(isOverride(a.path)) - Number(isOverride(b.path)))) {
    for (const node of file.syntax?.body.items ?? []) {
      if (node.type !== 'block') continue;
      const placed = { file, node };
      const [first, second] = node.labels;
      if (node.kind === 'resource' && first && second) {
        const key = `${first.value}.${second.value}`;
        const known = blocks.get(key);
        if (known && isOverride(file.path)) known.push(placed);
        else if (!known) blocks.set(key, [placed]);
      } else if (node.kind === 'locals') {
        for (const item of node.body.items) if (item.type === 'attribute') locals.set(item.name, { file, node: item });
      } else if (node.kind === 'terraform' || node.kind === 'provider') {
        settings.push(placed);
      } else if (first && node.kind in named) {
        named[node.kind as keyof typeof named].set(first.value, placed);
      }
    }
  }
  const resources: ResourceBlock[] = [];
  const module: Module = {
    dir,
    files,
    resources,
    variables,
    locals,
    outputs,
    calls,
    settings,
    ...(broken ? { incomplete: `${broken.path} does not parse, so what it declares is not known` } : {}),
  };
  for (const [first, ...overrides] of blocks.values()) resources.push(resourceBlock(module, first, overrides));
  return module;
}

function resourceBlock(
  module: Module,
  { file, node }: Placed<Block>,
  overrides: readonly Placed<Block>[],
): ResourceBlock {
  const own = placedItems({ file, node });
  return {
    file,
    node,
    module,
    items: overrides.length ? merged(own, overrides) : own,
    type: node.labels[0].value,
    name: node.labels[1].value,
    firstLine: lineAt(file, node.start),
    lastLine: lineAt(file, node.end - 1),
  };
}

function merged(own: readonly Placed<Attribute | Block>[], overrides: readonly Placed<Block>[]) {
  const items = [...overrides].reverse().flatMap((each) => placedItems(each));
  const overridden = new Set(items.map((item) => nameOf(item.node)));
  for (const item of own) if (!overridden.has(nameOf(item.node))) items.push(item);
  return items;
}

export const placedItems = ({ file, node }: Placed<Block>): Placed<Attribute | Block>[] =>
  node.body.items.map((item) => ({ file, node: item }));

const nameOf = (item: Attribute | Block): string =>
  item.type === 'attribute' ? item.name : item.kind === 'dynamic' ? (item.labels[0]?.value ?? '') : item.kind;

export const attributeOf = (block: Block, name: string): Attribute | undefined =>
  block.body.items.find((item): item is Attribute => item.type === 'attribute' && item.name === name);

/** The text of a literal string, undefined for anything else. */
export const literalText = (expression: Expression | undefined): string | undefined =>
  expression?.type === 'text' ? expression.value : undefined;

/** The folder a module call leads to: undefined for a registry, git or other remote source. */
export function calledFolder(caller: Module, call: Block): string | undefined {
  const source = literalText(attributeOf(call, 'source')?.value);
  if (source === undefined || !/^\.\.?(\/|$)/.test(source)) return undefined;
  const dir = posix.normalize(posix.join(caller.dir || '.', source)).replace(/\/$/, '');
  return dir === '.' ? '' : dir;
}
