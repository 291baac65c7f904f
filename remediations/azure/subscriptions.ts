import { UserError } from '../errors';
import { textAt } from '../findings/json';
import { type Arm, listed, Unreadable } from './arm';
import type { ArmObject, Subscription, Unread } from './arm-object';
import { apiVersion } from './arm-types';
import { armObject } from './objects';

const TYPE = 'Microsoft.Resources/subscriptions';

export interface Accessible {
  readonly subscriptions: readonly Subscription[];
  /** The subscriptions themselves, with their tags. */
  readonly objects: readonly ArmObject[];
  readonly unread: readonly Unread[];
}

/** Which of these subscriptions answer, under the names they have. */
export async function accessible(arm: Arm, ids: readonly string[]): Promise<Accessible> {
  const subscriptions: Subscription[] = [];
  const objects: ArmObject[] = [];
  const unread: Unread[] = [];
  for (const id of ids) {
    const path = `/subscriptions/${id}`;
    try {
      const answer = await arm.get(path, { 'api-version': apiVersion(TYPE)! });
      const name = textAt(answer, 'displayName') ?? id;
      subscriptions.push({ id, name });
      // What other objects have in `properties` stands beside the id here.
      const object = armObject({ id: path, name: id, ...pick(answer, 'tags'), properties: answer }, TYPE);
      if (object) objects.push(object);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unread.push({
        id: path,
        why: error.isAbsent ? 'no such subscription in this tenant, or no access to it' : error.why,
      });
    }
  }
  return { subscriptions, objects, unread };
}

const pick = (answer: unknown, name: string): object =>
  typeof answer === 'object' && answer !== null && name in answer
    ? { [name]: (answer as Record<string, unknown>)[name] }
    : {};

/** The ids of all subscriptions below a management group, at any depth. */
export async function belowManagementGroup(arm: Arm, group: string): Promise<readonly string[]> {
  const path = `/providers/Microsoft.Management/managementGroups/${encodeURIComponent(group)}/descendants`;
  let entries: readonly unknown[];
  try {
    entries = await listed(arm, path, { 'api-version': '2020-05-01' });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UserError(
      `--management-group ${group}: ${error.why}`,
      'Give the id of the group (not its display name), and the role Management Group Reader or Reader on it.',
    );
  }
  const ids = entries.flatMap((entry) =>
    /(^|\/)subscriptions$/i.test(textAt(entry, 'type') ?? '') ? (textAt(entry, 'name') ?? []) : [],
  );
  if (!ids.length) throw new UserError(`--management-group ${group}: no subscription is below it`);
  return [...new Set(ids)].sort();
}
