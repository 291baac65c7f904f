import { formerNames } from '../../../controls/provider/former-names';
import {
  isAbsent,
  isList,
  isObject,
  type Path,
  sameValue,
  schemaPath,
  type Value,
  valueText,
} from '../../../controls/value';
import { type AttributeFact, DIFFERS } from '../../remote-modules/modules';
import type { Estate, Located } from './estate';
import { attributeOf } from './module';
import { blockPlace, nthOf, type Place } from './place';
import { filled, holds, inputSteps, inputValue, type RemoteResource } from './remote-values';
import { type Intent, inExpression, inJson, refused, type Writing } from './trace';

/** Where a value is written that a resource inside a known module gets, and what has to be written there. */
export interface Through {
  readonly writing: Writing;
  readonly to: Value;
  /** For people: `through input min_tls_version of …`. */
  readonly note: string;
}

/** Where the input is given that carries the value at `path`, or where the call lacks it. */
export function through(
  estate: Estate,
  resource: Located & { readonly remote: RemoteResource },
  path: Path,
  intent: Omit<Intent, 'path'>,
): Through {
  const { remote, block, scope } = resource;
  const fact = carrierOf(resource, path);
  const input = fact.input && inputSteps(fact.input, remote);
  const refuse = (writing: Writing): Through => ({ writing, to: intent.to, note: '' });
  if (!input) return refuse(refused('remote-module', fact.why!));
  if (block.file.json) return refuse(inJson(block.file));
  const to = fact.not ? !(intent.to as boolean) : intent.to;
  const call = blockPlace('argument', block.file, [], block.node, nthOf(block.file.syntax!.body.items, block.node));
  const lacking = (place: Place, rest: Path): Writing | undefined => {
    const isHere = place.file === block.file && block.node.start <= place.start && place.end <= block.node.end;
    if (!isHere) return undefined;
    const problem = unsafe(remote, input, input.length - rest.length, to);
    return problem ? refused('remote-module', problem) : { at: 'absent', place, rest };
  };
  const [name, ...rest] = input;
  const argument = attributeOf(block.node, name);
  const context = { estate, intent: { ...intent, to, path: schemaPath(path), not: fact.not === true }, lacking };
  const writing = argument
    ? inExpression(argument.value, { ...call, attribute: name }, rest, scope, context)
    : lacking(call, input)!;
  return { writing, to, note: `through input ${input.join('.')} of ${remote.facts.text}` };
}

/**
 * Inputs beside that of `path` that have to become null, because azurerm does not take their attributes beside it; undefined
 * where they are not written at the same place.
 */
export function cleared(
  resource: Located & { readonly remote: RemoteResource },
  path: Path,
  attributes: readonly string[],
): readonly string[] | undefined {
  const stepsTo = (name: string) => {
    const { input, not } = carrierOf(resource, [...path.slice(0, -1), name]);
    return input && !not ? inputSteps(input, resource.remote) : [];
  };
  const parentOf = (steps: readonly string[]) => steps.slice(0, -1).join('.');
  const own = stepsTo(String(path.at(-1)));
  const all = attributes.map(stepsTo);
  return all.every((steps) => steps.length && parentOf(steps) === parentOf(own))
    ? all.map((each) => each.at(-1)!)
    : undefined;
}

/** The fact that leads to an input, or why there is none. */
function carrierOf({ remote, type }: { remote: RemoteResource; type: string }, path: Path) {
  const { facts } = remote;
  const dotted = schemaPath(path);
  const names = [dotted, ...formerNames(type, dotted).map((name) => schemaPath([...path.slice(0, -1), name]))];
  const known = names.map((name) => facts.attribute(name)).find(Boolean);
  const none = (why: string): AttributeFact & { why: string } => ({ why });
  if (!known) return none(`${facts.text} has no input for ${dotted}: ask its owner`);
  if (known === DIFFERS) return none(`${facts.differing} ${dotted} differently: name one release`);
  if (known.value !== undefined) return none(`${facts.text} itself sets ${dotted} to ${valueText(known.value)}`);
  if (!known.input || known.block) return none(`what ${facts.text} makes of its inputs for ${dotted} is not known`);
  if (known.unless && holds(known.unless, remote) === true)
    return none(
      `${facts.text} itself sets ${dotted} to ${valueText(known.otherwise)} because of its input ${known.unless.input}`,
    );
  return { ...known, why: undefined };
}

/**
 * Why a new entry must not be written: it takes the place of a default that says more, or lacks what its type requires.
 * @param depth how many steps of the input are there already
 */
function unsafe(remote: RemoteResource, input: readonly string[], depth: number, to: Value): string | undefined {
  for (let i = depth + 1; i < input.length; i++) {
    const here = input.slice(0, i);
    const type = remote.facts.typeAt(here);
    const own = input[i];
    const before = inputValue(here, remote);
    const after = filled({ [own]: i === input.length - 1 ? to : {} }, type);
    const given = isObject(before) ? before : {};
    const names = new Set([...Object.keys(type ?? {}), ...Object.keys(given)]);
    names.delete(own);
    const lost = [...names].find((name) => {
      if (type?.['*'] || (type && !type[name]?.optional)) return true;
      const now = isObject(after) ? after[name] : undefined;
      return isAbsent(given[name]) ? !isEmpty(now) : !sameValue(given[name], now);
    });
    if (!type || lost)
      return `${here.join('.')} of ${remote.facts.text} is not written in the call, and a new one also decides ${lost ?? 'what is in it'}: write it with ${input.slice(i).join('.')} = ${valueText(to)}`;
  }
  return undefined;
}

const isEmpty = (value: Value | undefined): boolean =>
  isAbsent(value) || (isList(value) && !value.length) || (isObject(value) && Object.values(value).every(isEmpty));
