// Code for azurerm 3.x is read under the names of 4.x, which controls speak, and written under its own.
import { type Attributes, isAbsent, isList, isObject, type Path, Unknown, type Value } from '../value';
import { type Renamed, renamedFrom3 } from './azurerm3';
import { attributeFacts } from './facts';

type Names = Readonly<Record<string, Renamed>>;

/** What a block says under another name: the name of 4.x, and the one that stands in the code. */
const written = new WeakMap<Attributes, Map<string, string>>();
/** Lists of which something was left out: an index in them is none in the code. */
const partial = new WeakSet<readonly Value[]>();
const originals = new WeakMap<Attributes, Attributes>();

const join = (at: string, name: string) => (at ? `${at}.${name}` : name);

/**
 * The attributes of a resource under the names of 4.x, with what they say said as 4.x says it.
 * @param attributes as the code has them; the same object comes back where nothing is called otherwise
 */
export function readIn3(type: string, attributes: Attributes): Attributes {
  const names = renamedFrom3(type);
  const read = Object.keys(names).length ? readBlock(attributes, '', names) : attributes;
  if (read !== attributes) originals.set(read, attributes);
  return read;
}

/** The attributes as they stand in the code, or in a plan of Terraform. */
export const originalOf = (attributes: Attributes): Attributes => originals.get(attributes) ?? attributes;

function readBlock(block: Attributes, at: string, names: Names): Attributes {
  const result: Record<string, Value> = {};
  const own = new Map<string, string>();
  for (const [name, value] of Object.entries(block)) {
    const path = join(at, name);
    const inner = Object.keys(names).some((each) => each.startsWith(`${path}.`))
      ? readInside(value, path, names)
      : value;
    const renamed = names[path];
    if (!renamed) {
      if (!own.has(name)) result[name] = inner;
    } else if (renamed.is === name || saysNothing(block[renamed.is])) {
      // Of two old names for one new one the first that says something counts.
      if (own.has(renamed.is) && (isAbsent(value) || !isAbsent(result[renamed.is]))) continue;
      result[renamed.is] = isAbsent(inner) ? inner : said(renamed, inner, name);
      own.set(renamed.is, name);
    }
  }
  const isSame = !own.size && Object.entries(block).every(([name, value]) => result[name] === value);
  if (isSame) return block;
  if (own.size) written.set(result, own);
  return result;
}

function readInside(value: Value, path: string, names: Names): Value {
  if (isObject(value)) return readBlock(value, path, names);
  return isList(value) ? value.map((each) => readInside(each, path, names)) : value;
}

/** A plan shows both names: the one that nothing is said under is null, empty, or known after apply. */
const saysNothing = (value: Value | undefined) =>
  isAbsent(value) || value instanceof Unknown || (isList(value) && !value.length);

/** What an attribute of 3.x says, in the words of 4.x. */
function said({ not, values, as }: Renamed, value: Value, name: string): Value {
  if (value instanceof Unknown) return value;
  if (not) return isYesOrNo(value) ? String(value) !== 'true' : new Unknown(`the opposite of ${name}`);
  if (values) return values[String(value)] ?? new Unknown(`what ${name} says`);
  switch (as) {
    case 'commas':
      if (typeof value !== 'string') return isList(value) ? value : new Unknown(`the list in ${name}`);
      return value
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '');
    case 'single':
      return [value];
    case 'enabled':
      return enabledAmong(value, name);
    case 'switched-off':
      return (isList(value) ? value : [value]).map((id) => (id instanceof Unknown ? id : { id, enabled: false }));
    default:
      return value;
  }
}

const isYesOrNo = (value: Value) => String(value) === 'true' || String(value) === 'false';

function enabledAmong(value: Value, name: string): Value {
  const blocks = isList(value) ? value : [value];
  const kept = blocks.flatMap((block): Value[] => {
    if (!isObject(block)) return [block];
    const { enabled = true, ...others } = block;
    if (enabled instanceof Unknown) return [new Unknown(`whether ${name} is enabled: ${enabled.why}`)];
    return String(enabled) === 'false' ? [] : [others];
  });
  if (kept.length < blocks.length) partial.add(kept);
  return kept;
}

/** Where a value stands in code for 3.x, and what has to be written there. */
export interface WrittenIn3 {
  readonly path: Path;
  readonly to: Value;
  /** What is there, in the words of 3.x. */
  readonly from: Value | undefined;
}

