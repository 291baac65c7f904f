/** A Terraform resource address: `module.logs["eu"].azurerm_storage_account.main[0]`. */
export type Address = string;

/**
 * A reference is a value of its own: companions, keys and subnets are judged by where they point.
 * `azurerm_storage_account.sa.id + "/blobServices/default"` is `new Reference('azurerm_storage_account.sa', ['id'], '/blobServices/default')`.
 */
export class Reference {
  constructor(
    readonly address: Address,
    readonly attribute: readonly (string | number)[],
    readonly suffix = '',
  ) {}

  toString(): string {
    return [this.address, ...this.attribute].join('.') + (this.suffix && ` + "${this.suffix}"`);
  }
}

/** A value that reading cannot give, and why: a variable without a value, a data source, a function of either. */
export class Unknown {
  constructor(
    readonly why: string,
    /** What the text begins with all the same: `@Microsoft.KeyVault(SecretUri=`. */
    readonly start = '',
    /** It is surely a text that is not empty, though nobody knows which: something is written around what is unknown. */
    readonly isText = false,
  ) {}

  toString(): string {
    return `(unknown: ${this.why})`;
  }
}

export type Scalar = string | number | boolean;
export type Value = Scalar | null | Reference | Unknown | readonly Value[] | Attributes;
export interface Attributes {
  readonly [name: string]: Value;
}

/**
 * The way to a value inside a resource. Blocks that may stand once are objects, repeated blocks arrays; an element of
 * an array is addressed by its index.
 */
export type Path = readonly (string | number)[];

/** The one normal form of a resource for HCL, synthesized JSON, plan and state. */
export interface Resource {
  readonly address: Address;
  readonly type: string;
  /** Terraform names; an attribute that is not set is absent. */
  readonly attributes: Attributes;
}

export const isObject = (value: Value | undefined): value is Attributes =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Reference) &&
  !(value instanceof Unknown);

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const isScalar = (value: Value | undefined): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** `null` is how Terraform writes "not set". */
export const isAbsent = (value: Value | undefined): value is null | undefined => value === undefined || value === null;

/** `network_rules.0.bypass` for people; indexes stand in brackets. */
export const pathText = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i ? `.${step}` : step)).join('');

/** The path without indexes, as the provider facts name it. */
export const schemaPath = (path: Path): string => path.filter((step) => typeof step === 'string').join('.');

/** A value as a reader expects to see it in a table: `"TLS1_2"`, `["a", "b"]`, `not set`. */
export function valueText(value: Value | undefined): string {
  if (isAbsent(value)) return 'not set';
  if (value instanceof Reference || value instanceof Unknown) return value.toString();
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).map(([name, inner]) => `${name} = ${valueText(inner)}`);
    return entries.length ? `{ ${entries.join(', ')} }` : '{}';
  }
  return JSON.stringify(value);
}

/** The value at a path, undefined where a step leads nowhere. */
export const valueAt = (from: Value, path: Path): Value | undefined =>
  path.reduce<Value | undefined>(
    (at, step) => (isList(at) ? at[Number(step)] : isObject(at) ? at[step] : undefined),
    from,
  );

/** Deep equality of plain values; two unknowns are never equal. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a instanceof Unknown || b instanceof Unknown) return false;
  if (a instanceof Reference || b instanceof Reference)
    return a instanceof Reference && b instanceof Reference && a.toString() === b.toString();
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]));
  }
  return false;
}
