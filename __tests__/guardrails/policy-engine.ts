// The rule language of Azure Policy, as far as the rules of this repository and the built-in ones they are held against use it.
import type { ArmThing } from './arm-world';

type Json = unknown;
interface Node {
  readonly [name: string]: Json;
}

/** What a rule sees besides the resource: parameters of its assignment, and everything else there is. */
export interface Sight {
  readonly parameters: Readonly<Record<string, Json>>;
  readonly world: readonly ArmThing[];
}

interface Scope extends Sight {
  readonly resource: ArmThing;
  /** Elements that counts stand at, by their alias. */
  readonly current: ReadonlyMap<string, Json>;
}

/** Whether a rule has something against a resource. */
export function isAgainst(rule: Node, resource: ArmThing, sight: Sight): boolean {
  const scope: Scope = { ...sight, resource, current: new Map() };
  if (!holds(get(rule, 'if') as Node, scope)) return false;
  const details = get(get(rule, 'then') as Node, 'details') as Node | undefined;
  if (!details || Array.isArray(details) || get(details, 'type') === undefined) return true;
  return !sight.world.some((other) => isMeant(details, other, scope) && meets(details, other, sight));
}

/** Names of the language ignore case: the built-in definitions write `allof` as well as `allOf`. */
function get(node: Node, name: string): Json {
  const found = Object.keys(node).find((each) => each.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : node[found];
}

function isMeant(details: Node, other: ArmThing, scope: Scope): boolean {
  const type = String(get(details, 'type')).toLowerCase();
  if (other.type.toLowerCase() !== type) return false;
  const name = get(details, 'name');
  if (name !== undefined && other.name.toLowerCase() !== String(evaluated(name, scope)).toLowerCase()) return false;
  const root = scope.resource.id.toLowerCase();
  const isOfSubscription = /^\/subscriptions\/[^/]+$/.test(root);
  return isOfSubscription || other.id.toLowerCase().startsWith(`${root}/`);
}

function meets(details: Node, other: ArmThing, sight: Sight): boolean {
  const condition = get(details, 'existenceCondition') as Node | undefined;
  return condition === undefined || holds(condition, { ...sight, resource: other, current: new Map() });
}

function holds(condition: Node, scope: Scope): boolean {
  const [all, any, not] = ['allOf', 'anyOf', 'not'].map((name) => get(condition, name));
  if (Array.isArray(all)) return all.every((each) => holds(each as Node, scope));
  if (Array.isArray(any)) return any.some((each) => holds(each as Node, scope));
  if (not !== undefined) return !holds(not as Node, scope);
  const count = get(condition, 'count') as Node | undefined;
  if (count) return compare(condition, counted(count, scope), scope);
  const value = get(condition, 'value');
  if (value !== undefined) return compare(condition, evaluated(value, scope), scope);
  const field = String(get(condition, 'field'));
  // Without a count a condition on elements has to hold for all of them.
  if (field.includes('[*]') && !scope.current.has(field.toLowerCase())) {
    const values = elements(scope.resource, field);
    return values.every((each) => compare(condition, each, scope));
  }
  return compare(condition, fieldValue(field, scope), scope);
}

function counted(count: Node, scope: Scope): number {
  const field = String(get(count, 'field'));
  const where = get(count, 'where') as Node | undefined;
  const all = elements(scope.resource, field);
  if (!where) return all.length;
  return all.filter((element) => {
    const current = new Map(scope.current);
    const below = (value: Json, alias: string): void => {
      current.set(alias.toLowerCase(), value);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
      for (const [name, inner] of Object.entries(value)) if (name !== 'properties') below(inner, `${alias}.${name}`);
      if ('properties' in value)
        for (const [name, inner] of Object.entries(value.properties as Node)) below(inner, `${alias}.${name}`);
    };
    below(element, field);
    return holds(where, { ...scope, current, within: field } as Scope);
  }).length;
}

/** A field inside of a count stands for that of the element. */
function fieldValue(field: string, scope: Scope): Json {
  const key = field.toLowerCase();
  if (scope.current.has(key)) return scope.current.get(key);
  const within = (scope as Scope & { within?: string }).within?.toLowerCase();
  if (within && key.startsWith(within)) return undefined;
  return fieldOf(scope.resource, field);
}

const TOP = new Set(['id', 'kind', 'location', 'name', 'type']);

export function fieldOf(thing: ArmThing, field: string): Json {
  if (TOP.has(field)) return (thing as unknown as Node)[field];
  if (field === 'identity.type') return get((thing.identity ?? {}) as Node, 'type');
  const path = pathIn(thing, field);
  return path === undefined ? undefined : at(thing, path);
}

/** `Microsoft.Storage/storageAccounts/networkAcls.bypass` → `networkAcls.bypass`; undefined where it is of another type. */
function pathIn(thing: ArmThing, field: string): string | undefined {
  const prefix = `${thing.type.toLowerCase()}/`;
  if (!field.toLowerCase().startsWith(prefix)) return SPECIAL[field.toLowerCase()];
  const path = field.slice(prefix.length);
  return SPECIAL[field.toLowerCase()] ?? path.replace(/^web\./, '');
}

/** Aliases that are called otherwise than the property they stand for. */
const SPECIAL: Readonly<Record<string, string>> = {
  'microsoft.sql/auditingsettings.state': 'state',
  'microsoft.sql/transparentdataencryption.status': 'status',
  'microsoft.compute/virtualmachines/osdisk.uri': 'storageProfile.osDisk.vhd.uri',
};

function at(thing: ArmThing, path: string): Json {
  const step = (from: Json, name: string): Json =>
    typeof from === 'object' && from !== null && !Array.isArray(from) ? get(from as Node, name) : undefined;
  const walk = (from: Json) => path.split('.').reduce(step, from);
  return walk(thing.properties) ?? (/^sku|^kind/.test(path) ? walk(thing) : undefined);
}

function elements(thing: ArmThing, field: string): readonly Json[] {
  const [first, ...rest] = field.split('[*]');
  let values: readonly Json[] = [fieldOf(thing, first)].flatMap((each) => (Array.isArray(each) ? each : []));
  for (const part of rest) {
    const names = part.split('.').filter((name) => name !== '');
    const inner = (from: Json, name: string): Json => {
      if (typeof from !== 'object' || from === null) return undefined;
      return get(from as Node, name) ?? get((get(from as Node, 'properties') ?? {}) as Node, name);
    };
    values = values.map((each) => names.reduce(inner, each));
    if (part !== rest[rest.length - 1]) values = values.flatMap((each) => (Array.isArray(each) ? each : []));
  }
  return values;
}

const word = (value: Json): string => String(value).toLowerCase();
const isThere = (value: Json): boolean => value !== undefined && value !== null;
const number = (value: Json): number => (typeof value === 'number' ? value : Number(String(value)));
const order = (a: Json, b: Json): number => {
  const [x, y] = [number(a), number(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return word(a) < word(b) ? -1 : word(a) > word(b) ? 1 : 0;
};
const like = (value: Json, pattern: Json): boolean => {
  const [start, end] = word(pattern).split('*');
  return end === undefined ? word(value) === start : word(value).startsWith(start) && word(value).endsWith(end);
};

const OPERATORS: Readonly<Record<string, (value: Json, operand: Json) => boolean>> = {
  equals: (value, operand) => isThere(value) && word(value) === word(operand),
  notequals: (value, operand) => !isThere(value) || word(value) !== word(operand),
  in: (value, operand) => isThere(value) && (operand as Json[]).some((each) => word(each) === word(value)),
  notin: (value, operand) => !isThere(value) || !(operand as Json[]).some((each) => word(each) === word(value)),
  contains: (value, operand) => isThere(value) && word(value).includes(word(operand)),
  notcontains: (value, operand) => !isThere(value) || !word(value).includes(word(operand)),
  like: (value, operand) => isThere(value) && like(value, operand),
  exists: (value, operand) => isThere(value) === (word(operand) === 'true'),
  greater: (value, operand) => isThere(value) && order(value, operand) > 0,
  greaterorequals: (value, operand) => isThere(value) && order(value, operand) >= 0,
  less: (value, operand) => isThere(value) && order(value, operand) < 0,
  lessorequals: (value, operand) => isThere(value) && order(value, operand) <= 0,
};

function compare(condition: Node, value: Json, scope: Scope): boolean {
  const found = Object.entries(condition).filter(([name]) => Object.hasOwn(OPERATORS, name.toLowerCase()));
  if (found.length !== 1) throw new Error(`no single comparison in ${JSON.stringify(condition)}`);
  const [[name, operand]] = found;
  return OPERATORS[name.toLowerCase()](value, evaluated(operand, scope));
}

/** `[if(contains(field('…'), '-'), …)]`; texts without brackets are themselves. */
function evaluated(text: Json, scope: Scope): Json {
  if (typeof text !== 'string' || !/^\[[^[]/.test(text)) return text;
  const tokens = text.slice(1, -1).match(/'(?:[^']|'')*'|[\w]+|[(),.[\]]|-?\d+/g) ?? [];
  let next = 0;
  const expression = (live: boolean): Json => {
    const token = tokens[next++];
    let value: Json;
    if (token.startsWith("'")) value = token.slice(1, -1).replaceAll("''", "'");
    else if (/^-?\d+$/.test(token)) value = Number(token);
    else if (tokens[next] === '(') value = call(token, live);
    else value = token === 'true' ? true : token === 'false' ? false : undefined;
    while (tokens[next] === '.') {
      next++;
      const name = tokens[next++];
      value = typeof value === 'object' && value !== null ? get(value as Node, name) : undefined;
    }
    return value;
  };
  /** Only the branch of `if` that counts is evaluated: `int('*')` in the other would be an error. */
  const call = (name: string, live: boolean): Json => {
    next++;
    const args: Json[] = [];
    while (tokens[next] !== ')') {
      const isBranch = name === 'if' && args.length > 0;
      const isLive = live && (!isBranch || (args.length === 1) === (args[0] === true));
      args.push(expression(isLive));
      if (tokens[next] === ',') next++;
    }
    next++;
    if (!live) return undefined;
    const run = FUNCTIONS[name.toLowerCase()];
    if (!run) throw new Error(`the function ${name} is not known here`);
    return run(args, scope);
  };
  return expression(true);
}

const FUNCTIONS: Readonly<Record<string, (args: readonly Json[], scope: Scope) => Json>> = {
  // Days since the day a key was made, in these tests.
  adddays: ([from, days]) => (isThere(from) ? Number(from) : 0) + Number(days),
  and: (args) => args.every((each) => each === true),
  coalesce: (args) => args.find(isThere),
  concat: (args) => args.join(''),
  contains: ([text, part]) => word(text).includes(word(part)),
  current: ([alias], scope) => scope.current.get(String(alias).toLowerCase()),
  empty: ([value]) => !isThere(value) || value === '' || (Array.isArray(value) && value.length === 0),
  field: ([alias], scope) => fieldValue(String(alias), scope),
  first: ([list]) => (list as Json[])[0],
  greaterorequals: ([a, b]) => order(a, b) >= 0,
  if: ([test, yes, no]) => (test === true ? yes : no),
  int: ([value]) => {
    if (!/^\s*-?\d+\s*$/.test(String(value))) throw new Error(`int('${String(value)}') is an error in Azure`);
    return Number(value);
  },
  last: ([list]) => (list as Json[]).at(-1),
  length: ([list]) => (Array.isArray(list) ? list.length : 0),
  lessorequals: ([a, b]) => order(a, b) <= 0,
  not: ([value]) => value !== true,
  padleft: ([text, width, fill]) => String(text).padStart(Number(width), String(fill)),
  parameters: ([name], { parameters }) => parameters[String(name)],
  requestcontext: () => ({ apiVersion: '2025-01-01' }),
  resourcegroup: () => ({ managedBy: '' }),
  split: ([text, by]) => String(text).split(String(by)),
  string: ([value]) => (isThere(value) ? String(value) : ''),
};
