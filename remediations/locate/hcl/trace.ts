import { type Path, schemaPath, type Value } from '../../../controls/value';
import type { Attribute, Block, Expression } from '../../hcl/ast';
import type { UnplannedReason } from '../../plan-types';
import type { Estate, Located } from './estate';
import { evaluate, objectKey, type Scope, traversal } from './evaluate';
import { dynamicText, hasDynamic, intoBlocks } from './in-json';
import { type Module, type Placed, placedItems } from './module';
import { at, attributePlace, blockPlace, entry, holderOf, nthOf, type Place } from './place';
import { disagreement } from './readers';
import { isCopy } from './synthesized';
import { lineAt, type SourceFile } from './tree';

export { type BlockStep, type Place, type Site, sameHead } from './place';

export type Writing =
  /** Replace the expression at `place`. */
  | { readonly at: 'value'; readonly place: Place }
  /** `rest` is not written; it belongs into the block at `place`. */
  | { readonly at: 'absent'; readonly place: Place; readonly rest: Path }
  | { readonly at: 'refused'; readonly reason: UnplannedReason; readonly note: string };

export const refused = (reason: UnplannedReason, note: string): Writing => ({ at: 'refused', reason, note });

export const inJson = (file: SourceFile): Writing =>
  refused('json-syntax', `${file.path} is JSON syntax, which is read but not edited`);

/** JSON syntax that nobody edits. What CDK for Terraform wrote is told in terms of the program instead. */
const notOurs = (file: SourceFile): Writing | undefined =>
  file.json && file.stack === undefined ? inJson(file) : undefined;

/** What a change wants of every other reader of the value it would edit. */
export interface Intent {
  readonly types: readonly string[];
  /** `to` is a list of blocks that holds those which are there. */
  readonly append?: boolean;
  readonly path: string;
  /** The value that is edited is the opposite of the attribute. */
  readonly not?: boolean;
  readonly to: Value;
  /** Whether a resource that reads the value would be changed although nothing wants it. */
  readonly isUnasked?: (resource: Located) => boolean;
}

interface Context {
  readonly estate: Estate;
  readonly intent: Intent;
  /** What to do where a map lacks an entry; without it that is refused. */
  readonly lacking?: (map: Place, rest: Path) => Writing | undefined;
}

/** Where the value at `path` of a resource is written, or where it has to be added. */
export function trace(estate: Estate, resource: Located, path: Path, intent: Omit<Intent, 'path'>): Writing {
  const context = { estate, intent: { ...intent, path: schemaPath(path) } };
  const { block } = resource;
  const closed = notOurs(block.file);
  if (closed) return closed;
  const start: Place = blockPlace(
    'block',
    block.file,
    [],
    block.node,
    nthOf(block.file.syntax!.body.items, block.node),
  );
  const found = inBlock(block.items, block.type, start, path, resource.scope, context);
  if (found.at === 'refused' || !isCopy(estate.files, found.place.file.path)) return found;
  const copy = found.place.file.path;
  return refused('cdktf', `${copy} is a copy that cdktf made: change the module that it was made of`);
}

function inBlock(
  items: readonly Placed<Attribute | Block>[],
  type: string,
  place: Place,
  path: Path,
  scope: Scope,
  context: Context,
): Writing {
  const [name, ...rest] = path;
  const attribute = items.find(
    (item): item is Placed<Attribute> => item.node.type === 'attribute' && item.node.name === name,
  );
  if (attribute) {
    const { value } = attribute.node;
    const here = attributePlace(holderOf(place, attribute), attribute);
    if (attribute.file.stack === undefined) return inExpression(value, here, rest, scope, context);
    const found = intoBlocks(type, value, here, path, context.intent.append);
    if ('missing' in found) return refused(found.isDynamic ? 'dynamic-block' : 'computed-value', found.missing);
    return 'at' in found ? found : inExpression(found.expression, found.place, found.rest, scope, context);
  }
  const isKind = (item: Placed<Attribute | Block>): item is Placed<Block> =>
    item.node.type === 'block' &&
    (item.node.kind === name || (item.node.kind === 'dynamic' && item.node.labels[0]?.value === name));
  const nested = items.filter(isKind);
  if (nested.some(({ node }) => node.kind === 'dynamic') || hasDynamic(items, name))
    return refused('dynamic-block', dynamicText(String(name)));
  // One more of a block that may repeat stands beside the others.
  if (!nested.length || (!rest.length && context.intent.append)) return { at: 'absent', place, rest: path };
  const index = typeof rest[0] === 'number' ? rest[0] : 0;
  const chosen = nested[index];
  if (!chosen) return refused('computed-value', `there is no ${String(name)} number ${index + 1}`);
  const closed = notOurs(chosen.file);
  if (closed) return closed;
  const holder = holderOf(place, chosen);
  const inner = blockPlace('block', chosen.file, holder.blocks, chosen.node, index);
  const next = typeof rest[0] === 'number' ? rest.slice(1) : rest;
  if (!next.length) return { at: 'absent', place: inner, rest: [] };
  return inBlock(placedItems(chosen), type, inner, next, scope, context);
}

