// What an expression of a module says in terms of the module's inputs. Only forms whose meaning is certain are read:
//   { input: ['a', 'b'] }            the value of var.a.b
//   { input, orElse: value }         the same, and a constant where it is null
//   { input, not: true }             its opposite
//   { input, unless, otherwise }     a constant where a condition holds (see conditionOf), else the value of the input
//   { value }                        a constant; null means that nothing is written
// Everything else is OPAQUE, and the table says so.

export const OPAQUE = Object.freeze({ opaque: true });
const NULL = { value: null };

/** The variables, locals and resources of a module, from its parsed files. */
export function moduleOf(files) {
  const module = { variables: new Map(), locals: new Map(), resources: [] };
  for (const item of files.flatMap((file) => file.body.items)) {
    if (item.type !== 'block') continue;
    const [first, second] = item.labels.map((label) => label.value);
    if (item.kind === 'variable') module.variables.set(first, item);
    else if (item.kind === 'resource') module.resources.push({ type: first, name: second, block: item });
    else if (item.kind === 'locals')
      for (const local of item.body.items) if (local.type === 'attribute') module.locals.set(local.name, local.value);
  }
  return module;
}

export const attributeOf = (block, name) =>
  block.body.items.find((item) => item.type === 'attribute' && item.name === name)?.value;

/** A constant expression as JSON; undefined when it is none. */
export function constant(expression) {
  switch (expression.type) {
    case 'literal':
    case 'text':
      return expression.value;
    case 'parenthesized':
      return constant(expression.expression);
    case 'unary': {
      const operand = constant(expression.operand);
      return expression.operator === '-' && typeof operand === 'number' ? -operand : undefined;
    }
    case 'tuple': {
      const items = expression.items.map(constant);
      return items.includes(undefined) ? undefined : items;
    }
    case 'object': {
      const entries = expression.items.map(({ key, value }) => [keyOf(key), constant(value)]);
      return entries.flat().includes(undefined) ? undefined : Object.fromEntries(entries);
    }
    case 'call':
      return /^to(set|list|map)$/.test(expression.name) ? constant(expression.args[0]) : undefined;
    default:
      return undefined;
  }
}

export const keyOf = (key) =>
  key.type === 'variable' ? key.name : key.type === 'text' || key.type === 'literal' ? String(key.value) : undefined;

/** `names`: what `each` and the iterators of dynamic blocks stand for, by name, each with a symbol for `.value`. */
export function symbolOf(expression, module, names = {}, depth = 0) {
  if (depth > 20) return OPAQUE;
  const inner = (each) => symbolOf(each, module, names, depth + 1);
  const value = constant(expression);
  if (value !== undefined) return { value };
  switch (expression.type) {
    case 'parenthesized':
      return inner(expression.expression);
    case 'template':
      return expression.parts.length === 1 && expression.parts[0].type === 'interpolation'
        ? inner(expression.parts[0].expression)
        : OPAQUE;
    case 'variable':
    case 'get':
    case 'index':
      return traversal(expression, module, names, depth);
    case 'unary': {
      const operand = expression.operator === '!' ? inner(expression.operand) : OPAQUE;
      return isPlain(operand) ? { input: operand.input, not: true } : OPAQUE;
    }
    case 'conditional':
      return conditional(expression, inner, (each) => conditionOf(each, module, names, depth + 1));
    case 'call':
      return call(expression, inner, module);
    default:
      return OPAQUE;
  }
}

function traversal(expression, module, names, depth) {
  const steps = [];
  let at = expression;
  for (; at.type === 'get' || at.type === 'index'; at = at.object) {
    const step = at.type === 'get' ? at.name : constant(at.key);
    // Paths are written with dots in the table.
    if (typeof step !== 'string' || /[.*]/.test(step)) return OPAQUE;
    steps.unshift(step);
  }
  if (at.type !== 'variable') return OPAQUE;
  const [first, ...rest] = steps;
  if (Object.hasOwn(names, at.name)) return first === 'value' ? below(names[at.name], rest) : OPAQUE;
  if (at.name === 'var') return first && module.variables.has(first) ? { input: steps } : OPAQUE;
  const local = at.name === 'local' && module.locals.get(first);
  return local ? below(symbolOf(local, module, {}, depth + 1), rest) : OPAQUE;
}

