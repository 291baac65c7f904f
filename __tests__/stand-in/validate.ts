// The checks a provider makes on a configuration that its schema alone cannot: values, ranges, and what excludes what.
import type { AttributeFacts } from '../../controls/provider/facts';
import { isValues, Unknown, type Value, type Values } from './msgpack';
import { type Diagnostic, protocolPath } from './protocol';
import type { Block } from './schema';
import { itemsOf } from './values';

type Path = readonly (string | number)[];

/** Errors and warnings of one resource's configuration. Values not known yet are not judged. */
export function problems(block: Block, config: Values): Diagnostic[] {
  const found = inBlock(block, config, [], (path) => presence(config, path.split('.')));
  // Every member of a group reports it.
  return [...new Map(found.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

type Presence = 'absent' | 'present' | 'unknown';

/** Whether an attribute of the resource is set, in any of the blocks on its way. */
function presence(value: Value | undefined, names: readonly string[]): Presence {
  if (value instanceof Unknown) return 'unknown';
  if (names.length === 0) return value === null || value === undefined || isEmpty(value) ? 'absent' : 'present';
  const [name, ...rest] = names;
  const answers = (isValues(value) ? [value] : itemsOf(value)).map((item) =>
    isValues(item) ? presence(item[name], rest) : 'unknown',
  );
  return answers.find((answer) => answer !== 'absent') ?? 'absent';
}

function isEmpty(value: Value): boolean {
  return Array.isArray(value) && value.length === 0;
}

function inBlock(block: Block, config: Values, at: Path, present: (path: string) => Presence): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [name, { facts, elements }] of block.attributes) {
    const path = [...at, name];
    const value = config[name] ?? null;
    const inAttribute = elements !== undefined;
    found.push(...ofValue(facts, value, path), ...ofRelations(facts, value, path, present));
    if (!inAttribute) continue;
    for (const item of itemsOf(value)) {
      if (!isValues(item)) continue;
      // Terraform checks required arguments of blocks, not of objects in an attribute.
      for (const [inner, { facts: innerFacts }] of elements.attributes) {
        if (innerFacts.required && item[inner] === null) found.push(error(path, `"${name}" needs "${inner}"`));
      }
      found.push(
        ...inBlock(elements, item, path, () => 'absent').map((d) => ({ ...d, attribute: protocolPath(path) })),
      );
    }
  }
  for (const [name, { nesting, facts, block: inside }] of block.blocks) {
    if (nesting === 'single') continue;
    const path = [...at, name];
    found.push(...ofRelations(facts, isEmpty(config[name] ?? []) ? null : config[name], path, present));
    itemsOf(config[name]).forEach((item, index) => {
      const itemPath = nesting === 'set' ? path : [...path, index];
      if (!isValues(item)) return;
      const inner = inBlock(inside, item, itemPath, present);
      found.push(...(nesting === 'set' ? inner.map((d) => ({ ...d, attribute: protocolPath(path) })) : inner));
    });
  }
  return found;
}

function error(path: Path, summary: string, detail?: string): Diagnostic {
  return { severity: 1, summary, detail, attribute: protocolPath(path) };
}

function ofValue(facts: AttributeFacts, value: Value, path: Path): Diagnostic[] {
  if (value === null || value instanceof Unknown) return [];
  const name = path.at(-1);
  const found: Diagnostic[] = [];
  if (facts.deprecated) {
    const instead = facts.deprecated.length > 0 ? `Use ${facts.deprecated.join(' or ')}.` : 'Nothing takes its place.';
    found.push({ severity: 2, summary: `"${name}" is deprecated`, detail: instead, attribute: protocolPath(path) });
  }
  const items: readonly Value[] = Array.isArray(value) ? value : [value];
  for (const item of items) {
    if (isValues(item) || item === null || item instanceof Unknown) continue;
    if (facts.enum && !facts.enum.includes(String(item))) {
      found.push(error(path, `"${name}" cannot be "${item}"`, `Accepted: ${facts.enum.join(', ')}.`));
    }
    const [lowest, highest] = facts.range?.split(' - ').map(Number) ?? [];
    if (lowest !== undefined && (Number(item) < lowest || Number(item) > highest)) {
      found.push(error(path, `"${name}" cannot be ${item}`, `Accepted: ${lowest} to ${highest}.`));
    }
  }
  if (Array.isArray(value) && facts.maxItems !== undefined && value.length > facts.maxItems) {
    found.push(error(path, `"${name}" has ${value.length} items`, `Accepted: at most ${facts.maxItems}.`));
  }
  if (Array.isArray(value) && facts.minItems !== undefined && value.length < facts.minItems) {
    found.push(error(path, `"${name}" has ${value.length} items`, `Accepted: at least ${facts.minItems}.`));
  }
  return found;
}

function ofRelations(
  facts: AttributeFacts,
  value: Value,
  path: Path,
  present: (path: string) => Presence,
): Diagnostic[] {
  const self = path.filter((part) => typeof part === 'string').join('.');
  const isSet = value !== null && !(value instanceof Unknown);
  const found: Diagnostic[] = [];
  const conflicting = facts.conflictsWith?.filter((other) => present(other) === 'present') ?? [];
  if (isSet && conflicting.length > 0) found.push(error(path, `"${self}" conflicts with ${quoted(conflicting)}`));
  const missing = facts.requiredWith?.filter((other) => other !== self && present(other) === 'absent') ?? [];
  if (isSet && missing.length > 0) found.push(error(path, `"${self}" needs ${quoted(missing)}`));
  const exactly = group(facts.exactlyOneOf, present);
  if (exactly.unknown === 0 && exactly.present.length !== 1) {
    found.push(error(exactly.at, `exactly one of ${quoted(exactly.names)} is needed, not ${exactly.present.length}`));
  }
  const some = group(facts.atLeastOneOf, present);
  if (some.unknown === 0 && some.present.length === 0) {
    found.push(error(some.at, `at least one of ${quoted(some.names)} is needed`));
  }
  return found;
}

/** How many of a group are set; reported where its first member is or would be. */
function group(names: readonly string[] | undefined, present: (path: string) => Presence) {
  if (names === undefined) return { at: [], names: [], present: [], unknown: 1 };
  const answers = names.map(present);
  return {
    at: names[0].split('.').slice(0, 1),
    names,
    present: names.filter((_, index) => answers[index] === 'present'),
    unknown: answers.filter((answer) => answer === 'unknown').length,
  };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
