import { UserError } from '../errors';
import { record, textAt } from '../findings/json';
import { type Arm, listed, Unreadable } from './arm';
import type { ArmObject, Subscription, Unread } from './arm-object';
import { apiVersion } from './arm-types';
import { armObject } from './objects';
import { inParallel } from './pool';

const TYPE = 'Microsoft.Resources/subscriptions';

export interface Accessible {
  readonly subscriptions: readonly Subscription[];
  /** The subscriptions themselves, with their tags. */
  readonly objects: readonly ArmObject[];
  readonly unread: readonly Unread[];
}

/** Which of these subscriptions answer, under the names they have, in the order they are given. */
export async function accessible(arm: Arm, ids: readonly string[], most: number): Promise<Accessible> {
  const answers = new Map<string, Readonly<Record<string, unknown>>>();
  const unread: Unread[] = [];
  await inParallel([...ids].reverse(), most, async (id) => {
    try {
      answers.set(id, record(await arm.get(`/subscriptions/${id}`, { 'api-version': apiVersion(TYPE)! })) ?? {});
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const why = error.isAbsent ? 'no such subscription in this tenant, or no access to it' : error.why;
      unread.push({ id: `/subscriptions/${id}`, why });
    }
  });
  const read = ids.filter((id) => answers.has(id));
  return {
    subscriptions: read.map((id) => ({ id, name: textAt(answers.get(id), 'displayName') ?? id })),
    objects: read.flatMap((id) => {
      // What other objects have in `properties` stands beside the id here.
      const { id: _, tags, ...properties } = answers.get(id)!;
      return armObject({ id: `/subscriptions/${id}`, name: id, tags, properties }, TYPE) ?? [];
    }),
    unread,
  };
}

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
    /(^|\/)subscriptions$/i.test(textAt(entry, 'type') ?? '') ? (textAt(entry, 'name')?.toLowerCase() ?? []) : [],
  );
  if (!ids.length) throw new UserError(`--management-group ${group}: no subscription is below it`);
  return [...new Set(ids)].sort();
}
