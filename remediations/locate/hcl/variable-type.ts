import { isList, isObject, type Value } from '../../../controls/value';
import type { Expression } from '../../hcl/ast';
import { evaluate, objectKey, type Scope } from './evaluate';

/** Fills what `optional(type, default)` of a variable's type fills: null, or the default. */
export function withTypeDefaults(type: Expression, value: Value, scope: Scope): Value {
  if (type.type !== 'call') return value;
  const [inner] = type.args;
  if (type.name === 'object' && inner?.type === 'object' && isObject(value)) {
    const filled: Record<string, Value> = { ...value };
    for (const item of inner.items) {
      const name = objectKey(item.key, scope);
      if (name === undefined || name === '__proto__') continue;
      const wanted = item.value;
      const optional = wanted.type === 'call' && wanted.name === 'optional';
      const given = filled[name];
      if (optional && (given === undefined || (given === null && wanted.args[1])))
        filled[name] = wanted.args[1] ? evaluate(wanted.args[1], scope) : null;
      const innerType = optional ? wanted.args[0] : wanted;
      if (innerType && filled[name] !== undefined) filled[name] = withTypeDefaults(innerType, filled[name], scope);
    }
    return filled;
  }
  if (!inner) return value;
  if ((type.name === 'list' || type.name === 'set') && isList(value))
    return value.map((item) => withTypeDefaults(inner, item, scope));
  if (type.name === 'map' && isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, withTypeDefaults(inner, item, scope)]),
    );
  return value;
}
