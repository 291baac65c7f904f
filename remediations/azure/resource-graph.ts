import { at, record, text } from '../findings/json';
import { type Arm, Unreadable, wordAt } from './arm';
import type { ArmObject } from './arm-object';
import { armObject } from './objects';

const PATH = '/providers/Microsoft.ResourceGraph/resources';
const VERSION = '2022-10-01';
/** The most rows that one answer may hold. */
const ROWS = 1000;
/** Resource Graph takes up to 1,000; fewer keep an answer within the 16 MB it may have. */
export const SUBSCRIPTIONS_AT_ONCE = 100;

const QUERY =
  'resources | project id, name, type, location, kind, managedBy, sku, identity, zones, plan, tags, properties, subscriptionId | order by id asc';

/** All resources of these subscriptions, by lower-cased subscription id. Children without a location are not among them. */
export async function readResourceGraph(
  arm: Arm,
  subscriptions: readonly string[],
  told: (count: number) => void,
): Promise<ReadonlyMap<string, ArmObject[]>> {
  const found = new Map<string, ArmObject[]>(subscriptions.map((id) => [id.toLowerCase(), []]));
  const seen = new Set<string>();
  for (let token: string | undefined, count = 0; ; ) {
    const options = { resultFormat: 'objectArray', $top: ROWS, ...(token === undefined ? {} : { $skipToken: token }) };
    const answer = await arm.post(PATH, { 'api-version': VERSION }, { subscriptions, query: QUERY, options });
    const rows = at(answer, 'data');
    if (!Array.isArray(rows)) throw new Unreadable('the answer of Resource Graph has no rows');
    for (const row of rows) add(found, row);
    count += rows.length;
    told(count);
    token = wordAt(answer, '$skipToken');
    if (token === undefined) {
      // Without a token nothing more can be asked for, although there is more.
      if (wordAt(answer, 'resultTruncated') === 'true')
        throw new Unreadable(`Resource Graph cut its answer after ${count} rows`);
      return found;
    }
    if (seen.has(token)) throw new Unreadable('Resource Graph gave the same page twice');
    seen.add(token);
  }
}

function add(found: ReadonlyMap<string, ArmObject[]>, row: unknown): void {
  const object = armObject(row);
  const subscription = text(record(row)?.subscriptionId)?.toLowerCase() ?? '';
  if (object) found.get(subscription)?.push(object);
}
