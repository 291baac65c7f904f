import { type Expectation, isExpectation, oneOf } from './control';
import { attributeFacts, knowsType } from './provider/facts';
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
  valueText,
} from './value';

/** One leaf of a `want`: where, in Terraform names, and what. */
export interface Wanted {
  readonly path: readonly string[];
  readonly expectation: Expectation;
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
    if (isExpectation(inner)) return [{ path, expectation: inner }];
    if (typeof inner === 'object' && inner !== null) return flatten(inner, path);
    return [{ path, expectation: oneOf(inner as Scalar) }];
  });
}

const renaming = new WeakMap<object, Map<string, boolean>>();
/** Whether azurerm 5.x calls something in a `want` by another name. */
function hasRenamed(want: object, type: string): boolean {
  const known = renaming.get(want) ?? new Map<string, boolean>();
  renaming.set(want, known);
  let answer = known.get(type);
  if (answer === undefined) {
    answer = wanted(want).some(({ path }) => renamedIn5(type, path.join('.')));
    known.set(type, answer);
  }
  return answer;
}

/** The leaves under the names that the provider in use has, or that the code shows it has. */
export function wantedOf(want: object, resource: Resource, version: ProviderVersion): readonly Wanted[] {
  if (!hasRenamed(want, resource.type)) return wanted(want);
  return wanted(want).map((leaf) => {
    const renamed = renamedIn5(resource.type, leaf.path.join('.'));
    if (!renamed) return leaf;
    const path = renamed.path.split('.');
    if (version.major !== 5 && isAbsent(written(resource.attributes, path))) return leaf;
    return { path, expectation: renamed.inverted ? opposite(leaf.expectation) : leaf.expectation };
  });
}

function written(attributes: Attributes, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((at, name) => (isObject(at) ? at[name] : undefined), attributes);
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

/** The value at a path: as written, under a former name, or by the provider's default. */
export function read(resource: Resource, path: readonly string[], version: ProviderVersion): Reading {
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
  const dotted = path.join('.');
  const inBlock = path.length > 1;
  const names = version.major === 5 ? [name] : [name, ...formerNames(resource.type, dotted)];
  for (const candidate of names)
    if (!isAbsent(at[candidate])) return { path: [...way, candidate], value: at[candidate], inBlock };
  return { path: [...way, name], ...defaultOf(resource.type, dotted, version), inBlock };
}

function defaultOf(type: string, dotted: string, { major }: ProviderVersion): Omit<Reading, 'path'> {
  if (!knowsType(type)) return { value: undefined };
  const values = (major ? [major] : ([4, 5] as const)).map((each) => attributeFacts(type, dotted, each)?.default);
  // What the other release calls by another name has no default of its own there.
  const known = renamedIn5(type, dotted) ? values.slice(0, 1) : values;
  if (known.some((value) => value !== known[0]))
    return {
      unset: true,
      value: new Unknown(
        `not set, and its default is ${known.map(valueText).join(' or ')} depending on the azurerm version`,
      ),
    };
  return { value: known[0], byDefault: known[0] !== undefined };
}
