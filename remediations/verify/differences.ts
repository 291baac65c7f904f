import { at, list, record } from '../findings/json';

/**
 * Attributes that differ between two objects of Terraform's JSON, dotted and without indexes, sorted. What is known only
 * after apply is no difference: nobody can say that it is one.
 */
export function differences(before: unknown, after: unknown, unknown: unknown): string[] {
  const found = new Set<string>();
  compare(before, after, unknown, '', found);
  return [...found].sort();
}

function compare(before: unknown, after: unknown, unknown: unknown, path: string, found: Set<string>): void {
  if (unknown === true || isSame(before, after)) return;
  const [a, b] = [record(before), record(after)];
  if (a && b) {
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)]))
      compare(at(a, name), at(b, name), at(unknown, name), path ? `${path}.${name}` : name, found);
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length && after.some(record)) {
    for (const [i, item] of after.entries()) compare(before[i], item, list(unknown)[i], path, found);
    return;
  }
  found.add(path);
}

/** Not set is `null`, an empty text, an empty list: which of them depends on the provider. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (isEmpty(a) && isEmpty(b)) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** Whether one of two dotted paths lies on the other. */
export const overlap = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
