import {
  type Attributes,
  isAbsent,
  isList,
  isObject,
  isScalar,
  Reference,
  Unknown,
  type Value,
} from '../../../controls/value';
import type { Conditional, Expression, For, Heredoc, Part, Template } from '../../hcl/ast';
import { templateParts } from '../../hcl/template-parts';
import { call } from './functions';
import type { ModuleInstance } from './instance';

/** Names that mean something at one place: `each`, `count`, the iterator of a dynamic block, the names of a `for`. */
export interface Scope {
  readonly instance: ModuleInstance;
  readonly names: Readonly<Record<string, Value>>;
}

/** A step that does not exist in a value that is known: what `try` falls back from. */
export class Missing extends Unknown {}

export type Step = string | number | Unknown | '*';

/** `var.settings["a"].tls` as its first name and the steps behind it; undefined when it is no plain traversal. */
export function traversal(expression: Expression, scope: Scope): { root: string; steps: Step[] } | undefined {
  const steps: Step[] = [];
  let at = expression;
  for (;;) {
    if (at.type === 'variable') return { root: at.name, steps: steps.reverse() };
    if (at.type === 'get') steps.push(at.name);
    else if (at.type === 'splat') steps.push('*');
    else if (at.type === 'index') {
      const key = evaluate(at.key, scope);
      steps.push(
        typeof key === 'string' || typeof key === 'number'
          ? key
          : key instanceof Unknown
            ? key
            : new Unknown('an index'),
      );
    } else return undefined;
    at = at.object;
  }
}

/** The value of an expression as far as the code itself says it. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.type) {
    case 'literal':
    case 'text':
      return expression.value;
    case 'parenthesized':
      return evaluate(expression.expression, scope);
    case 'tuple':
      return expression.items.map((item) => evaluate(item, scope));
    case 'object': {
      const object: Record<string, Value> = {};
      for (const { key, value } of expression.items) {
        const name = objectKey(key, scope);
        if (name === undefined) return new Unknown('a map with a computed key');
        define(object, name, evaluate(value, scope));
      }
      return object;
    }
    case 'template':
    case 'heredoc':
      return template(expression, scope);
    case 'variable':
    case 'get':
    case 'index':
    case 'splat':
      return reference(expression, scope);
    case 'conditional':
      return conditional(expression, scope);
    case 'call':
      return called(expression.name, expression.args, expression.expand, scope);
    case 'unary': {
      const operand = evaluate(expression.operand, scope);
      if (expression.operator === '-' && typeof operand === 'number') return -operand;
      if (expression.operator === '!' && typeof operand === 'boolean') return !operand;
      return operand instanceof Unknown ? operand : new Unknown(`${expression.operator} of ${String(operand)}`);
    }
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'for':
      return forExpression(expression, scope);
  }
}

/** The key of an object item: a bare name, a literal or `(expression)`. */
export function objectKey(key: Expression, scope: Scope): string | undefined {
  if (key.type === 'variable') return key.name;
  const value = evaluate(key, scope);
  return isScalar(value) ? String(value) : undefined;
}

// A key such as `__proto__` must stay a plain entry.
const define = (object: Record<string, Value>, name: string, value: Value) =>
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

function reference(expression: Expression, scope: Scope): Value {
  const found = traversal(expression, scope);
  if (found) {
    const named = Object.hasOwn(scope.names, found.root) ? scope.names[found.root] : undefined;
    return named === undefined ? scope.instance.resolve(found.root, found.steps) : descend(named, found.steps);
  }
  if (expression.type === 'get') return descend(evaluate(expression.object, scope), [expression.name]);
  if (expression.type === 'index') {
    const key = evaluate(expression.key, scope);
    return descend(evaluate(expression.object, scope), [
      isScalar(key) && typeof key !== 'boolean' ? key : new Unknown('an index'),
    ]);
  }
  return new Unknown('a splat expression');
}

/** Follows steps into a value. */
export function descend(value: Value, steps: readonly Step[]): Value {
  let at = value;
  for (const step of steps) {
    if (at instanceof Unknown) return at;
    if (step instanceof Unknown) return step;
    if (at instanceof Reference) return new Reference(at.address, [...at.attribute, step], at.suffix);
    if (step === '*') return new Unknown('a splat expression');
    if (isList(at) && typeof step === 'number' && at[step] !== undefined) at = at[step];
    else if (isObject(at) && Object.hasOwn(at, String(step))) at = at[String(step)];
    else return new Missing(`no "${step}" in the value`);
  }
  return at;
}

function conditional({ condition, then, else: otherwise }: Conditional, scope: Scope): Value {
  const answer = evaluate(condition, scope);
  if (answer === true || answer === 'true') return evaluate(then, scope);
  if (answer === false || answer === 'false') return evaluate(otherwise, scope);
  const [a, b] = [evaluate(then, scope), evaluate(otherwise, scope)];
  return isScalar(a) && a === b ? a : new Unknown('a condition that is not known here');
}

