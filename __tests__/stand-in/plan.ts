// What the provider would plan and leave behind, as far as its schema says: defaults, computed values, replacement.
import { isValues, Unknown, unknown, type Value, type Values } from './msgpack';
import type { Attribute, Block, NestedBlock } from './schema';
import { canonical, canonicalSet, isZero, itemsOf, normalLocation } from './values';

/** The planned state of one block. `prior` is null when it is created. */
export function plannedBlock(block: Block, prior: Values | null, config: Values): Values {
  const planned: Record<string, Value> = {};
  for (const [name, attribute] of block.attributes) {
    const given = name === 'location' ? normalLocation(config[name]) : config[name];
    planned[name] = plannedAttribute(attribute, prior, prior?.[name] ?? null, given ?? null);
  }
  for (const [name, nested] of block.blocks) {
    planned[name] = plannedItems(nested, prior, prior?.[name] ?? null, config[name] ?? null);
  }
  return planned;
}

function plannedAttribute(
  { facts, elements, type }: Attribute,
  owner: Values | null,
  prior: Value,
  given: Value,
): Value {
  if (facts.writeOnly) return null;
  if (given === null) {
    if (facts.computed) return owner === null ? unknown : prior;
    if (facts.default !== undefined) return facts.default;
    return isZero(prior) ? prior : null;
  }
  if (given instanceof Unknown) return given;
  const isSet = type[0] === 'set';
  const planned = elements && Array.isArray(given) ? plannedElements(elements, isSet, prior, given) : given;
  return same(isSet, prior, planned) ? prior : planned;
}

function plannedItems({ nesting, facts, block }: NestedBlock, owner: Values | null, prior: Value, given: Value): Value {
  if (nesting === 'single' || given instanceof Unknown) return given;
  if (itemsOf(given).length === 0) {
    if (facts.computed) return owner === null ? unknown : prior;
    return [];
  }
  const planned = plannedElements(block, nesting === 'set', prior, itemsOf(given));
  return same(nesting === 'set', prior, planned) ? prior : planned;
}

/** Elements of a list continue the element at their index, those of a set the one that says the same. */
function plannedElements(block: Block, isSet: boolean, prior: Value, given: readonly Value[]): Value[] {
  const before = itemsOf(prior);
  return given.map((item, index) => {
    if (!isValues(item)) return item;
    const continued = isSet ? before.find((old) => continues(block, old, item)) : before[index];
    return plannedBlock(block, isValues(continued) ? continued : null, item);
  });
}

function continues(block: Block, old: Value, item: Values): boolean {
  return isValues(old) && canonical(plannedBlock(block, old, item)) === canonical(old);
}

function same(isSet: boolean, prior: Value, planned: Value): boolean {
  if (prior === null) return false;
  return isSet ? canonicalSet(prior) === canonicalSet(planned) : canonical(prior) === canonical(planned);
}

/** Paths whose change replaces the resource: ForceNew attributes, and ForceNew blocks that come or go. */
export function replacements(block: Block, prior: Values, planned: Values): (string | number)[][] {
  const found: (string | number)[][] = [];
  for (const [name, { facts, type }] of block.attributes) {
    const changed = !same(type[0] === 'set', prior[name] ?? null, planned[name] ?? null);
    if (facts.forceNew && changed && !(isZero(prior[name]) && isZero(planned[name]))) found.push([name]);
  }
  for (const [name, { nesting, facts, block: inside }] of block.blocks) {
    const before = itemsOf(prior[name]);
    const after = itemsOf(planned[name]);
    if (facts.forceNew && before.length !== after.length) found.push([name]);
    if (nesting === 'single' || same(nesting === 'set', before, after)) continue;
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      for (const path of replacements(inside, valuesAt(before, index), valuesAt(after, index))) {
        found.push(nesting === 'set' || index >= after.length ? [name] : [name, index, ...path]);
      }
    }
  }
  return found;
}

function valuesAt(items: readonly Value[], index: number): Values {
  const item = items[index];
  return isValues(item) ? item : {};
}

/** The state after apply: what was not known gets a made-up value where only Azure knows it, else none. */
export function appliedBlock(block: Block, planned: Values): Values {
  const applied: Record<string, Value> = {};
  for (const [name, attribute] of block.attributes) applied[name] = appliedAttribute(name, attribute, planned[name]);
  for (const [name, { nesting, block: inside }] of block.blocks) {
    const items = planned[name] ?? null;
    if (nesting === 'single') applied[name] = items;
    else applied[name] = itemsOf(items).map((item) => (isValues(item) ? appliedBlock(inside, item) : item));
  }
  return applied;
}

function appliedAttribute(name: string, { facts, elements }: Attribute, value: Value = null): Value {
  if (elements && Array.isArray(value)) {
    return value.map((item) => (isValues(item) ? appliedBlock(elements, item) : item));
  }
  if (Array.isArray(value)) return value.map((item) => (item instanceof Unknown ? null : item));
  if (!(value instanceof Unknown)) return value;
  if (facts.type === 'List' || facts.type === 'Set') return [];
  if (facts.type !== 'String' || facts.optional) return null;
  return name.endsWith('_id') ? '00000000-0000-0000-0000-000000000000' : `stand-in-${name.replaceAll('_', '-')}`;
}
