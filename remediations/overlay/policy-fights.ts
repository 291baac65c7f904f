import { typeOf } from '../../controls/address';
import { armType } from '../../controls/provider/arm';
import { toArm } from '../../controls/provider/conversion';
import { isObject, type Path, schemaPath, type Value } from '../../controls/value';
import type { Policies, PolicyWrite } from '../azure/policies';
import { list, record } from '../findings/json';
import type { Change } from '../plan-types';
import type { Refused, Wanted } from './wanted';

/** A property of Azure that a change writes. */
interface Written {
  /** As an alias says it: type and path. */
  readonly alias: string;
  readonly value: unknown;
}

/**
 * What Azure Policy does to the same thing: where it writes another value, Terraform and the policy would take turns.
 * @param writes what assignments write into the resource
 * @returns notes for the reviewer, or why nothing should be changed
 */
export function policyFights(wanted: Wanted, writes: readonly PolicyWrite[]): readonly string[] | Refused {
  if (!writes.length) return [];
  if (wanted.by === 'separate') return deployed(armType(wanted.add.type)?.arm, wanted.beside.object.type, writes);
  const own =
    wanted.by === 'import'
      ? wanted.sets.flatMap(({ path, to }) => leaves(wanted.resource.type, path, to))
      : patchLeaves(wanted.patch);
  const answer = modified(own, writes);
  if ('reason' in answer || wanted.by === 'azapi') return answer;
  const { object } = wanted.resource;
  return [...answer, ...deployed(object.type, object.type, writes)];
}

/** Notes for a change of code, whose owner decides: the value of the policy, or that Terraform leaves it alone. */
export function policyNotes(change: Change, policies: Policies): readonly string[] {
  const { resources, path, to, findings } = change;
  const own = leaves(typeOf(resources[0]), path, to);
  const notes = findings.flatMap(({ subject: { armId } }) => {
    const answer = armId === undefined ? [] : modified(own, policies.about(armId));
    if (!('reason' in answer)) return answer;
    return [`${answer.note}. Or write that value, or lifecycle { ignore_changes = [${String(path[0])}] }`];
  });
  return [...new Set(notes)];
}

function modified(own: readonly Written[], writes: readonly PolicyWrite[]): readonly string[] | Refused {
  const notes: string[] = [];
  for (const { alias, value } of own)
    for (const write of writes) {
      if (write.effect !== 'modify' || keyOf(write.about) !== keyOf(alias)) continue;
      const who = `Azure Policy ${JSON.stringify(write.assignment)} (${write.definition})`;
      if (write.value === undefined)
        notes.push(
          `${who} writes ${write.about} too; if to another value, change its parameter or add it to ignore_changes`,
        );
      else if (isSame(write.value, value)) notes.push(`${who} writes the same value by itself`);
      else
        return {
          reason: 'conflict',
          note: `${who} sets ${write.about} to ${JSON.stringify(write.value)}: it and Terraform would change it back and forth. Change the parameter of the assignment, or exempt the resource (${write.assignmentId})`,
        };
    }
  return [...new Set(notes)];
}

/** What a change of an argument of azurerm writes; nothing for what is not a property of Azure of its own. */
function leaves(type: string, path: Path, to: Value): Written[] {
  if (isObject(to)) return Object.entries(to).flatMap(([name, each]) => leaves(type, [...path, name], each));
  const known = armType(type);
  const place = known?.attributes.get(schemaPath(path));
  if (!known || !place) return [];
  return place.paths.map((each) => ({
    alias: `${place.at ?? known.arm}/${each}`,
    value: toArm(place.conversion, to),
  }));
}

function patchLeaves({ type, body }: { readonly type: string; readonly body: unknown }): Written[] {
  const found: Written[] = [];
  const look = (value: unknown, path: string): void => {
    const members = record(value);
    if (!members) found.push({ alias: `${type.split('@')[0]}/${path}`, value });
    else for (const [name, each] of Object.entries(members)) look(each, path ? `${path}.${name}` : name);
  };
  look(body, '');
  return found;
}

/** Something that a policy deploys by itself, of the type that is made or changed. */
function deployed(arm: string | undefined, of: string, writes: readonly PolicyWrite[]): string[] {
  const fitting = writes.filter(
    (write) =>
      write.effect === 'deploy' &&
      write.about.toLowerCase() === arm?.toLowerCase() &&
      (!write.of || write.of.includes(of.toLowerCase()) || write.of.includes('microsoft.resources/subscriptions')),
  );
  return [
    ...new Set(
      fitting.map(
        ({ assignment, definition }) =>
          `Azure Policy ${JSON.stringify(assignment)} (${definition}) deploys it where it is missing: let a remediation task of the policy do it, or both may stand side by side`,
      ),
    ),
  ];
}

/** Aliases leave `properties` out, and say the configuration of apps in several ways. */
const keyOf = (alias: string): string =>
  alias
    .toLowerCase()
    .replace('/properties.', '/')
    .replace('/siteconfig.', '/')
    .replace(/\/config\/(web\.)?/, '/')
    .replaceAll('[*]', '[]');

function isSame(policy: unknown, own: unknown): boolean {
  if (Array.isArray(policy))
    return list(own).length === policy.length && policy.every((each, i) => isSame(each, list(own)[i]));
  return String(policy).toLowerCase() === String(own).toLowerCase();
}
