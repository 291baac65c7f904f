// The inputs of a module: default, whether null is a value, and for objects what their type fills in.
//   default     absent where the input is required; null is "not set"
//   nullable    false where null means the default
//   type        of an object: its keys, each with `optional`, `default` and `type` again; `*` for the elements of a map
import { attributeOf, constant, keyOf } from './symbols.mjs';

/** undefined where the default is no constant: then nobody can say what the input is when it is not given. */
export function readInput(variable) {
  const fallback = attributeOf(variable, 'default');
  const value = fallback && constant(fallback);
  if (fallback && value === undefined) return undefined;
  const type = attributeOf(variable, 'type');
  const nullable = attributeOf(variable, 'nullable');
  const inner = type && typeTree(type);
  return {
    ...(fallback ? { default: value } : {}),
    ...(nullable && constant(nullable) === false ? { nullable: false } : {}),
    ...(inner ? { type: inner } : {}),
  };
}

function typeTree(type) {
  if (type.type !== 'call') return undefined;
  const [of] = type.args;
  if (type.name === 'map') {
    const element = typeTree(of);
    return element && { '*': { type: element } };
  }
  if (type.name !== 'object' || of?.type !== 'object') return undefined;
  const keys = of.items.map(({ key, value }) => {
    const isOptional = value.type === 'call' && value.name === 'optional';
    const inner = typeTree(isOptional ? value.args[0] : value);
    const fallback = isOptional ? value.args[1] : undefined;
    const given = fallback && constant(fallback);
    if (fallback && given === undefined) return [keyOf(key), { opaque: true }];
    return [
      keyOf(key),
      {
        ...(isOptional ? { optional: true } : {}),
        ...(fallback && given !== null ? { default: given } : {}),
        ...(inner ? { type: inner } : {}),
      },
    ];
  });
  return Object.fromEntries(keys);
}
