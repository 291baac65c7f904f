import {
  type Attributes,
  isAbsent,
  isList,
  isObject,
  isScalar,
  Reference,
  Unknown,
  type Value,
} from '../../../controls/value';

type Terraform = (...args: Value[]) => Value | undefined;

const text = (value: Value): string | undefined => (isScalar(value) ? String(value) : undefined);
const distinct = (items: readonly Value[]): Value[] => {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = isScalar(item) ? `${typeof item} ${item}` : undefined;
    if (key === undefined) return true;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
};
const flat = (items: readonly Value[]): Value[] => items.flatMap((item) => (isList(item) ? flat(item) : [item]));
const onText =
  (change: (value: string) => Value): Terraform =>
  (value) => {
    const known = text(value);
    return known === undefined ? undefined : change(known);
  };

/** Terraform's functions that settings are usually built with; undefined when the arguments do not fit. */
const FUNCTIONS: Readonly<Record<string, Terraform>> = {
  tostring: onText((value) => value),
  lower: onText((value) => value.toLowerCase()),
  upper: onText((value) => value.toUpperCase()),
  title: onText((value) => value.replace(/(^|\s)\S/g, (start) => start.toUpperCase())),
  base64encode: onText((value) => Buffer.from(value).toString('base64')),
  trimspace: onText((value) => value.trim()),
  tonumber: (value) => (isScalar(value) && !Number.isNaN(Number(value)) ? Number(value) : undefined),
  tobool: (value) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
  toset: (value) => (isList(value) ? distinct(value) : undefined),
  tolist: (value) => (isList(value) ? value : undefined),
  tomap: (value) => (isObject(value) ? value : undefined),
  sensitive: (value) => value,
  nonsensitive: (value) => value,
  length: (value) =>
    isList(value)
      ? value.length
      : isObject(value)
        ? Object.keys(value).length
        : typeof value === 'string'
          ? value.length
          : undefined,
  keys: (value) => (isObject(value) ? Object.keys(value).sort() : undefined),
  values: (value) =>
    isObject(value)
      ? Object.keys(value)
          .sort()
          .map((name) => value[name])
      : undefined,
  merge: (...maps) =>
    maps.every((map) => isObject(map) || map === null) ? (Object.assign({}, ...maps) as Attributes) : undefined,
  concat: (...lists) => (lists.every(isList) ? (lists as (readonly Value[])[]).flat() : undefined),
  flatten: (value) => (isList(value) ? flat(value) : undefined),
  distinct: (value) => (isList(value) ? distinct(value) : undefined),
  compact: (value) => (isList(value) ? value.filter((item) => !isAbsent(item) && item !== '') : undefined),
  reverse: (value) => (isList(value) ? [...value].reverse() : undefined),
  contains: (list, item) =>
    isList(list) && !list.some((each) => each instanceof Unknown) ? list.includes(item) : undefined,
  element: (list, index) =>
    isList(list) && list.length && typeof index === 'number' ? list[index % list.length] : undefined,
  join: (separator, list) =>
    isList(list) && list.every(isScalar) && typeof separator === 'string' ? list.join(separator) : undefined,
  split: (separator, value) =>
    typeof separator === 'string' && typeof value === 'string' ? value.split(separator) : undefined,
  replace: (value, from, to) =>
    typeof value === 'string' && typeof from === 'string' && typeof to === 'string' && !/^\/.*\/$/.test(from)
      ? value.replaceAll(from, to)
      : undefined,
  format: (pattern, ...rest) => {
    if (typeof pattern !== 'string' || !rest.every(isScalar)) return undefined;
    let next = 0;
    const made = pattern.replace(/%[sdv]/g, () => String(rest[next++]));
    return next === rest.length && !made.includes('%') ? made : undefined;
  },
  zipmap: (names, values) =>
    isList(names) && isList(values) && names.every(isScalar)
      ? Object.fromEntries(names.map((name, i) => [String(name), values[i] ?? null]))
      : undefined,
  one: (list) => (isList(list) ? (list.length === 1 ? list[0] : list.length === 0 ? null : undefined) : undefined),
  max: (...numbers) =>
    numbers.every((each) => typeof each === 'number') ? Math.max(...(numbers as number[])) : undefined,
  min: (...numbers) =>
    numbers.every((each) => typeof each === 'number') ? Math.min(...(numbers as number[])) : undefined,
  lookup: (map, key, fallback) => {
    if (!isObject(map) || typeof key !== 'string') return undefined;
    return Object.hasOwn(map, key) ? map[key] : fallback;
  },
};

/** The value of a call whose arguments are known; else why it is not known. `try`, `can` and `coalesce` are the caller's. */
export function call(name: string, args: readonly Value[]): Value {
  const blind = args.find((arg) => arg instanceof Unknown);
  if (blind) return blind;
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known) return new Unknown(`the result of ${name}()`);
  // A list or map that holds references is fine; a reference as the argument itself is a value of another resource.
  const reference = args.find((arg) => arg instanceof Reference);
  if (reference) return new Unknown(`${name}() of ${reference}`);
  return known(...args) ?? new Unknown(`the result of ${name}() with these arguments`);
}