function called(name: string, args: readonly Expression[], expand: boolean, scope: Scope): Value {
  if (name === 'try' || name === 'can') {
    for (const arg of args) {
      const value = evaluate(arg, scope);
      if (name === 'can') return value instanceof Missing ? false : value instanceof Unknown ? value : true;
      if (!(value instanceof Missing)) return value;
    }
    return new Missing('nothing that try() could fall back to');
  }
  if (name === 'coalesce') {
    for (const arg of args) {
      const value = evaluate(arg, scope);
      if (!isAbsent(value) && value !== '') return value;
    }
    return new Missing('nothing that coalesce() could take');
  }
  if (name === 'lookup' && args.length > 1) {
    const map = evaluate(args[0], scope);
    const key = evaluate(args[1], scope);
    if (isObject(map) && typeof key === 'string' && Object.hasOwn(map, key)) return map[key];
  }
  if (expand) return new Unknown(`the result of ${name}()`);
  if (name === 'length' && args.length === 1) {
    const counted = evaluate(args[0], scope);
    const keys = counted instanceof Reference ? scope.instance.instanceKeys(counted) : undefined;
    if (keys) return keys.length;
  }
  return call(
    name,
    args.map((arg) => evaluate(arg, scope)),
  );
}

function template(expression: Template | Heredoc, scope: Scope): Value {
  const parts = templateParts(expression);
  if (expression.type === 'template' && parts.length === 1 && parts[0].type === 'interpolation')
    return evaluate(parts[0].expression, scope);
  const id = subscriptionId(parts, scope);
  if (id) return id;
  const isText =
    parts.some((part) => part.type === 'part' && part.value !== '') && parts.every((part) => part.type !== 'directive');
  let text = '';
  let found: Reference | undefined;
  for (const part of parts) {
    if (part.type === 'directive') return new Unknown('a template with directives');
    const value = part.type === 'part' ? part.value : evaluate(part.expression, scope);
    const start = found ? '' : text;
    if (value instanceof Unknown) return isText ? new Unknown(value.why, start + value.start, true) : value;
    if (value instanceof Reference) {
      if (found || text) return new Unknown(`text built from ${value}`, start, isText);
      found = value;
    } else if (isScalar(value)) text += String(value);
    else return new Unknown('text built from a list or a map');
  }
  return found ? new Reference(found.address, found.attribute, found.suffix + text) : text;
}

/** `/subscriptions/${data.azurerm_client_config.current.subscription_id}` is the id of that subscription. */
function subscriptionId([start, id, ...rest]: readonly Part[], scope: Scope): Reference | undefined {
  if (start?.type !== 'part' || start.value !== '/subscriptions/' || id?.type !== 'interpolation') return undefined;
  const value = evaluate(id.expression, scope);
  if (!(value instanceof Reference) || value.suffix || value.attribute.join() !== 'subscription_id') return undefined;
  if (!rest.every((part) => part.type === 'part')) return undefined;
  return new Reference(value.address, value.attribute, rest.map((part) => part.value).join(''));
}

function binary(operator: string, left: Value, right: Value): Value {
  if (operator === '&&' && (left === false || right === false)) return false;
  if (operator === '||' && (left === true || right === true)) return true;
  const blind = [left, right].find((side) => side instanceof Unknown);
  if (blind) return blind;
  const plain = [left, right].every((side) => isScalar(side) || side === null);
  if (!plain) return new Unknown(`the result of ${operator}`);
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (operator === '&&' || operator === '||') return operator === '&&' ? left === true && right === true : false;
  if (typeof left !== 'number' || typeof right !== 'number') return new Unknown(`the result of ${operator}`);
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}

function forExpression(expression: For, scope: Scope): Value {
  const collection = evaluate(expression.collection, scope);
  if (collection instanceof Unknown) return collection;
  const entries = entriesOf(collection);
  if (!entries) return new Unknown('a for expression over something unknown');
  const list: Value[] = [];
  const object: Record<string, Value> = {};
  for (const [key, value] of entries) {
    const names = {
      ...scope.names,
      [expression.valueName]: value,
      ...(expression.keyName ? { [expression.keyName]: key } : {}),
    };
    const inner = { instance: scope.instance, names };
    if (expression.condition) {
      const kept = evaluate(expression.condition, inner);
      if (kept === false) continue;
      if (kept !== true) return new Unknown('a for expression with an unknown condition');
    }
    const result = evaluate(expression.value, inner);
    if (!expression.key) list.push(result);
    else {
      const name = evaluate(expression.key, inner);
      if (!isScalar(name) || expression.group) return new Unknown('a for expression with computed keys');
      define(object, String(name), result);
    }
  }
  return expression.object ? object : list;
}

/** Keys and values that `for_each`, `for` and `dynamic` go through; undefined for what they cannot. */
export function entriesOf(collection: Value): [Value, Value][] | undefined {
  if (isList(collection)) return collection.map((value, i) => [i, value]);
  if (isObject(collection)) return Object.entries(collection as Attributes);
  return undefined;
}
