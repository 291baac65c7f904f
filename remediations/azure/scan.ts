import { UserError } from '../errors';
import { type Arm, Unreadable } from './arm';
import { readArmList } from './arm-list';
import { type ArmObject, byId, SCAN_SCHEMA, type Scan, type Subscription, type Unread } from './arm-object';
import { childrenOf, subscriptionLists, tenantObjects } from './children';
import { type AzureFindings, type FindingSource, readFindings, reportOf } from './findings-of-azure';
import { emptyPart, type Part, readChild, readChildren } from './read-children';
import { readResourceGraph, SUBSCRIPTIONS_AT_ONCE } from './resource-graph';
import { accessible } from './subscriptions';

export const READERS = ['graph', 'arm'] as const;
export type Reader = (typeof READERS)[number];

/** Parts that are read already, and where those go that are read now. A name is a subscription and a stage. */
export interface Parts {
  read(name: string): unknown;
  write(name: string, part: unknown): void;
}

export interface ScanOptions {
  readonly cloud: string;
  readonly subscriptions: readonly string[];
  readonly reader: Reader;
  readonly with: readonly FindingSource[];
  /** ISO time. */
  readonly readAt: string;
  readonly parts: Parts;
  /** Requests at a time. */
  readonly most: number;
  readonly told: (what: string) => void;
}

export interface Scanned {
  readonly scan: Scan;
  /** A report for each source that was asked for. */
  readonly findings: ReadonlyMap<FindingSource, unknown>;
}

/** Parents whose children are one part: what is lost at most when a scan is ended. */
const PARENTS_AT_ONCE = 500;

/** Reads subscriptions: their resources, what stands below these, and the settings of the subscriptions themselves. */
export async function scan(arm: Arm, options: ScanOptions): Promise<Scanned> {
  const { parts } = options;
  const given = await accessible(arm, options.subscriptions);
  const all: Part = { objects: [...given.objects], complete: [], unread: [...given.unread] };
  // As long as a part is read it is one value; then it is gone into the whole.
  const take = async (name: string, read: () => Promise<Part>): Promise<Part> => {
    const earlier = parts.read(name) as Part | undefined;
    const part = earlier ?? (await read());
    if (!earlier) parts.write(name, part);
    for (const object of part.objects) all.objects.push(object);
    for (const id of part.complete) all.complete.push(id);
    for (const each of part.unread) all.unread.push(each);
    return part;
  };
  await take('tenant', async () => {
    const part = emptyPart();
    for (const child of tenantObjects) part.objects.push(...(await readChild(arm, '', child, part)));
    return part;
  });
  const findings = new Map<FindingSource, unknown[]>(options.with.map((source) => [source, []]));
  let known = 0;
  for (const subscriptions of batches(given.subscriptions, SUBSCRIPTIONS_AT_ONCE)) {
    const missing = subscriptions.filter(({ id }) => parts.read(`${id}.resources`) === undefined);
    const resources = await readResources(arm, missing, options);
    for (const { id, name } of subscriptions) {
      options.told(`${name}: settings of the subscription`);
      const own = await take(`${id}.subscription`, () => readSubscription(arm, id));
      const found = await take(`${id}.resources`, async () => resources.get(id)!);
      const { objects } = withWholeness(id, own, found, all);
      if (found.complete.length) known++;
      const parents = objects.filter((object) => childrenOf(object).length).sort(byId);
      for (const [i, some] of batches(parents, PARENTS_AT_ONCE).entries()) {
        options.told(
          `${name}: below ${Math.min((i + 1) * PARENTS_AT_ONCE, parents.length)} of ${parents.length} resources`,
        );
        await take(`${id}.children-${i + 1}`, () => readChildren(arm, some, options.most));
      }
      for (const [source, rows] of findings) {
        options.told(`${name}: findings of ${source}`);
        const part = `${id}.${source}`;
        const earlier = parts.read(part) as AzureFindings | undefined;
        const read = earlier ?? (await readFindings(arm, source, id));
        if (!earlier) parts.write(part, read);
        for (const row of read.rows) rows.push(row);
        all.unread.push(...read.unread);
      }
    }
  }
  if (!known) throw nothingRead(all.unread);
  return {
    scan: {
      schema: SCAN_SCHEMA,
      cloud: options.cloud,
      readAt: options.readAt,
      subscriptions: given.subscriptions,
      objects: unique(all.objects),
      complete: [...new Set(all.complete)].sort(),
      unread: [...new Map(all.unread.map((each) => [`${each.id} ${each.why}`, each])).values()].sort(byId),
    },
    findings: new Map([...findings].map(([source, rows]) => [source, reportOf(source, rows)])),
  };
}

