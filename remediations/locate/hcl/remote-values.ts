import { attributeFacts, isSingleBlockInAny, knowsType } from '../../../controls/provider/facts';
import { type Attributes, isAbsent, isObject, isScalar, Reference, Unknown, type Value } from '../../../controls/value';
import type { Block } from '../../hcl/ast';
import type { RemoteFacts } from '../../remote-modules/facts';
import { type AttributeFact, type Condition, DIFFERS, type TypeFacts } from '../../remote-modules/modules';
import { evaluate, type Scope } from './evaluate';
import { attributeOf } from './module';

/** One resource inside a module that is fetched from elsewhere, as a call of the module makes it. */
export interface RemoteResource {
  readonly facts: RemoteFacts;
  readonly call: Block;
  readonly scope: Scope;
  /** The entry of the input that it is made for. */
  readonly key?: string;
}

/** The attributes of the resource, from the arguments of the call and the defaults of the module. */
export function remoteAttributes(remote: RemoteResource, type: string): Attributes {
  const below = new Map<string, string[]>();
  for (const path of remote.facts.paths()) {
    const outer = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
    below.set(outer, [...(below.get(outer) ?? []), path]);
  }
  const blockAt = (at: string): Attributes => {
    const inside: Record<string, Value> = {};
    for (const path of below.get(at) ?? []) {
      const value = valueAt(path);
      if (value !== null) inside[path.slice(at ? at.length + 1 : 0)] = value;
    }
    return inside;
  };
  const valueAt = (path: string): Value => {
    const fact = remote.facts.attribute(path);
    if (!fact) return null;
    if (fact === DIFFERS) return new Unknown(`${remote.facts.differing} ${path} differently`);
    const value = typed(factValue(fact, remote), type, path);
    if (!fact.block || value instanceof Unknown) return value;
    if (value !== true) return null;
    const block = blockAt(path);
    return knowsType(type) && isSingleBlockInAny(type, path) ? block : [block];
  };
  return blockAt('');
}

/** What a text is where azurerm wants yes or no: inputs are often declared more loosely than attributes. */
const typed = (value: Value, type: string, path: string): Value =>
  (value === 'true' || value === 'false') &&
  (attributeFacts(type, path, 4) ?? attributeFacts(type, path, 5))?.type === 'Bool'
    ? value === 'true'
    : value;

/** Of a block: whether it is there. */
function factValue(fact: AttributeFact, remote: RemoteResource): Value {
  if (fact.opaque) return new Unknown(`what ${remote.facts.name} makes of it is not known`);
  if (fact.value !== undefined) return fact.value;
  const { input } = fact;
  if (input === undefined) return fact.block ? true : null;
  if (fact.block) return holds({ ...fact, input }, remote);
  const isOther = fact.unless && holds(fact.unless, remote);
  if (isOther instanceof Unknown) return isOther;
  if (isOther) return fact.otherwise ?? null;
  const value = inputValue(inputSteps(input, remote), remote);
  if (value instanceof Unknown) return value;
  if (fact.orElse !== undefined && value === null) return fact.orElse;
  if (!fact.not) return value;
  return typeof value === 'boolean' ? !value : new Unknown(`the opposite of ${input}`);
}

/** Whether the call meets a condition of the module. */
export function holds({ input, is, not }: Condition, remote: RemoteResource): boolean | Unknown {
  const value = inputValue(inputSteps(input, remote), remote);
  if (value instanceof Unknown) return value;
  if (is === undefined) return (value !== null) !== Boolean(not);
  if (value instanceof Reference) return new Unknown(`whether ${input} is ${String(is)}`);
  // Terraform takes "true" for true.
  return (isScalar(value) && String(value) === String(is)) !== Boolean(not);
}

/** The steps to a value inside an input, with the key of the instance. */
export const inputSteps = (input: string, { key }: Pick<RemoteResource, 'key'>): readonly string[] =>
  input.split('.').map((step) => (step === '*' ? (key ?? step) : step));

/** The value at steps inside an input: as the call gives it, with what its type fills in, or by its default. */
export function inputValue([name, ...rest]: readonly string[], remote: RemoteResource): Value {
  const { facts, call, scope } = remote;
  const input = facts.input(name);
  if (!input || input === DIFFERS) return new Unknown(`${facts.differing} from different inputs, ${name} among them`);
  const argument = attributeOf(call, name);
  const given = argument ? evaluate(argument.value, scope) : undefined;
  const isGiven = given !== undefined && (given !== null || input.nullable !== false);
  if (!isGiven && (input.opaque || input.default === undefined))
    return new Unknown(`the input ${name} of ${facts.name} is not given, and its default is not known`);
  let at = filled(isGiven ? given : input.default!, input.type);
  for (const step of rest) {
    if (isAbsent(at)) return null;
    if (at instanceof Unknown) return at;
    if (at instanceof Reference) at = new Reference(at.address, [...at.attribute, step], at.suffix);
    else if (isObject(at) && Object.hasOwn(at, step)) at = at[step];
    else return new Unknown(`${[name, ...rest].join('.')} is not given`);
  }
  return at;
}

/** What `optional()` in the type of an input fills in. */
export function filled(value: Value, type: TypeFacts | undefined): Value {
  if (!type || !isObject(value)) return value;
  const element = type['*'];
  if (element)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, element.type)]));
  const result: Record<string, Value> = { ...value };
  for (const [name, key] of Object.entries(type)) {
    const isGiven = Object.hasOwn(result, name) && (result[name] !== null || key.default === undefined);
    if (!isGiven && key.opaque) result[name] = new Unknown(`the default of ${name} is not known`);
    else if (!isGiven && key.optional) result[name] = key.default ?? null;
    if (result[name] !== undefined) result[name] = filled(result[name], key.type);
  }
  return result;
}
