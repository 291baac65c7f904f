import { accepts, completed, expectedText } from './accept';
import {
  type Companion,
  type Control,
  type Deviation,
  type Expectation,
  isExpectation,
  type NewResource,
  oneOf,
} from './control';
import { attributeFacts } from './provider/facts';
import { formerNames } from './provider/former-names';
import { terraformName } from './provider/names';
import type { ProviderVersion } from './provider/version';
import type { Surroundings } from './surroundings';
import {
  type Attributes,
  isAbsent,
  isList,
  isObject,
  type Path,
  Reference,
  type Resource,
  type Scalar,
  Unknown,
  type Value,
  valueText,
} from './value';

/** Three answers, and "this control does not concern this resource". */
export type Verdict =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly deviations: readonly Deviation[] }
  | {
      readonly answer: 'unknown';
      readonly why: string;
      readonly path: Path;
      /** What to write all the same: it would be right whatever the unknown turns out to be. */
      readonly either?: readonly Deviation[];
    }
  | { readonly answer: 'not-applicable' };

const YES: Verdict = { answer: 'yes' };
const NOT_APPLICABLE: Verdict = { answer: 'not-applicable' };
const no = (deviations: readonly Deviation[]): Verdict => (deviations.length ? { answer: 'no', deviations } : YES);
const unknown = (why: string, path: Path = []): Extract<Verdict, { answer: 'unknown' }> => ({
  answer: 'unknown',
  why,
  path,
});

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

/** Does `resource` meet `control`? Looks at the resource, at the provider's defaults and at what refers to it. */
export function judge(control: Control, resource: Resource, around: Surroundings): Verdict {
  if (control.manual || !control.resources.includes(resource.type)) return NOT_APPLICABLE;
  if (control.when) {
    const condition = judgeWant(control.when, resource, around.version);
    if (condition.answer === 'no') return NOT_APPLICABLE;
    if (condition.answer === 'unknown') return condition;
  }
  if (control.inspect) {
    const found = control.inspect(resource);
    return found instanceof Unknown ? unknown(found.why) : no(found);
  }
  const own = control.want && admitted(control.want, resource, around.version);
  const inline = own ? judgeWant(own, resource, around.version) : undefined;
  const { companions } = control;
  if (!companions) return inline ?? NOT_APPLICABLE;
  // A "yes" that rests on nothing being said here holds only where nothing is said elsewhere.
  const isSaid = own !== undefined && wanted(own).some(({ path }) => resource.attributes[path[0]] !== undefined);
  const elsewhere = () => companions.some((companion) => around.companionsOf(resource, companion).length);
  if (inline?.answer === 'yes' && (isSaid || !elsewhere())) return inline;
  return judgeCompanions(companions, inline, isSaid, resource, around);
}

/** A `want` counts only where the provider in use has its attributes, or the code shows that it has. */
function admitted(want: object, resource: Resource, version: ProviderVersion): object | undefined {
  const has = ({ path, dotted }: Wanted) => {
    if (resource.attributes[path[0]] !== undefined) return true;
    if (version.major) return attributeFacts(resource.type, dotted, version.major) !== undefined;
    return [4, 5].every((major) => attributeFacts(resource.type, dotted, major as 4 | 5) !== undefined);
  };
  return wanted(want).every(has) ? want : undefined;
}

function judgeCompanions(
  companions: readonly Companion[],
  inline: Verdict | undefined,
  isSaid: boolean,
  resource: Resource,
  around: Surroundings,
): Verdict {
  const judged = companions.map((companion) => judgeCompanion(companion, resource, around));
  if (judged.some((verdict) => verdict.answer === 'yes')) return YES;
  const existing = judged.find((verdict) => verdict.answer === 'no' && !verdict.deviations[0].add);
  if (existing) return existing;
  const unclear = [...judged, ...(inline ? [inline] : [])].find((verdict) => verdict.answer === 'unknown');
  if (unclear) return unclear;
  const addition = judged.find((verdict) => verdict.answer === 'no');
  return (isSaid ? inline : (addition ?? inline)) ?? NOT_APPLICABLE;
}

/** `not-applicable`: none is there, and none is to be added. */
function judgeCompanion(companion: Companion, resource: Resource, around: Surroundings): Verdict {
  const { resource: type, refersBy, suffix } = companion;
  const ours = around.companionsOf(resource, companion);
  const verdicts = ours.map((link) => ({ link, verdict: judgeWant(companion.want, link.resource, around.version) }));
  if (verdicts.some(({ verdict }) => verdict.answer === 'yes')) return YES;
  const unclear = verdicts.find(({ verdict }) => verdict.answer === 'unknown');
  if (unclear) return unclear.verdict;
  const [first] = verdicts;
  if (first?.verdict.answer === 'no')
    return no(first.verdict.deviations.map((each) => ({ ...each, address: first.link.resource.address })));
  const older = around.referringTo(resource, type).find((link) => link.by !== refersBy);
  if (older && !suffix && !attributeFacts(type, older.by, 4))
    return unknown(`${older.resource.address} refers to it by ${older.by}, which azurerm 4.x and 5.x do not have`);
  const blind = around.unclear(type, refersBy);
  if (blind) return unknown(`${blind} may belong to it: ${refersBy} cannot be read`);
  if (!companion.add) return NOT_APPLICABLE;
  const incomplete = around.incomplete;
  if (incomplete) return unknown(incomplete);
  const fits = companion.add.when ? judgeWant(companion.add.when, resource, around.version).answer : 'yes';
  if (fits === 'no') return NOT_APPLICABLE;
  const { add, ...deviation } = missing(companion);
  return no([fits === 'yes' ? { ...deviation, add } : deviation]);
}