export function inExpression(
  expression: Expression,
  place: Place,
  path: Path,
  scope: Scope,
  context: Context,
): Writing {
  const closed = notOurs(place.file);
  if (closed) return closed;
  if (place.file.ofShell)
    return refused('computed-value', `${place.file.path} in the environment sets it: decide there`);
  const here = { ...place, start: expression.start, end: expression.end };
  switch (expression.type) {
    case 'parenthesized':
      return inExpression(expression.expression, here, path, scope, context);
    case 'literal':
    case 'text':
      return path.length ? refused('computed-value', 'the value has no parts') : { at: 'value', place: here };
    case 'object': {
      if (!path.length) return literalOnly(expression, here);
      const item = expression.items.find(({ key }) => objectKey(key, scope) === String(path[0]));
      if (!item)
        return (
          context.lacking?.(here, path) ??
          refused('computed-value', `the map at ${at(here)} has no entry ${String(path[0])}`)
        );
      return inExpression(item.value, entry(here, String(path[0])), path.slice(1), scope, context);
    }
    case 'tuple': {
      if (!path.length) return literalOnly(expression, here);
      const index = Number(path[0]);
      const item = expression.items[index];
      if (!item) return refused('computed-value', `the list at ${at(here)} has no element ${String(path[0])}`);
      return inExpression(item, entry(here, index), path.slice(1), scope, context);
    }
    case 'variable':
    case 'get':
    case 'index':
      return inTraversal(expression, here, path, scope, context);
    case 'template':
      if (expression.parts.length === 1 && expression.parts[0].type === 'interpolation')
        return inExpression(expression.parts[0].expression, here, path, scope, context);
      return refused('computed-value', `the text at ${at(here)} is built from other values`);
    case 'conditional': {
      const answer = evaluate(expression.condition, scope);
      return refused(
        'computed-value',
        `the value at ${at(here)} depends on a condition${typeof answer === 'boolean' ? ` (here ${answer})` : ''}: change the branch that is wrong`,
      );
    }
    case 'call':
      return refused(
        'computed-value',
        `the value at ${at(here)} is made by ${expression.name}(): change what it falls back to, or the value it reads`,
      );
    default:
      return refused('computed-value', `the value at ${at(here)} is computed`);
  }
}

function literalOnly(expression: Expression, place: Place): Writing {
  const plain = (each: Expression): boolean =>
    each.type === 'literal' ||
    each.type === 'text' ||
    (each.type === 'tuple' && each.items.every(plain)) ||
    (each.type === 'object' && each.items.every((item) => plain(item.value)));
  return plain(expression)
    ? { at: 'value', place }
    : refused('computed-value', `the list at ${at(place)} holds computed values`);
}

function inTraversal(expression: Expression, place: Place, path: Path, scope: Scope, context: Context): Writing {
  const found = traversal(expression, scope);
  const steps = found?.steps.filter(
    (step): step is string | number => typeof step === 'string' || typeof step === 'number',
  );
  if (!found || !steps || steps.length !== found.steps.length)
    return refused('computed-value', `the value at ${at(place)} is chosen by an index that is not known`);
  const [name, ...rest] = steps;
  const next = [...rest, ...path];
  if (Object.hasOwn(scope.names, found.root)) return inEach(found.root, steps, path, place, scope, context);
  if (found.root === 'var') return inVariable(String(name), next, scope, context);
  if (found.root === 'local') return inLocal(String(name), next, scope, context);
  if (found.root === 'module')
    return refused('computed-value', `the value at ${at(place)} is an output of module.${String(name)}`);
  return refused('computed-value', `the value at ${at(place)} is taken from ${[found.root, ...steps].join('.')}`);
}