const below = (symbol, steps) => {
  if (!steps.length) return symbol;
  return isPlain(symbol) ? { input: [...symbol.input, ...steps] } : OPAQUE;
};

const startsWith = (path, start) => start.every((step, i) => path[i] === step);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

export const isPlain = (symbol) => Boolean(symbol?.input) && Object.keys(symbol).length === 1;

/**
 * What a condition asks of one input: `{ input }` that it is not null, `{ input, is }` that it has this value, with `not`
 * the opposite. undefined where it asks something else.
 */
export function conditionOf(expression, module, names = {}, depth = 0) {
  const again = (each) => (depth > 20 ? undefined : conditionOf(each, module, names, depth + 1));
  switch (expression.type) {
    case 'parenthesized':
      return again(expression.expression);
    case 'unary':
      return expression.operator === '!' ? negated(again(expression.operand)) : undefined;
    case 'binary':
      return comparison(expression, (each) => symbolOf(each, module, names));
    case 'get': {
      const { object, name } = expression;
      const local = object.type === 'variable' && object.name === 'local' && module.locals.get(name);
      if (local) return depth > 20 ? undefined : conditionOf(local, module, {}, depth + 1);
    }
  }
  const symbol = symbolOf(expression, module, names);
  return isPlain(symbol) ? { input: symbol.input, is: true } : undefined;
}

const negated = (condition) => {
  if (!condition) return undefined;
  const { not, ...rest } = condition;
  return not ? rest : { ...rest, not: true };
};

function comparison({ operator, left, right }, inner) {
  if (!/^[!=]=$/.test(operator)) return undefined;
  const sides = [inner(left), inner(right)];
  const input = sides.find(isPlain)?.input;
  const other = sides.find((side) => 'value' in side);
  if (!input || !other || typeof other.value === 'object') {
    const isNull = input && other?.value === null;
    return isNull ? { input, ...(operator === '==' ? { not: true } : {}) } : undefined;
  }
  return { input, is: other.value, ...(operator === '==' ? {} : { not: true }) };
}

function conditional({ condition, then, else: otherwise }, inner, asks) {
  const [a, b] = [inner(then), inner(otherwise)];
  if (a !== OPAQUE && same(a, b)) return a;
  const test = asks(condition);
  if (!test) return OPAQUE;
  const isSet = test.is === undefined;
  // Where the condition holds that the input is null, or that it is not.
  const [missing, given] = isSet ? (test.not ? [a, b] : [b, a]) : [];
  if (isSet && isPlain(given) && 'value' in missing) {
    if (missing.value === null && startsWith(given.input, test.input)) return given;
    if (same(given.input, test.input)) return { input: given.input, orElse: missing.value };
  }
  if (isPlain(b) && 'value' in a) return { input: b.input, unless: test, otherwise: a.value };
  if (isPlain(a) && 'value' in b) return { input: a.input, unless: negated(test), otherwise: b.value };
  return OPAQUE;
}

function call({ name, args, expand }, inner, module) {
  if (expand) return OPAQUE;
  const [first, second] = args.map(inner);
  const [, target] = /^to(bool|number|string|set|list)$/.exec(name) ?? [];
  if (target) return args.length === 1 && isOfKind(first, target, module) ? first : OPAQUE;
  if (name === 'try' && args.length === 2) return isPlain(first) && same(second, NULL) ? first : OPAQUE;
  // An empty text counts as nothing for coalesce(), so that only other constants are sure.
  if (name === 'coalesce' && args.length === 2 && isPlain(first))
    return 'value' in second && typeof second.value !== 'string' && second.value !== null
      ? { input: first.input, orElse: second.value }
      : OPAQUE;
  return OPAQUE;
}

/** Whether a conversion leaves the input as it is: of another kind it may fail, which try() makes null of. */
function isOfKind(symbol, target, module) {
  const declared = isPlain(symbol) && symbol.input.length === 1 && module.variables.get(symbol.input[0]);
  const type = declared && attributeOf(declared, 'type');
  if (!type) return false;
  return /^(set|list)$/.test(target) ? /^(set|list)$/.test(type.name) : type.name === target;
}
