import { isAbsent, isList, isObject, Reference, Unknown, type Value } from './value';

// Conditions over values that may not be known: true, false, or why it cannot be told.
type Answer = boolean | Unknown;

const firstUnknown = (answers: readonly Answer[]): Unknown | undefined =>
  answers.find((each): each is Unknown => each instanceof Unknown);

/** False as soon as one is, whatever the others are. */
export const both = (...answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : (firstUnknown(answers) ?? true);
/** True as soon as one is. */
export const either = (...answers: readonly Answer[]): Answer =>
  answers.includes(true) ? true : (firstUnknown(answers) ?? false);

/** The value at a path through single blocks; what is unknown on the way is the answer. */
export function at(value: Value | undefined, path: readonly string[]): Value | undefined {
  let here = value;
  for (const name of path) {
    if (isList(here) && here.length === 1) here = here[0];
    if (here instanceof Unknown) return here;
    here = isObject(here) ? here[name] : undefined;
  }
  return here;
}

/** Whether the list at a path holds an item; a reference is never one of the fixed words that are asked for. */
export function lists(value: Value, path: readonly string[], item: string): Answer {
  const list = at(value, path);
  if (list instanceof Unknown) return list;
  if (!isList(list)) return false;
  return list.includes(item) || (list.find((each): each is Unknown => each instanceof Unknown) ?? false);
}

/** Whether anything stands at a path. */
export function holds(value: Value, path: readonly string[]): Answer {
  const found = at(value, path);
  if (found instanceof Unknown) return found;
  return isList(found) ? found.length > 0 : found !== undefined && found !== null && found !== '';
}
export const not = (answer: Answer): Answer => (answer instanceof Unknown ? answer : !answer);

/** Whether a value is one of some texts; where a reference leads is not known. */
export function isOneOf(value: Value | undefined, ...accepted: readonly string[]): Answer {
  if (value instanceof Reference) return new Unknown(`taken from ${value.address}`);
  return value instanceof Unknown ? value : accepted.includes(String(value));
}

/** Blocks that may repeat, one for each; blocks of which nothing is known are one that is not. */
export const blocksOf = (value: Value | undefined): readonly Value[] =>
  isAbsent(value) ? [] : isList(value) ? value : [value];