/** `each.value.x` leads to the entry of the map that `for_each` goes through. */
function inEach(
  root: string,
  steps: readonly (string | number)[],
  path: Path,
  place: Place,
  scope: Scope,
  context: Context,
): Writing {
  const block = place.file.syntax?.body.items.find(
    (item): item is Block => item.type === 'block' && item.start <= place.start && place.end <= item.end,
  );
  const forEach = block?.body.items.find(
    (item): item is Attribute => item.type === 'attribute' && item.name === 'for_each',
  );
  const each = scope.names.each as { key?: Value } | undefined;
  if (root !== 'each' || steps[0] !== 'value' || !forEach || typeof each?.key !== 'string')
    return refused('computed-value', `the value at ${at(place)} is ${[root, ...steps].join('.')}`);
  const collection: Place = {
    site: 'mapEntry',
    file: place.file,
    blocks: place.blocks.slice(0, 1),
    attribute: 'for_each',
    steps: [],
    start: forEach.value.start,
    end: forEach.value.end,
  };
  if (forEach.value.type === 'call')
    return refused('computed-value', `for_each at ${at(collection)} is made by ${forEach.value.name}()`);
  const outer = { instance: scope.instance, names: {} };
  return inExpression(forEach.value, collection, [each.key, ...steps.slice(1), ...path], outer, context);
}

function inVariable(name: string, path: Path, scope: Scope, context: Context): Writing {
  const { instance } = scope;
  const source = instance.sourceOf(name);
  if (source.from === 'nowhere') return refused('computed-value', `var.${name} has no value in this tree`);
  const problem = disagreement(context.estate, instance.module, 'var', name, path.map(String), context.intent);
  if (problem) return refused('ambiguous', problem);
  const { file, node } = source.placed;
  if (source.from === 'argument') {
    const call = instance.caller!;
    const owner = blockPlace('argument', file, [], call.call.node, 0);
    return inExpression(source.value, { ...owner, attribute: name }, path, source.scope, context);
  }
  if (source.from === 'tfvars') {
    const owner: Place = {
      site: 'tfvars',
      file,
      blocks: [],
      attribute: name,
      steps: [],
      start: node.start,
      end: node.end,
    };
    return inExpression(source.value, owner, path, { instance, names: {} }, context);
  }
  const overrides = overriding(context.estate, instance.module, name);
  if (overrides) return refused('ambiguous', `the default of var.${name} is wrong, but ${overrides}: decide there`);
  const declared = instance.module.variables.get(name)!;
  const owner = blockPlace('variable', file, [], declared.node, 0);
  return inExpression(source.value, { ...owner, attribute: 'default' }, path, { instance, names: {} }, context);
}

function overriding(estate: Estate, module: Module, name: string): string | undefined {
  for (const instance of estate.moduleInstances.get(module) ?? []) {
    const source = instance.sourceOf(name);
    if (source.from === 'tfvars' || source.from === 'argument')
      return source.placed.file.ofShell
        ? `${source.placed.file.path} in the environment sets another value`
        : `${source.placed.file.path}:${lineAt(source.placed.file, source.placed.node.start)} sets another value`;
  }
  return undefined;
}

function inLocal(name: string, path: Path, scope: Scope, context: Context): Writing {
  const { module } = scope.instance;
  const definition = module.locals.get(name);
  if (!definition) return refused('computed-value', `local.${name} is not defined`);
  const problem = disagreement(context.estate, module, 'local', name, path.map(String), context.intent);
  if (problem) return refused('ambiguous', problem);
  const items = definition.file.syntax!.body.items;
  const owner = items.find(
    (item): item is Block => item.type === 'block' && item.body.items.includes(definition.node),
  )!;
  const place = { ...blockPlace('local', definition.file, [], owner, nthOf(items, owner)), attribute: name };
  return inExpression(definition.node.value, place, path, { instance: scope.instance, names: {} }, context);
}