const lacking = new WeakMap<Companion, Deviation>();
function missing(companion: Companion): Deviation {
  let deviation = lacking.get(companion);
  if (!deviation) {
    const expected = `an ${companion.resource} that refers to it`;
    deviation = { path: [], found: undefined, expected, add: additionOf(companion) };
    lacking.set(companion, deviation);
  }
  return deviation;
}

/** The companion that a fix adds: its own attributes, the way it refers to its resource, and what is wanted of it. */
export function additionOf({ resource: type, refersBy, suffix, want, add }: Companion): NewResource {
  const { name, ...others } = add!.attributes;
  const attributes: Record<string, NewResource['attributes'][string]> = name === undefined ? {} : { name };
  // A dotted way stands inside a block that `add` spells out.
  if (!refersBy.includes('.')) attributes[refersBy] = new Reference('', ['id'], suffix);
  Object.assign(attributes, others);
  for (const { path, expectation } of wanted(want)) {
    const value = (expectation.set as Value | undefined) ?? expectation.ask;
    if (value !== undefined && path.length === 1 && !(path[0] in attributes)) attributes[path[0]] = value;
  }
  return { type, label: add!.label, attributes };
}

/** Every leaf of a `want` on one resource. */
export function judgeWant(want: object, resource: Resource, version: ProviderVersion): Verdict {
  const deviations: Deviation[] = [];
  let unclear: Extract<Verdict, { answer: 'unknown' }> | undefined;
  for (const { path, dotted, expectation, expected } of wanted(want)) {
    const here = read(resource, path, dotted, version);
    const accepted = accepts(expectation.accept, here.value);
    if (accepted === true || (expectation.orAbsent && isAbsent(here.value))) continue;
    const deviation = {
      path: here.path,
      found: here.value,
      expected,
      set: expectation.fresh && here.inBlock ? undefined : completed(expectation, here.value),
      ask: expectation.ask,
    };
    if (accepted instanceof Unknown) {
      const { why } = accepted;
      unclear ??= {
        ...unknown(why, here.path),
        ...(here.unset ? { either: [{ ...deviation, found: undefined }] } : {}),
      };
      continue;
    }
    deviations.push(deviation);
  }
  return deviations.length ? no(deviations) : (unclear ?? YES);
}

/** Leaves that pass only because the provider's default does: what "made explicit" would write. */
export function implicit(control: Control, resource: Resource, version: ProviderVersion): readonly Deviation[] {
  if (!control.want || !control.resources.includes(resource.type)) return [];
  return wanted(control.want).flatMap(({ path, dotted, expectation, expected }) => {
    const here = read(resource, path, dotted, version);
    if (!here.byDefault || accepts(expectation.accept, here.value) !== true) return [];
    return [{ path: here.path, found: undefined, expected, set: here.value }];
  });
}

/** Values that pass by being absent, as the fix would write them: for a change that makes them matter. */
export function unset(control: Control, resource: Resource, version: ProviderVersion): readonly Deviation[] {
  const companion = control.companions?.find((each) => each.resource === resource.type);
  const want = control.resources.includes(resource.type) ? control.want : companion?.want;
  return (want ? wanted(want) : []).flatMap(({ path, dotted, expectation, expected }) => {
    const here = read(resource, path, dotted, version);
    if (!expectation.orAbsent || !isAbsent(here.value) || expectation.set === undefined) return [];
    const set = completed(expectation, here.value);
    return [{ path: here.path, found: undefined, expected, ...(set === undefined ? {} : { set }) }];
  });
}

/** An attribute that is not written and has a default: what writing it out would say. */
export function unwritten(resource: Resource, name: string, version: ProviderVersion): Deviation | undefined {
  const { value, byDefault, path } = read(resource, [name], name, version);
  return byDefault ? { path, found: undefined, expected: 'to be written', set: value } : undefined;
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
function read(resource: Resource, path: readonly string[], dotted: string, version: ProviderVersion): Reading {
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

function defaultOf(type: string, dotted: string, { major }: ProviderVersion): Omit<Reading, 'path'> {
  const value = attributeFacts(type, dotted, major ?? 4)?.default;
  const other = major ? value : attributeFacts(type, dotted, 5)?.default;
  if (value === other) return { value, byDefault: value !== undefined };
  const either = `${valueText(value)} or ${valueText(other)}`;
  return {
    unset: true,
    value: new Unknown(`not set, and its default is ${either} depending on the azurerm version`),
  };
}
