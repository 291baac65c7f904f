import { isList, isObject, isScalar, Reference, Unknown, type Value } from '../../controls/value';

/**
 * A value as it can be written where nothing can be referred to: references to the resource itself become what it has.
 * @param own attributes of the resource that an empty address refers to
 * @returns undefined where something in it is not known
 */
export function literal(value: Value | undefined, own: Readonly<Record<string, Value>> = {}): unknown {
  if (value === undefined || value instanceof Unknown) return undefined;
  if (value instanceof Reference) {
    const found = value.address === '' ? own[String(value.attribute[0])] : undefined;
    return typeof found === 'string' ? found + value.suffix : undefined;
  }
  if (isScalar(value) || value === null) return value;
  if (isList(value)) {
    const items = value.map((each) => literal(each, own));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(([name, each]) => [name, literal(each, own)] as const);
  return entries.some(([, each]) => each === undefined) ? undefined : Object.fromEntries(entries);
}
