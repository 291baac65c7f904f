import { append } from '../../controls/append';
import { commit } from '../hcl/align';
import type { Attribute, Block, Body, Expression, File, ObjectExpression } from '../hcl/ast';
import {
  addTopLevelBlocks,
  edit,
  type Operation,
  replaceExpression,
  setObjectEntries,
  type TextEdit,
  type TopLevelBlock,
} from '../hcl/edit';
import { type BlockStep, type Place, sameHead } from '../locate/hcl/trace';
import type { Change } from '../plan-types';
import { blockContent, hclText } from './hcl-text';

/** Applies changes to one file, which may have been edited since they were planned. */
export function applyTo(file: File, changes: readonly Change[]): File {
  const operations = new Map<Block | 'file', Operation[]>();
  const additions = new Map<Block | 'file', TopLevelBlock[]>();
  const entries = new Map<ObjectExpression, (readonly [string, string])[]>();
  const edits: TextEdit[] = [];
  for (const { edit: wanted, resources } of changes) {
    const { place, what } = wanted;
    const container = containerOf(file, place);
    if (what.do === 'add') {
      const self = selfText(place.blocks[0], what.each);
      const repeated = what.each ? [{ name: what.each, value: repetition(place.blocks[0], what.each) }] : [];
      const content = [...repeated, ...blockContent(what.type, '', what.content, self)];
      append(additions, container, { kind: 'resource', labels: [what.type, what.name], content });
    } else if (what.do === 'fill' && place.attribute) {
      const map = mapAt(container, file, place);
      for (const [name, value] of Object.entries(what.content)) append(entries, map, [name, hclText(value)] as const);
    } else if (what.do === 'fill') {
      for (const operation of fillOperations(what)) append(operations, container, operation);
    } else if (place.steps.length || !place.attribute) {
      edits.push(...replaceExpression(file, expressionAt(container, file, place), hclText(what.to)));
    } else {
      // Through the block, so that one-line blocks see all their edits at once.
      append(operations, container, { type: 'set', name: place.attribute, value: hclText(what.to) });
    }
    if (!resources.length) throw new Error('a change without a resource');
  }
  for (const [container, blocks] of additions)
    edits.push(...addTopLevelBlocks(file, container === 'file' ? undefined : container, blocks));
  for (const [map, each] of entries) edits.push(...setObjectEntries(file, map, each));
  for (const [container, each] of operations) edits.push(...edit(file, container, each));
  return commit(file, edits);
}

function fillOperations(what: Extract<Change['edit']['what'], { do: 'fill' }>): Operation[] {
  const content = blockContent(what.type, what.at, what.content);
  return [
    ...what.remove.map((name): Operation => ({ type: 'remove', name })),
    ...content.map(
      ({ name, value }): Operation =>
        typeof value === 'string' ? { type: 'set', name, value } : { type: 'add', kind: name, content: value },
    ),
  ];
}

const nameOf = ({ labels: [type, name] }: BlockStep) => `${type}.${name}`;

const selfText = (owner: BlockStep, each: 'for_each' | 'count' | undefined): string =>
  each === 'for_each' ? 'each.value' : each === 'count' ? `${nameOf(owner)}[count.index]` : nameOf(owner);

const repetition = (owner: BlockStep, each: 'for_each' | 'count'): string =>
  each === 'for_each' ? nameOf(owner) : `length(${nameOf(owner)})`;

function containerOf(file: File, place: Place): Block | 'file' {
  let container: Block | 'file' = 'file';
  for (const step of place.blocks) {
    const body: Body = container === 'file' ? file.body : container.body;
    const siblings: Block[] = body.items.filter((item): item is Block => item.type === 'block' && sameHead(item, step));
    const found: Block | undefined = siblings[step.nth];
    if (!found) throw new Error(`${place.file.path} has no ${step.kind} ${step.labels.join(' ')}`);
    container = found;
  }
  return container;
}

function mapAt(container: Block | 'file', file: File, place: Place): ObjectExpression {
  let at = expressionAt(container, file, place);
  while (at.type === 'parenthesized') at = at.expression;
  if (at.type !== 'object') throw new Error(`${place.file.path} has no map at ${place.attribute}`);
  return at;
}

function expressionAt(container: Block | 'file', file: File, place: Place): Expression {
  const body = container === 'file' ? file.body : container.body;
  const attribute = body.items.find(
    (item): item is Attribute => item.type === 'attribute' && item.name === place.attribute,
  );
  let at = attribute?.value;
  for (const step of place.steps) {
    while (at?.type === 'parenthesized') at = at.expression;
    if (at?.type === 'tuple') at = at.items[Number(step)];
    else if (at?.type === 'object') at = at.items.find(({ key }) => keyName(key) === String(step))?.value;
    else at = undefined;
  }
  if (!at) throw new Error(`${place.file.path} has no ${place.attribute}`);
  return at;
}

const keyName = (key: Expression): string | undefined =>
  key.type === 'variable' ? key.name : key.type === 'text' || key.type === 'literal' ? String(key.value) : undefined;
