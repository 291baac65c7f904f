// The arguments and blocks of a resource of a module, each by what it comes from: see symbols.mjs. A block has one of
//   { block: true }                  it is always there
//   { block: true, input }           it is there where the input is not null
//   { block: true, input, is }       it is there where the input has this value
import { attributeOf, nullTest, OPAQUE, symbolOf } from './symbols.mjs';

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
  const isPlain = over?.input?.length === 1 && !over.not && over.orElse === undefined;
  const names = forEach ? { each: isPlain ? { input: [...over.input, '*'] } : OPAQUE } : {};
  const attributes = new Map();
  readItems(block, '', module, names, attributes);
  return { attributes, ...(isPlain ? { each: over.input[0] } : {}), ignored: ignoredOf(block) };
}

/** Names under `ignore_changes`; `all` for everything. */
function ignoredOf(block) {
  const lifecycle = block.body.items.find((item) => item.type === 'block' && item.kind === 'lifecycle');
  const ignored = lifecycle && attributeOf(lifecycle, 'ignore_changes');
  if (!ignored) return [];
  if (ignored.type !== 'tuple') return 'all';
  const names = ignored.items.map((item) => {
    let at = item;
    while (at.type === 'get' || at.type === 'index') at = at.object;
    return at.name;
  });
  return [...new Set(names)];
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
      return expression.full && plainInput(of) ? { when: { input: of.input }, value: of } : undefined;
    }
    case 'conditional':
      return conditionally(expression, inner);
    default:
      return undefined;
  }
}

function conditionally({ condition, then, else: otherwise }, inner) {
  const [a, b] = [bare(then), bare(otherwise)];
  const isThen = isEmpty(b);
  const only = isThen ? onlyOf(a) : isEmpty(a) ? onlyOf(b) : undefined;
  if (!only) return undefined;
  const value = inner(only);
  const test = nullTest(condition, inner);
  if (test) return test.isNull === isThen ? undefined : { when: { input: test.input }, value };
  const answer = inner(condition);
  if (answer.input && answer.orElse === undefined)
    return { when: { input: answer.input, is: isThen !== Boolean(answer.not) }, value };
  return equality(condition, isThen, inner, value);
}

/** `var.kind == "x" ? [1] : []`. */
function equality(condition, isThen, inner, value) {
  if (condition.type !== 'binary' || condition.operator !== '==' || !isThen) return undefined;
  const sides = [inner(condition.left), inner(condition.right)];
  const input = sides.find(plainInput)?.input;
  const wanted = sides.find((side) => typeof side.value === 'string')?.value;
  return input && wanted !== undefined ? { when: { input, is: wanted }, value } : undefined;
}

const plainInput = (symbol) => symbol.input && !symbol.not && symbol.orElse === undefined;
const bare = (expression) =>
  expression.type === 'parenthesized'
    ? bare(expression.expression)
    : expression.type === 'call' && /^to(set|list)$/.test(expression.name)
      ? bare(expression.args[0])
      : expression;
const isEmpty = ({ type, items }) => (type === 'tuple' || type === 'object') && items.length === 0;
const onlyOf = ({ type, items }) =>
  items?.length !== 1 ? undefined : type === 'tuple' ? items[0] : type === 'object' ? items[0].value : undefined;
