// Weaker and stronger versions of a resource, for tests of the tests: a control that no weakening fails is no control.
import type { Accept, Expectation } from '../../controls/control';
import { attributeFacts } from '../../controls/provider/facts';
import { terraformName } from '../../controls/provider/names';
import { Surroundings } from '../../controls/surroundings';
import { type Attributes, isList, isObject, type Scalar, type Value } from '../../controls/value';
import type { Located } from '../../remediations/locate/hcl/estate';
import { reviewed } from './reviewed';

/** The attributes with `value` at `path`; undefined removes it. Blocks on the way are made where they are missing. */
export function withValue(
  attributes: Attributes,
  [name, ...rest]: readonly string[],
  value: Value | undefined,
): Attributes {
  const { [name]: before, ...others } = attributes;
  if (!rest.length) return value === undefined ? others : { ...others, [name]: value };
  const block = isList(before) ? before[0] : before;
  return { ...others, [name]: withValue(isObject(block) ? block : {}, rest, value) };
}

export function valueAt(attributes: Attributes, path: readonly string[]): Value | undefined {
  let at: Value | undefined = attributes;
  for (const name of path) at = isObject(at) ? at[name] : undefined;
  return at;
}

/** A resource in its root module, with other resources changed or left out. */
export function amid(resource: Located, change: (other: Located) => Located | undefined): Surroundings {
  const others = resource.root.resources.flatMap((other) => (other === resource ? [] : (change(other) ?? [])));
  return new Surroundings(resource.root.version, [resource, ...others]);
}

/** `set`, under the names of Terraform. */
export const settable = ({ set, verbatim }: Expectation): Value => (verbatim ? (set as Value) : inTerraform(set));

function inTerraform(value: unknown): Value {
  if (Array.isArray(value)) return value.map(inTerraform);
  if (typeof value !== 'object' || value === null) return value as Scalar;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [terraformName(name), inTerraform(inner)]));
}

const BAD = reviewed('bad');

/** Values that must not pass, each a small step away from `good`. */
export function weaker(control: string, path: readonly string[], accept: Accept, good: Value): Value[] {
  if ('in' in accept) return accept.in.flatMap((one): Value[] => outside(one, accept.in));
  if ('includes' in accept)
    return accept.includes.map((item) => (good as readonly Value[]).filter((one) => one !== item));
  if ('blocks' in accept) return accept.blocks.map((group) => without(good as readonly Value[], group));
  if ('present' in accept) return accept.present ? [''] : ['something'];
  if ('refersTo' in accept) return [];
  if ('test' in accept) {
    const dotted = path.join('.');
    const bad = BAD[`${control} ${dotted}`] ?? BAD[dotted];
    if (!bad) throw new Error(`say in reviewed/, under bad, what ${control} ${dotted} must not be`);
    return [...bad];
  }
  const beyond = [accept.min === undefined ? [] : [accept.min - 1], accept.max === undefined ? [] : [accept.max + 1]];
  return beyond.flat().filter((value) => value !== accept.or);
}

const outside = (one: Scalar, accepted: readonly Scalar[]): Value[] => {
  const candidates: Value[] =
    typeof one === 'boolean' ? [!one, String(!one)] : typeof one === 'number' ? [one - 1] : [`${one}x`, ''];
  return candidates.filter((value) => !accepted.some((each) => each === value));
};

const without = (good: readonly Value[], group: readonly Readonly<Record<string, Scalar>>[]): Value[] =>
  good.filter(
    (block) =>
      !group.some((wanted) =>
        Object.entries(wanted).every(([name, value]) => isObject(block) && block[name] === value),
      ),
  );

/** Whether leaving the attribute out leaves a value that passes: the provider's default or Azure's own does. */
export function passesAbsent(type: string, path: readonly string[], { accept, orAbsent }: Expectation): boolean {
  if (orAbsent) return true;
  const value = attributeFacts(type, path.join('.'), 4)?.default;
  if ('present' in accept) return !accept.present;
  if (value === undefined) return false;
  if ('in' in accept) return accept.in.includes(value);
  if ('min' in accept || 'max' in accept) {
    const amount = Number(value);
    return amount === accept.or || (amount >= (accept.min ?? -Infinity) && amount <= (accept.max ?? Infinity));
  }
  return false;
}
