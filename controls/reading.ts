import { expectedText } from './accept';
import { type Expectation, isExpectation, oneOf } from './control';
import { attributeFacts, MAJORS, majorsOf } from './provider/facts';
import { formerNames, renamedIn5 } from './provider/former-names';
import { terraformName } from './provider/names';
import type { ProviderVersion } from './provider/version';
import {
  type Attributes,
  isAbsent,
  isList,
  isObject,
  type Path,
  type Resource,
  type Scalar,
  Unknown,
  type Value,
  valueAt,
  valueText,
} from './value';

/** One leaf of a `want`: where, in Terraform names, and what. */
export interface Wanted {
  readonly path: readonly string[];
  /** The path as the provider facts name it. */
  readonly dotted: string;
  readonly expectation: Expectation;
  /** The expectation in words. */
  readonly expected: string;
}

const flattened = new WeakMap<object, readonly Wanted[]>();
/** A nested `want` as a list of leaves. */
export function wanted(want: object): readonly Wanted[] {
  let leaves = flattened.get(want);
  if (!leaves) {
    leaves = flatten(want, []);
    flattened.set(want, leaves);
  }
  return leaves;
}
function flatten(want: object, at: readonly string[]): Wanted[] {
  return Object.entries(want).flatMap(([name, inner]) => {
    const path = [...at, terraformName(name)];
    if (isExpectation(inner)) return [leaf(path, inner)];
    if (typeof inner === 'object' && inner !== null) return flatten(inner, path);
    return [leaf(path, oneOf(inner as Scalar))];
  });
}
const leaf = (path: readonly string[], expectation: Expectation): Wanted => ({
  path,
  dotted: path.join('.'),
  expectation,
  expected: expectedText(expectation.accept),
});

const renaming = new WeakMap<object, Map<string, boolean>>();
/** Whether azurerm 5.x calls something in a `want` by another name. */
function hasRenamed(want: object, type: string): boolean {
  const known = renaming.get(want) ?? new Map<string, boolean>();
  renaming.set(want, known);
  let answer = known.get(type);
  if (answer === undefined) {
    answer = wanted(want).some(({ dotted }) => renamedIn5(type, dotted));
    known.set(type, answer);
  }
  return answer;
}

/** The leaves under the names that the provider in use has, or that the code shows it has. */
export function wantedOf(want: object, resource: Resource, version: ProviderVersion): readonly Wanted[] {
  if (!hasRenamed(want, resource.type)) return wanted(want);
  return wanted(want).map((each) => {
    const renamed = renamedIn5(resource.type, each.dotted);
    if (!renamed) return each;
    const path = renamed.path.split('.');
    if (version.major !== 5 && isAbsent(valueAt(resource.attributes, path))) return each;
    return leaf(path, renamed.inverted ? opposite(each.expectation) : each.expectation);
  });
}

const not = (value: unknown): Scalar => !(value as boolean);
/** `local_authentication_disabled = true` is `local_authentication_enabled = false`. */
function opposite(expectation: Expectation): Expectation {
  const { accept, set } = expectation;
  if (!('in' in accept)) return expectation;
  return { ...expectation, accept: { in: accept.in.map(not) }, ...(set === undefined ? {} : { set: not(set) }) };
}

interface Reading {
  readonly path: Path;
  readonly value: Value | undefined;
  /** The attribute is absent and the provider's default stands in. */
  readonly byDefault?: boolean;
  /** The attribute is absent and its default depends on the version, which is not known. */
  readonly unset?: boolean;
  /** The block the attribute belongs to is there. */
  readonly inBlock?: boolean;
}

/** The value at a path: as written, under a former name, or by the provider's default. `dotted` is the path as text. */
export function read(
  resource: Resource,
  path: readonly string[],
  version: ProviderVersion,
  dotted = path.join('.'),
): Reading {
  let at: Attributes = resource.attributes;
  const way: (string | number)[] = [];
  for (let i = 0; i < path.length - 1; i++) {
    let block = at[path[i]];
    way.push(path[i]);
    if (isList(block) && block.length === 1) {
      block = block[0];
      way.push(0);
    }
    if (isAbsent(block) || (isList(block) && !block.length)) return { path, value: undefined };
    if (block instanceof Unknown) return { path, value: block };
    if (!isObject(block)) return { path, value: new Unknown(`${path[i]} is not one block`) };
    at = block;
  }
  const name = path[path.length - 1];
  const inBlock = path.length > 1;
  if (!isAbsent(at[name])) return { path: [...way, name], value: at[name], inBlock };
  for (const former of version.major === 5 ? [] : formerNames(resource.type, dotted))
    if (!isAbsent(at[former])) return { path: [...way, former], value: at[former], inBlock };
  return { path: [...way, name], ...defaultOf(resource.type, dotted, version), inBlock };
}

function defaultOf(type: string, dotted: string, version: ProviderVersion): Omit<Reading, 'path'> {
  // What 5.x calls by another name has no default of its own there.
  const isRenamed = version.major !== 5 && renamedIn5(type, dotted) !== undefined;
  // Nobody is told where a default is that of an older release: where nothing is said, all of them count.
  const { admits = MAJORS, major: only } = version;
  const majors = majorsOf(type, { major: only, admits }).filter((major) => !(isRenamed && major === 5));
  const [value, ...others] = new Set(majors.map((major) => attributeFacts(type, dotted, major)?.default));
  if (!others.length) return { value, byDefault: value !== undefined };
  const either = [value, ...others].map(valueText).join(' or ');
  return {
    unset: true,
    value: new Unknown(`not set, and its default is ${either} depending on the azurerm version`),
  };
}
