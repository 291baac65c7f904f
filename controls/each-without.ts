import type { Deviation } from './control';
import { isAbsent, isList, isObject, type Resource, Unknown } from './value';

/** Where repeated blocks say what none of them should: other things in them may be unknown. */
export function eachWithout({ attributes }: Resource, block: string, name: string): readonly Deviation[] | Unknown {
  const written = attributes[block];
  if (isAbsent(written)) return [];
  const blocks = isList(written)
    ? written.map((each, i) => ({ each, at: [block, i] }))
    : [{ each: written, at: [block] }];
  const values = blocks.map(({ each, at }) => ({ at, value: isObject(each) ? each[name] : each }));
  const found = values.filter(({ value }) => (value instanceof Unknown ? value.isText : !isAbsent(value)));
  if (found.length)
    return found.map(({ at, value }) => ({ path: [...at, name], found: value, expected: 'not to be set' }));
  return values.map(({ value }) => value).find((value) => value instanceof Unknown) ?? [];
}
