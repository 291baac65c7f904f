import { attributesOf, importIdForm, replacesOnChange, requiredSiblings } from '../../controls/provider/facts';
import { type Attributes, isAbsent, isList, isObject, Unknown, type Value } from '../../controls/value';
import { isWhollyMapped } from '../azure/attributes';
import { importAddress, importId } from '../azure/import-id';
import type { LiveResource } from '../azure/live-resources';
import { literal } from './live-value';

/** Terraform that owns one live resource, and changes only what it names. */
export interface Imported {
  readonly importId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly ignore: readonly string[];
}

/** Remediation stacks are written for azurerm 4.x. */
const MAJOR = 4;

/** Written as they are, although they are ignored: where the resource is made anew, leaving them out has an effect. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  // A plan that is created, or changes its tier, switches off every extension that is not named.
  azurerm_security_center_subscription_pricing: ['extension'],
};

/**
 * The resource as an import that changes these top-level arguments and nothing else.
 * @param wanted whole values, blocks with everything that stands in them
 * @returns why not, in words, where something that has to be written is not known
 */
export function imported(resource: LiveResource, wanted: Readonly<Record<string, Value>>): Imported | string {
  const { type, attributes } = resource;
  const id = importId(type, String(attributes.id)) ?? importAddress(type, resource.object);
  if (id === undefined)
    return importIdForm(type)?.startsWith('https:')
      ? `azurerm imports an ${type} by its address in the data plane, which is not read`
      : `the id of ${resource.address} has another form than azurerm imports`;
  const facts = attributesOf(type, MAJOR);
  const written: Record<string, unknown> = {};
  const chosen = oneOfEach(type, { ...attributes, ...wanted });
  if (chosen === undefined) return 'azurerm requires one of several arguments, and none of them was read';
  const whole = ALWAYS[type] ?? [];
  const names = new Set([...requiredSiblings(type, '', MAJOR), ...chosen.map((each) => each.split('.')[0]), ...whole]);
  for (const name of [...names].sort()) {
    if (name in wanted) continue;
    const value = whole.includes(name) ? literal(attributes[name]) : required(type, name, attributes[name], chosen);
    if (value === undefined) return `azurerm requires ${name}, and what Azure has of it is not known`;
    written[name] = value;
  }
  for (const [name, value] of Object.entries(wanted)) {
    // A block is written whole, and what is left out of it is reset.
    const isBlock = facts.get(name)?.elem === 'object';
    const known = isBlock && !isWhollyMapped(type, name) ? undefined : literal(value, attributes);
    if (known === undefined) return `what stands beside the target in ${name} is not known`;
    written[name] = known;
  }
  // Azure's own value of a computed argument stays anyway, and Terraform warns of old names.
  const ignore = [...facts]
    .filter(([path, { optional, required: needed }]) => !path.includes('.') && (optional || needed))
    .filter(([, { deprecated, computed }]) => !deprecated || !computed)
    .map(([path]) => path)
    .filter((path) => !(path in wanted))
    .sort();
  return { importId: id, attributes: sorted(written), ignore };
}

/** An argument as it is live; of a block what it requires and what was chosen, as the rest of it is ignored. */
function required(type: string, path: string, value: Value | undefined, chosen: readonly string[]): unknown {
  const facts = attributesOf(type, MAJOR).get(path);
  if (facts?.elem !== 'object') return value === null ? undefined : literal(value);
  const blocks = isList(value) ? value : [isObject(value) ? value : {}];
  const made = blocks.map((block) => {
    const inside = isObject(block) ? block : {};
    const more = chosen.filter((each) => each.startsWith(`${path}.`)).map((each) => each.slice(path.length + 1));
    const names = new Set([...requiredSiblings(type, path, MAJOR), ...more.map((each) => each.split('.')[0])]);
    const entries = [...names].map((name) => [name, required(type, `${path}.${name}`, inside[name], chosen)] as const);
    return entries.some(([, each]) => each === undefined) ? undefined : Object.fromEntries(entries);
  });
  if (made.includes(undefined)) return undefined;
  return facts.maxItems === 1 ? made[0] : made;
}

const known = new Map<string, readonly (readonly string[])[]>();

/** Groups of arguments one of which has to stand there, by their dotted paths. */
function groupsOf(type: string): readonly (readonly string[])[] {
  let found = known.get(type);
  if (!found) {
    const facts = attributesOf(type, MAJOR);
    const groups = new Map<string, readonly string[]>();
    for (const [path, { exactlyOneOf, atLeastOneOf }] of facts) {
      const group = exactlyOneOf ?? atLeastOneOf;
      // Inside a block it counts where the block has to stand there.
      const [top, ...rest] = path.split('.');
      if (group && (!rest.length || facts.get(top)?.required)) groups.set([...group].sort().join(' '), group);
    }
    found = [...groups.values()];
    known.set(type, found);
  }
  return found;
}

/**
 * Of arguments one of which has to stand there, the one that does.
 * @returns dotted paths; undefined where none is known of some
 */
function oneOfEach(type: string, attributes: Attributes): readonly string[] | undefined {
  const all = groupsOf(type);
  const uses = (name: string) => all.filter((group) => group.includes(name)).length;
  const chosen: string[] = [];
  for (const group of all) {
    // Two groups may share a member, which excludes all others of both.
    const found = [...group].sort((a, b) => uses(a) - uses(b)).find((each) => isKnown(attributes, each.split('.')));
    if (found === undefined) return undefined;
    if (!chosen.includes(found)) chosen.push(found);
  }
  return chosen;
}

function isKnown(value: Value | undefined, [step, ...rest]: readonly string[]): boolean {
  if (step !== undefined) return isObject(value) && isKnown(value[step], rest);
  return !isAbsent(value) && !(value instanceof Unknown) && !(isList(value) && !value.length);
}

/** Whether changing an argument would replace the resource, for good or under a condition; else undefined. */
export function replacement(type: string, path: string): string | undefined {
  const answer = replacesOnChange(type, path, MAJOR);
  if (answer === false) return undefined;
  return answer === true ? `azurerm replaces the resource when ${path} changes` : `azurerm may ${answer}`;
}

const sorted = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