/** The resources of some subscriptions, each a part of its own. One that refuses does not keep the others from being read. */
async function readResources(
  arm: Arm,
  subscriptions: readonly Subscription[],
  { reader, most, told }: ScanOptions,
): Promise<ReadonlyMap<string, Part>> {
  const partOf = (id: string, objects: ArmObject[], unread: Unread[] = []): [string, Part] => [
    id,
    { objects, complete: [resourcesOf(id)], unread },
  ];
  const refused = (id: string, error: unknown, more = ''): [string, Part] => {
    if (!(error instanceof Unreadable)) throw error;
    return [id, { objects: [], complete: [], unread: [{ id: resourcesOf(id), why: error.why + more }] }];
  };
  if (!subscriptions.length) return new Map();
  if (reader === 'graph')
    try {
      const ids = subscriptions.map(({ id }) => id);
      const found = await readResourceGraph(arm, ids, (count) => told(`${count} resources`));
      return new Map(ids.map((id) => partOf(id, found.get(id.toLowerCase())!)));
    } catch (error) {
      return new Map(
        subscriptions.map(({ id }) => refused(id, error, ' (Resource Graph; --reader arm does without it)')),
      );
    }
  const found = new Map<string, Part>();
  for (const { id, name } of subscriptions)
    try {
      const { objects, unread } = await readArmList(arm, id, most, (count) => told(`${name}: ${count} resources`));
      found.set(...partOf(id, objects, unread));
    } catch (error) {
      found.set(...refused(id, error));
    }
  return found;
}

const resourcesOf = (id: string) => `/subscriptions/${id}/resources`.toLowerCase();

async function readSubscription(arm: Arm, id: string): Promise<Part> {
  const part = emptyPart();
  for (const child of subscriptionLists)
    part.objects.push(...(await readChild(arm, `/subscriptions/${id}`, child, part)));
  return part;
}

/**
 * Azure leaves out what the reader has no role for, without a word. Who may not even list the locks of a subscription has
 * roles on parts of it at most: then its resources are not taken for all there are.
 */
function withWholeness(id: string, own: Part, resources: Part, all: Part): Part {
  const locks = `/subscriptions/${id}/providers/Microsoft.Authorization/locks`.toLowerCase();
  if (!resources.complete.length || own.complete.includes(locks)) return resources;
  all.complete.splice(all.complete.indexOf(resourcesOf(id)), 1);
  all.unread.push({
    id: resourcesOf(id),
    why: 'no role that reads the whole subscription: what was found may be a part of it',
  });
  return resources;
}

function nothingRead(unread: readonly Unread[]): UserError {
  const reasons = [...new Set(unread.map(({ id, why }) => `${id}: ${why}`))];
  const more = reasons.length > 5 ? `\n  … and ${reasons.length - 5} more` : '';
  return new UserError(
    `No subscription could be read:\n  ${reasons.slice(0, 5).join('\n  ')}${more}`,
    'The account needs the role Reader on the subscriptions (docs/scan.md). Which account it is: az account show.',
  );
}

/** Sorted, each id once: what was read by itself says more than an entry of a list before it. */
function unique(objects: readonly ArmObject[]): ArmObject[] {
  const found = new Map(objects.map((object) => [object.id.toLowerCase(), object]));
  return [...found.values()].sort(byId);
}

function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