/**
 * A value at a path of 4.x in the names and words of 3.x: of the name that the code has, else of the one that every release
 * from 3.100 on has.
 * @param attributes as readIn3 gives them
 * @returns a text, for people, where 3.x cannot say it at that place
 */
export function writeIn3(
  type: string,
  attributes: Attributes,
  path: Path,
  to: Value,
  from?: Value,
): WrittenIn3 | string {
  let at: Value | undefined = attributes;
  let inFour = '';
  let inThree = '';
  const way: (string | number)[] = [];
  for (const [i, step] of path.entries()) {
    if (typeof step === 'number') {
      way.push(step);
      at = isList(at) ? at[step] : at;
      continue;
    }
    inFour = join(inFour, step);
    const name: string = nameIn3(type, inFour, at, step);
    const renamed: Renamed | undefined = renamedFrom3(type)[join(inThree, name)];
    inThree = join(inThree, name);
    way.push(name);
    at = isObject(at) ? at[step] : undefined;
    if (isList(at) && partial.has(at)) return `${inThree} has blocks that are not enabled: write it there by hand`;
    if (renamed?.as && i < path.length - 1 && (renamed.as === 'switched-off' || renamed.as === 'single'))
      return `azurerm 4.x has another form for ${inThree}: change it there by hand`;
    if (i < path.length - 1) continue;
    const value = renamed ? inWords(renamed, to) : to;
    if (value === undefined) return `azurerm 3.x has another form for ${inFour}: change ${inThree} by hand`;
    return {
      path: way,
      to: contentIn3(type, inFour, value),
      from: renamed && from !== undefined ? (inWords(renamed, from) ?? from) : from,
    };
  }
  return { path: way, to: contentIn3(type, inFour, to), from };
}

/** The path alone: where to look in the code. */
export function pathIn3(type: string, attributes: Attributes, path: Path): Path {
  const found = writeIn3(type, attributes, path, null);
  return typeof found === 'string' ? path : found.path;
}

function nameIn3(type: string, inFour: string, block: Value | undefined, step: string): string {
  if (isObject(block)) {
    const own = written.get(block)?.get(step);
    if (own !== undefined) return own;
    // A later release of 3.x, which knows the name of 4.x.
    if (block[step] !== undefined) return step;
  }
  return attributeFacts(type, inFour, 3)?.former ?? step;
}

/** What 4.x says, in the words of an attribute of 3.x; undefined where it has none for it. */
function inWords({ not, values, as }: Renamed, value: Value): Value | undefined {
  if (value === null || value instanceof Unknown) return value;
  if (not) return typeof value === 'boolean' ? !value : undefined;
  if (values) {
    const found = Object.keys(values).find((each) => values[each] === value);
    return found === undefined ? undefined : found === 'true';
  }
  switch (as) {
    case 'commas':
      return isList(value) && value.every((each) => typeof each === 'string') ? value.join(',') : undefined;
    case 'single':
      return isList(value) && value.length === 1 ? value[0] : undefined;
    case 'switched-off':
      return undefined;
    default:
      return value;
  }
}

/**
 * Names and words inside a value that is new as a whole: a block, several, or the attributes of a new resource.
 * @param at path of the value in 4.x; '' for a resource
 */
export function contentIn3(type: string, at: string, value: Value): Value {
  if (isList(value)) return value.some(isObject) ? value.map((each) => contentIn3(type, at, each)) : value;
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([step, inner]) => {
      const path = join(at, step);
      const name = attributeFacts(type, path, 3)?.former ?? step;
      const renamed = renamedFrom3(type)[join(at, name)];
      const words = renamed ? inWords(renamed, inner) : inner;
      return [name, contentIn3(type, path, words ?? inner)];
    }),
  );
}

/** Whether a release of 3.x from 3.100 on has an attribute or block under this name. */
export function isNameIn3(type: string, path: string): boolean {
  const facts = attributeFacts(type, path, 3);
  return facts !== undefined && (facts.former === undefined || facts.since !== undefined);
}

/** Whether only the name is another one, so that people read the same value under it. */
export const isPlainName = (type: string, path: string): boolean => {
  const { not, values, as } = renamedFrom3(type)[path] ?? {};
  return !not && !values && !as;
};
