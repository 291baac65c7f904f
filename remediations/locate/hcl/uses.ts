import { append } from '../../../controls/append';
import type { Attribute, Block, Expression } from '../../hcl/ast';
import { visitExpressions } from '../../hcl/walk';
import { attributeOf, type Module, type Placed } from './module';
import { lineAt } from './tree';

/** One place that reads `var.name…` or `local.name…`. */
export interface Use {
  readonly top: Placed<Block>;
  /** Nested block kinds and the attribute, without indexes. */
  readonly path: readonly string[];
  /** The expression is nothing but this read. */
  readonly whole: boolean;
  /** Steps behind the name; '?' for an index that is not literal. */
  readonly accessor: readonly string[];
  readonly line: number;
}

const cache = new WeakMap<Module, ReadonlyMap<string, readonly Use[]>>();

/** Every read of a variable or local in a module, by `var.name` and `local.name`. */
export function usesIn(module: Module): ReadonlyMap<string, readonly Use[]> {
  let uses = cache.get(module);
  if (!uses) {
    uses = collect(module);
    cache.set(module, uses);
  }
  return uses;
}

function collect(module: Module): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const file of module.files)
    for (const node of file.syntax?.body.items ?? []) if (node.type === 'block') walk({ file, node }, node, [], uses);
  return uses;
}

function walk(top: Placed<Block>, block: Block, path: readonly string[], uses: Map<string, Use[]>): void {
  for (const item of block.body.items) {
    if (item.type === 'block') {
      const kind = item.kind === 'dynamic' ? (item.labels[0]?.value ?? '') : item.kind;
      walk(top, item, [...path, kind], uses);
    } else collectReads(top, item, [...path, item.name], uses);
  }
}

function collectReads(
  top: Placed<Block>,
  attribute: Attribute,
  path: readonly string[],
  uses: Map<string, Use[]>,
): void {
  visitExpressions(attribute.value, (expression) => {
    const read = readOf(expression);
    if (!read) return true;
    const { root, steps } = read;
    if ((root === 'var' || root === 'local') && steps.length) {
      const [name, ...accessor] = steps;
      const key = `${root}.${name}`;
      const use = {
        top,
        path,
        accessor,
        whole: expression === unwrapped(attribute.value),
        line: lineAt(top.file, expression.start),
      };
      append(uses, key, use);
    }
    // What stands inside an index is read too; the names of the traversal itself are done.
    return expression.type === 'index' || expression.type === 'get' || expression.type === 'splat'
      ? indexReads(top, expression, path, uses)
      : false;
  });
}

function indexReads(
  top: Placed<Block>,
  expression: Expression,
  path: readonly string[],
  uses: Map<string, Use[]>,
): false {
  for (let at = expression; at.type === 'get' || at.type === 'index' || at.type === 'splat'; at = at.object)
    if (at.type === 'index' && at.key.type !== 'text' && at.key.type !== 'literal')
      collectReads(top, { value: at.key } as Attribute, path, uses);
  return false;
}

function unwrapped(expression: Expression): Expression {
  let at = expression;
  for (;;) {
    if (at.type === 'parenthesized') at = at.expression;
    else if (at.type === 'template' && at.parts.length === 1 && at.parts[0].type === 'interpolation')
      at = at.parts[0].expression;
    else return at;
  }
}

/** The names of a plain traversal, undefined for any other expression. */
export function readOf(expression: Expression): { root: string; steps: string[] } | undefined {
  const steps: string[] = [];
  let at = expression;
  for (;;) {
    if (at.type === 'variable') return { root: at.name, steps: steps.reverse() };
    if (at.type === 'get') steps.push(at.name);
    else if (at.type === 'splat') steps.push('?');
    else if (at.type === 'index')
      steps.push(at.key.type === 'text' || at.key.type === 'literal' ? String(at.key.value) : '?');
    else return undefined;
    at = at.object;
  }
}

/** Whether two accessors can reach the same value: one is a beginning of the other. */
export const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.slice(0, b.length).every((step, i) => step === b[i] || step === '?' || b[i] === '?');

/** How a block reads `each.value`, for a `for_each` over the map in question. */
export function eachReads(block: Block): { path: readonly string[]; accessor: readonly string[]; whole: boolean }[] {
  const reads: { path: readonly string[]; accessor: readonly string[]; whole: boolean }[] = [];
  const visit = (at: Block, path: readonly string[]) => {
    for (const item of at.body.items) {
      if (item.type === 'block')
        visit(item, [...path, item.kind === 'dynamic' ? (item.labels[0]?.value ?? '') : item.kind]);
      else
        visitExpressions(item.value, (expression) => {
          const read = readOf(expression);
          if (read?.root === 'each' && read.steps[0] === 'value')
            reads.push({
              path: [...path, item.name],
              accessor: read.steps.slice(1),
              whole: expression === unwrapped(item.value),
            });
          return !read;
        });
    }
  };
  visit(block, []);
  return reads;
}

export const isForEach = (use: Use): boolean =>
  use.path.length === 1 &&
  use.path[0] === 'for_each' &&
  use.whole &&
  attributeOf(use.top.node, 'for_each') !== undefined;
