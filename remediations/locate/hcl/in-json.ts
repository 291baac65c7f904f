import { isBlockInAny } from '../../../controls/provider/facts';
import type { Path } from '../../../controls/value';
import type { Attribute, Block, Expression } from '../../hcl/ast';
import type { Placed } from './module';
import { entry, type Place } from './place';
import { memberOf } from './synthesized';

/** A place inside blocks that JSON syntax writes as objects and lists of objects. */
export type InJson =
  /** The value of an attribute, or of a whole list of blocks. */
  | { readonly expression: Expression; readonly place: Place; readonly rest: Path }
  /** `rest` is not written; it belongs into the block at `place`. */
  | { readonly at: 'absent'; readonly place: Place; readonly rest: Path }
  | { readonly missing: string; readonly isDynamic?: true };

/**
 * Goes into nested blocks as far as they are written.
 * @param path from the resource; its first step has led to `expression`
 * @param append the path ends at blocks of which one more is wanted
 */
export function intoBlocks(
  type: string,
  expression: Expression,
  place: Place,
  path: Path,
  append: boolean | undefined,
): InJson {
  let at = { expression, place };
  let rest = path.slice(1);
  const names = [String(path[0])];
  while (isBlockInAny(type, names.join('.'))) {
    if (at.expression.type === 'tuple') {
      // One more of a block that may repeat stands beside the others: it belongs into what holds the list.
      if (!rest.length && append) return beside(at.place, names);
      const [first] = rest;
      if (!rest.length || (typeof first === 'string' && at.expression.items.length !== 1)) break;
      const index = typeof first === 'number' ? first : 0;
      const item = at.expression.items[index];
      if (!item) return { missing: `there is no ${names.join('.')} number ${index + 1}` };
      at = { expression: item, place: inside(entry(at.place, index), item) };
      if (typeof first === 'number') rest = rest.slice(1);
    }
    if (at.expression.type !== 'object') break;
    if (typeof rest[0] === 'number') rest = rest.slice(1);
    const [name] = rest;
    const item = at.expression.items.find(({ key }) => key.type === 'text' && key.value === name);
    if (!item && dynamicIn(at.expression).some(({ kind }) => kind === name))
      return { missing: dynamicText(String(name)), isDynamic: true };
    if (!item) return { at: 'absent', place: at.place, rest };
    at = { expression: item.value, place: inside(entry(at.place, String(name)), item.value) };
    names.push(String(name));
    rest = rest.slice(1);
  }
  return { ...at, rest };
}

const inside = (place: Place, { start, end }: Expression): Place => ({ ...place, start, end });

/** The block that holds the attribute at `place`. */
function beside(place: Place, names: readonly string[]): InJson {
  return { at: 'absent', place: outerOf(place), rest: [names[names.length - 1]] };
}

/** The block or object that an attribute stands in. */
export function outerOf({ attribute, steps, ...place }: Place): Place {
  return steps.length ? { ...place, attribute, steps: steps.slice(0, -1) } : { ...place, site: 'block', steps };
}

/** A dynamic block as JSON syntax writes it. */
export interface Dynamic {
  readonly kind: string;
  readonly forEach?: Expression;
  readonly content?: Expression;
  readonly iterator: string;
}

export const dynamicText = (kind: string): string => `${kind} is a dynamic block: its content is made by an expression`;

/** The dynamic blocks of an object; a block of the same kind may be there several times. */
export const dynamicIn = (expression: Expression): Dynamic[] => dynamicOf(memberOf(expression, 'dynamic'));

/** Whether the arguments of a resource in JSON syntax hold a dynamic block of a kind. */
export const hasDynamic = (items: readonly Placed<Attribute | Block>[], name: string | number): boolean =>
  items.some(
    ({ file, node }) =>
      file.json &&
      node.type === 'attribute' &&
      node.name === 'dynamic' &&
      dynamicOf(node.value).some(({ kind }) => kind === name),
  );

/** The dynamic blocks that the value of an argument `dynamic` stands for. */
export const dynamicOf = (dynamic: Expression | undefined): Dynamic[] =>
  oneOrMore(dynamic).flatMap((each) =>
    each.type === 'object'
      ? each.items.flatMap(({ key, value }) =>
          key.type === 'text' ? oneOrMore(value).map((block) => dynamicBlock(key.value, block)) : [],
        )
      : [],
  );

function dynamicBlock(kind: string, block: Expression): Dynamic {
  const iterator = memberOf(block, 'iterator');
  return {
    kind,
    forEach: memberOf(block, 'for_each'),
    content: oneOrMore(memberOf(block, 'content'))[0],
    iterator: iterator?.type === 'text' ? iterator.value : kind,
  };
}

const oneOrMore = (expression: Expression | undefined): readonly Expression[] =>
  expression?.type === 'tuple' ? expression.items : expression ? [expression] : [];
