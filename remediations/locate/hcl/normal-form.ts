import { isBlockInAny, isSingleBlockInAny, knowsType } from '../../../controls/provider/facts';
import { isList, isObject, Unknown, type Value } from '../../../controls/value';
import { entriesOf, evaluate, type Scope } from './evaluate';
import type { Dynamic } from './in-json';

export const join = (at: string, name: string) => (at ? `${at}.${name}` : name);

export const single = (type: string, path: string) => knowsType(type) && isSingleBlockInAny(type, path);

/** The blocks that a dynamic block of JSON syntax makes. */
export function dynamicValues({ kind, forEach, content, iterator }: Dynamic, type: string, path: string, scope: Scope) {
  const entries = forEach && entriesOf(evaluate(forEach, scope));
  if (!content || !entries) return [new Unknown(`dynamic block ${kind}`)];
  return entries.map(([key, value]) => {
    const names = { ...scope.names, [iterator]: { key, value } };
    return normalizedBlock(evaluate(content, { ...scope, names }), type, path);
  });
}

/** Blocks written as attributes (JSON syntax, attributes as blocks) take the form that blocks have. */
export function normalized(value: Value, type: string, path: string): Value {
  if (!knowsType(type) || !isBlockInAny(type, path)) return value;
  const items = isList(value) ? value : [value];
  const inner = items.map((item) => normalizedBlock(item, type, path));
  if (value === null || value instanceof Unknown) return value;
  return single(type, path) ? (inner.length === 1 ? inner[0] : inner) : inner;
}

function normalizedBlock(block: Value, type: string, path: string): Value {
  if (!isObject(block)) return block;
  const { dynamic, ...own } = block;
  const made = isObject(dynamic)
    ? Object.keys(dynamic).map((kind) => [kind, new Unknown(`dynamic block ${kind}`)])
    : [];
  const inner = Object.entries(own).map(([name, each]) => [name, normalized(each, type, join(path, name))]);
  return Object.fromEntries([...inner, ...made]);
}
