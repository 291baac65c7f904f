// What Terraform's values and the provider's objects mean to a plan.
import { isValues, typeOf, Unknown, type Value, type Values } from './msgpack';
import type { Block } from './schema';

/** The items of a list or set, [] when there are none or they are not known yet. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

/** Null and the zero values: a provider cannot tell them apart, so neither is a change of the other. */
export function isZero(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isValues(value) && Object.keys(value).length === 0;
}

/** Equal for values that mean the same: zero values left out, names sorted. Terraform sorts the sets inside. */
export function canonical(value: Value | undefined): string {
  if (value instanceof Unknown) return '?';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isValues(value)) return isZero(value) ? '' : JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => !isZero(item));
  return `{${entries
    .map(([name, item]) => `${name}:${canonical(item)}`)
    .sort()
    .join()}}`;
}

/** The same for the items of a set, whose order means nothing. */
export function canonicalSet(value: Value | undefined): string {
  return value instanceof Unknown ? '?' : itemsOf(value).map(canonical).sort().join();
}

/** 'West Europe' and 'westeurope' are one place; the provider writes the second. */
export function normalLocation(value: Value): Value {
  return typeof value === 'string' ? value.toLowerCase().replaceAll(' ', '') : value;
}

/** A JSON object as the whole value of a block: null for what it does not say, or the default where `defaults` asks for it. */
export function wholeValue(block: Block, json: Values, defaults: boolean): Values {
  const whole: Record<string, Value> = {};
  for (const [name, { facts, elements }] of block.attributes) {
    const given = json[name] ?? (defaults ? (facts.default ?? null) : null);
    const located = name === 'location' ? normalLocation(given) : facts.type === 'Dynamic' ? typed(given) : given;
    whole[name] =
      elements && Array.isArray(located) ? located.map((item) => itemOf(elements, item, defaults)) : located;
  }
  for (const [name, { nesting, block: inside }] of block.blocks) {
    const given = json[name] ?? null;
    if (nesting === 'single') whole[name] = isValues(given) ? wholeValue(inside, given, false) : null;
    else whole[name] = itemsOf(isValues(given) ? [given] : given).map((item) => itemOf(inside, item, defaults));
  }
  return whole;
}

/** A value of any type stands in a state with its type beside it, and on the wire with its type in front. */
function typed(value: Value): Value {
  return isValues(value) && 'type' in value && 'value' in value ? [typeOf(value.type), value.value] : value;
}

function itemOf(block: Block, item: Value, defaults: boolean): Value {
  return isValues(item) ? wholeValue(block, item, defaults) : item;
}
