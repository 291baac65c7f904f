// The few words of JSON Schema that the schemas of our own files use.
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema;
}

const WORDS = new Set([
  ...['$schema', '$id', '$ref', '$defs', 'title', 'description', 'type', 'const', 'enum', 'pattern', 'minimum'],
  ...['minItems', 'maxItems', 'items', 'required', 'properties', 'propertyNames', 'additionalProperties'],
]);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

/**
 * What is wrong with a value, one line each. Stricter than the standard: a property that the schema does not name is
 * wrong, so that nothing is written that is not described.
 */
export function problems(root: Schema, value: unknown): string[] {
  return check(root, value, '');

  function check(given: Schema, value: unknown, at: string): string[] {
    const unknown = Object.keys(given).find((word) => !WORDS.has(word));
    if (unknown) throw new Error(`this check does not know the word ${unknown}`);
    const schema = given.$ref ? root.$defs?.[given.$ref.replace('#/$defs/', '')] : given;
    if (!schema) throw new Error(`the schema has no ${given.$ref}`);
    const type = typeOf(value);
    const allowed = schema.type === undefined ? [type] : [schema.type].flat();
    if (!allowed.includes(type) && !(type === 'integer' && allowed.includes('number')))
      return [`${at}: a ${type === 'integer' ? 'number' : type}, not ${allowed.join(' or ')}`];
    if (schema.const !== undefined && schema.const !== value) return [`${at}: not ${JSON.stringify(schema.const)}`];
    if (schema.enum && !schema.enum.includes(value))
      return [`${at}: ${JSON.stringify(value)} is not one of ${schema.enum.join(', ')}`];
    if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value))
      return [`${at}: ${JSON.stringify(value)} does not match ${schema.pattern}`];
    if (typeof value === 'number' && value < (schema.minimum ?? -Infinity)) return [`${at}: ${value} is too small`];
    if (Array.isArray(value)) return elements(schema, value, at);
    return type === 'object' ? fields(schema, value as Record<string, unknown>, at) : [];
  }

  function elements({ items, minItems = 0, maxItems = Infinity }: Schema, list: unknown[], at: string): string[] {
    if (list.length < minItems || list.length > maxItems) return [`${at}: ${list.length} elements`];
    return items ? list.flatMap((each, i) => check(items, each, `${at}[${i}]`)) : [];
  }

  function fields(schema: Schema, object: Record<string, unknown>, at: string): string[] {
    const { required = [], properties, additionalProperties, propertyNames } = schema;
    const missing = required.filter((name) => !(name in object)).map((name) => `${at}: ${name} is missing`);
    const inside = Object.entries(object).flatMap(([name, each]) => {
      const inner = properties?.[name] ?? additionalProperties;
      if (!inner) return properties ? [`${at}: ${name} is not in the schema`] : [];
      const wrongName = propertyNames ? check(propertyNames, name, `${at}.${name}`) : [];
      return [...wrongName, ...check(inner, each, `${at}.${name}`)];
    });
    return [...missing, ...inside];
  }
}
