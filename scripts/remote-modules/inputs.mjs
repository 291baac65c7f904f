// The inputs of a module: default, whether null is a value, and for objects what their type fills in.
//   default     absent where the input is required; null is "not set"
//   nullable    false where null means the default
//   type        of an object: its keys, each with `optional`, `default` and `type` again; `*` for the elements of a map
import { attributeOf, constant, keyOf } from './symbols.mjs';

/** undefined where the default is no constant: then nobody can say what the input is when it is not given. */
export function readInput(variable) {
  const fallback = attributeOf(variable, 'default');
  const type = attributeOf(variable, 'type');
  const value = fallback && converted(constant(fallback), type);
  if (fallback && value === undefined) return undefined;
  const nullable = attributeOf(variable, 'nullable');
  const inner = type && typeTree(type);
  return {
    ...(fallback ? { default: value } : {}),
    ...(nullable && constant(nullable) === false ? { nullable: false } : {}),
    ...(inner ? { type: inner } : {}),
  };
}

/** A constant as Terraform converts it to a plain type. */
function converted(value, type) {
  if (type?.type !== 'variable' || typeof value === 'object' || value === undefined) return value;
  if (type.name === 'bool') return String(value) === 'true';
  if (type.name === 'number') return Number(value);
  return type.name === 'string' ? String(value) : value;
}

/** Whether a type surely has what the steps ask for. */
export function leads(type, [step, ...rest]) {
  if (step === undefined || !type) return true;
  const key = type['*'] ?? type[step];
  return key !== undefined && leads(key.type, rest);
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
    const given = fallback && converted(constant(fallback), value.args[0]);
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

/** What a module says of the releases of azurerm that it takes. */
export function constraintsOf(files) {
  const inside = (items, kind) => items.filter((item) => item.type === 'block' && item.kind === kind);
  const required = inside(
    files.flatMap((file) => file.body.items),
    'terraform',
  ).flatMap((block) => inside(block.body.items, 'required_providers'));
  return required.flatMap((block) => {
    const azurerm = attributeOf(block, 'azurerm');
    const value = azurerm && constant(azurerm);
    const version = typeof value === 'string' ? value : value?.version;
    return version ? [version] : [];
  });
}
