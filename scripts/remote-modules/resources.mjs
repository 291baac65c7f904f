// The arguments and blocks of a resource of a module, each by what it comes from: see symbols.mjs. A block has one of
//   { block: true }                  it is always there
//   { block: true, input }           it is there where the input is not null
//   { block: true, input, is }       it is there where the input has this value
//   with `not`                       it is there where that is not so
import { attributeOf, conditionOf, isPlain, OPAQUE, symbolOf } from './symbols.mjs';

const META = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
  'timeouts',
]);

/** Symbols by path, dotted. What is in no symbol the module does not write. */
export function readResource({ block }, module) {
  const forEach = attributeOf(block, 'for_each');
  const over = forEach && symbolOf(forEach, module);
  const isInput = isPlain(over) && over.input.length === 1;
  const names = forEach ? { each: isInput ? { input: [...over.input, '*'] } : OPAQUE } : {};
  const attributes = new Map();
  readItems(block, '', module, names, attributes);
  const count = attributeOf(block, 'count');
  return {
    attributes,
    ...(isInput ? { each: over.input[0] } : {}),
    ...(count && isOneOrNone(count) ? { counted: true } : {}),
    ignored: ignoredOf(block),
  };
}

/** `… ? 1 : 0`: where the resource is made, its key is 0. */
const isOneOrNone = ({ type, then, else: otherwise }) =>
  type === 'conditional' && [then, otherwise].every((each) => each.value === 0 || each.value === 1);

/** Names under `ignore_changes`; `all` for everything. */
function ignoredOf(block) {
  const lifecycle = block.body.items.find((item) => item.type === 'block' && item.kind === 'lifecycle');
  const ignored = lifecycle && attributeOf(lifecycle, 'ignore_changes');
  if (!ignored) return [];
  if (ignored.type !== 'tuple') return 'all';
  const names = ignored.items.map((item) => {
    let at = item;
    while (at.type === 'get' || at.type === 'index') at = at.object;
    return at.type === 'text' ? /^\w+/.exec(at.value)?.[0] : at.name;
  });
  return names.includes(undefined) ? 'all' : [...new Set(names)];
}

function readItems(block, at, module, names, into) {
  for (const item of block.body.items) {
    const kind = item.type === 'attribute' ? item.name : item.kind === 'dynamic' ? item.labels[0].value : item.kind;
    if (!at && META.has(kind)) continue;
    const path = at ? `${at}.${kind}` : kind;
    if (item.type === 'attribute') into.set(path, symbolOf(item.value, module, names));
    else if (into.has(path)) makeOpaque(path, into);
    else if (item.kind === 'dynamic') readDynamic(item, kind, path, module, names, into);
    else {
      into.set(path, { block: true });
      readItems(item, path, module, names, into);
    }
  }
}

/** Of several blocks of one kind nobody knows which is meant. */
function makeOpaque(path, into) {
  for (const known of [...into.keys()]) if (known.startsWith(`${path}.`)) into.delete(known);
  into.set(path, OPAQUE);
}

function readDynamic(item, kind, path, module, names, into) {
  const content = item.body.items.find((each) => each.type === 'block' && each.kind === 'content');
  const iterator = attributeOf(item, 'iterator')?.name ?? kind;
  const found = content && presence(attributeOf(item, 'for_each'), module, names);
  if (!found) return into.set(path, OPAQUE);
  into.set(path, { block: true, ...found.when });
  return readItems(content, path, module, { ...names, [iterator]: found.value }, into);
}

/** When a dynamic block stands once, and what its iterator is then. */
function presence(expression, module, names) {
  const inner = (each) => symbolOf(each, module, names);
  switch (expression.type) {
    case 'parenthesized':
      return presence(expression.expression, module, names);
    case 'call':
      return /^to(set|list)$/.test(expression.name) ? presence(expression.args[0], module, names) : undefined;
    case 'tuple':
    case 'object': {
      const only = onlyOf(expression);
      return only && { when: {}, value: inner(only) };
    }
    case 'splat': {
      const of = inner(expression.object);
      return expression.full && isPlain(of) ? { when: { input: of.input }, value: of } : undefined;
    }
    case 'conditional':
      return conditionally(expression, inner, (each) => conditionOf(each, module, names));
    default:
      return undefined;
  }
}

function conditionally({ condition, then, else: otherwise }, inner, asks) {
  const [a, b] = [bare(then), bare(otherwise)];
  const isThen = isEmpty(b);
  const only = isThen ? onlyOf(a) : isEmpty(a) ? onlyOf(b) : undefined;
  const test = only && asks(condition);
  if (!test) return undefined;
  const { not, ...rest } = test;
  return { when: { ...rest, ...(Boolean(not) === isThen ? { not: true } : {}) }, value: inner(only) };
}

const bare = (expression) =>
  expression.type === 'parenthesized'
    ? bare(expression.expression)
    : expression.type === 'call' && /^to(set|list)$/.test(expression.name)
      ? bare(expression.args[0])
      : expression;
const isEmpty = ({ type, items }) => (type === 'tuple' || type === 'object') && items.length === 0;
const onlyOf = ({ type, items }) =>
  items?.length !== 1 ? undefined : type === 'tuple' ? items[0] : type === 'object' ? items[0].value : undefined;
