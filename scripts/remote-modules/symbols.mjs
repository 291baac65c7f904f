// What an expression of a module says in terms of the module's inputs. Only forms whose meaning is certain are read:
//   { input: ['a', 'b'] }            the value of var.a.b
//   { input, orElse: value }         the same, and a constant where it is null
//   { input, not: true }             its opposite
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
      return operand.input && operand.orElse === undefined ? { input: operand.input, not: !operand.not } : OPAQUE;
    }
    case 'conditional':
      return conditional(expression, inner);
    case 'call':
      return call(expression, inner);
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
  return symbol.input && !symbol.not && symbol.orElse === undefined ? { input: [...symbol.input, ...steps] } : OPAQUE;
};

const startsWith = (path, start) => start.every((step, i) => path[i] === step);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** `X == null`, `X != null`: which input, and whether the condition holds where it is null. */
export function nullTest(condition, inner) {
  if (condition.type === 'parenthesized') return nullTest(condition.expression, inner);
  if (condition.type === 'unary' && condition.operator === '!') {
    const test = nullTest(condition.operand, inner);
    return test && { input: test.input, isNull: !test.isNull };
  }
  if (condition.type !== 'binary' || !/^[!=]=$/.test(condition.operator)) return undefined;
  const sides = [inner(condition.left), inner(condition.right)];
  const input = sides.find((side) => side.input && !side.not && side.orElse === undefined)?.input;
  return input && sides.some((side) => side.value === null)
    ? { input, isNull: condition.operator === '==' }
    : undefined;
}

function conditional({ condition, then, else: otherwise }, inner) {
  const [a, b] = [inner(then), inner(otherwise)];
  if (a !== OPAQUE && same(a, b)) return a;
  const test = nullTest(condition, inner);
  if (!test) return OPAQUE;
  const [missing, given] = test.isNull ? [a, b] : [b, a];
  if (!given.input || given.not || given.orElse !== undefined || !('value' in missing)) return OPAQUE;
  if (missing.value === null) return startsWith(given.input, test.input) ? given : OPAQUE;
  return same(given.input, test.input) ? { input: given.input, orElse: missing.value } : OPAQUE;
}

function call({ name, args, expand }, inner) {
  if (expand) return OPAQUE;
  const [first, second] = args.map(inner);
  if (/^to(bool|number|string|set|list)$/.test(name) && args.length === 1) return first;
  if (name === 'try' && args.length === 2) return first.input && same(second, NULL) ? first : OPAQUE;
  // An empty text counts as nothing for coalesce(), so that only other constants are sure.
  if (name === 'coalesce' && args.length === 2 && first.input && !first.not && first.orElse === undefined)
    return 'value' in second && typeof second.value !== 'string' && second.value !== null
      ? { input: first.input, orElse: second.value }
      : OPAQUE;
  return OPAQUE;
}
