import { typeOf } from './address';
import type { Accept, Expectation } from './control';
import { terraformName } from './provider/names';
import {
  type Attributes,
  isAbsent,
  isList,
  isObject,
  isScalar,
  Reference,
  type Scalar,
  sameValue,
  Unknown,
  type Value,
} from './value';

/** true, false, or why it cannot be told. */
export function accepts(accept: Accept, value: Value | undefined): boolean | Unknown {
  if ('present' in accept) {
    const there = !isAbsent(value) && value !== '' && !(isList(value) && value.length === 0);
    if (value instanceof Unknown) return value.isText ? accept.present : value;
    // Unknown blocks may be none at all.
    const blind = isList(value) && value.every(isUnknownBlock) ? value[0] : undefined;
    return blind instanceof Unknown ? blind : there === accept.present;
  }
  if (value instanceof Unknown) return value;
  if (isAbsent(value)) return false;
  if ('refersTo' in accept) {
    if (value instanceof Reference) return typeOf(value.address) === accept.refersTo;
    return typeof value === 'string' && value !== '' ? true : new Unknown('not a reference');
  }
  if (value instanceof Reference)
    return 'refers' in accept && accept.refers ? accept.refers(value) : new Unknown(`taken from ${value.address}`);
  if ('in' in accept)
    // Terraform takes a number or a truth value for a text, and a text for them.
    return isScalar(value) && accept.in.some((one) => String(one) === String(value));
  if ('includes' in accept) return includesAll(accept.includes, value);
  if ('blocks' in accept) return hasBlocks(accept.blocks, value);
  if ('test' in accept) return accept.test(value) || (unknownIn(value) ?? false);
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof amount !== 'number' || Number.isNaN(amount)) return false;
  if (amount === accept.or) return true;
  return amount >= (accept.min ?? -Infinity) && amount <= (accept.max ?? Infinity);
}

const isUnknownBlock = (value: Value): boolean => value instanceof Unknown && value.why.startsWith('dynamic block');

/** The first unknown inside a list or block: with it the answer could be another. */
function unknownIn(value: Value): Unknown | undefined {
  if (value instanceof Unknown) return value;
  const inner = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const each of inner) {
    const found = unknownIn(each);
    if (found) return found;
  }
  return undefined;
}

function includesAll(items: readonly Scalar[], value: Value): boolean | Unknown {
  if (!isList(value)) return false;
  if (items.every((item) => value.includes(item))) return true;
  return (value.find((item) => item instanceof Unknown) as Unknown | undefined) ?? false;
}

function hasBlocks(groups: readonly (readonly Readonly<Record<string, Scalar>>[])[], value: Value): boolean | Unknown {
  const present = isList(value) ? value : [value];
  const matches = (alternative: Readonly<Record<string, Scalar>>) =>
    present.some(
      (block) => isObject(block) && Object.entries(alternative).every(([name, want]) => block[name] === want),
    );
  if (groups.every((group) => group.some(matches))) return true;
  const blind = present.find(
    (block) => block instanceof Unknown || (isObject(block) && Object.values(block).some((v) => v instanceof Unknown)),
  );
  return blind ? new Unknown('one of the blocks cannot be read') : false;
}

/** What a fix writes: for `includes` and `blocks` what is there stays. */
export function completed(expectation: Expectation, found: Value | undefined): Value | undefined {
  const given = expectation.set as Value | undefined;
  const set = given === undefined || expectation.verbatim ? given : inTerraform(given);
  if (expectation.amend && typeof found === 'string') return expectation.amend(found) as Value;
  if ('includes' in expectation.accept && isList(found)) {
    const kept = found.filter((item) => item !== 'None');
    return [...kept, ...expectation.accept.includes.filter((item) => !kept.includes(item))];
  }
  if ('blocks' in expectation.accept && isList(found)) {
    const lacking = expectation.accept.blocks
      .filter((group) => hasBlocks([group], found) !== true)
      .map((group) => likeThose(group, found));
    return [...found, ...lacking.filter((each, i) => lacking.findIndex((other) => sameValue(other, each)) === i)];
  }
  return expectation.verbatim && isObject(set) && isObject(found) ? over(found, set) : set;
}

/** Of several ways to say it the one that the blocks there use: Azure admits categories or groups of them, not both. */
function likeThose(group: readonly Readonly<Record<string, Scalar>>[], found: readonly Value[]) {
  const used = new Set(found.flatMap((block) => (isObject(block) ? Object.keys(block) : [])));
  return group.find((way) => Object.keys(way).every((name) => used.has(name))) ?? group[0];
}

/** What is wanted over what is there: other properties stay. */
function over(found: Attributes, set: Attributes): Attributes {
  const merged: Record<string, Value> = { ...found };
  for (const [name, value] of Object.entries(set)) {
    const before = found[name];
    merged[name] = isObject(before) && isObject(value) ? over(before, value) : value;
  }
  return merged;
}

/** A value written for a CDKTF config, under the names that Terraform uses. */
function inTerraform(value: Value): Value {
  if (isList(value)) return value.map(inTerraform);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [terraformName(name), inTerraform(inner)]));
}

/** In words, to follow "expected". */
export function expectedText(accept: Accept): string {
  if ('in' in accept) return accept.in.map((one) => JSON.stringify(one)).join(' or ');
  if ('includes' in accept) return `to include ${accept.includes.map((one) => JSON.stringify(one)).join(', ')}`;
  if ('present' in accept) return accept.present ? 'to be set' : 'not to be set';
  if ('refersTo' in accept) return `to refer to an ${accept.refersTo}`;
  if ('that' in accept) return accept.that;
  if ('blocks' in accept)
    return `a block for each of ${accept.blocks.map(([first]) => Object.values(first).join(' ')).join(', ')}`;
  const range = [
    accept.min !== undefined && `at least ${accept.min}`,
    accept.max !== undefined && `at most ${accept.max}`,
  ];
  return range.filter(Boolean).join(' and ') + (accept.or === undefined ? '' : `, or ${accept.or}`);
}
