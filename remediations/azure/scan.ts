import { UserError } from '../errors';
import { type Arm, Unreadable } from './arm';
import { readArmList } from './arm-list';
import { type ArmObject, byId, SCAN_SCHEMA, type Scan, type Subscription, type Unread } from './arm-object';
import { childrenOf, subscriptionLists, tenantObjects } from './children';
import { type AzureFindings, type AzureReport, type FindingSource, readFindings, reportOf } from './findings-of-azure';
import { emptyPart, type Part, readChild, readChildren } from './read-children';
import { readPolicies } from './read-policies';
import { readResourceGraph, SUBSCRIPTIONS_AT_ONCE } from './resource-graph';
import { accessible } from './subscriptions';

export type Reader = 'graph' | 'arm';

/** Parts that are read already, and where those go that are read now. A name is a subscription and a stage. */
export interface Parts {
  has(name: string): boolean;
  read(name: string): unknown;
  write(name: string, part: unknown): void;
}

export interface ScanOptions {
  readonly cloud: string;
  /** In lower case. */
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
  readonly findings: ReadonlyMap<FindingSource, AzureReport>;
}

/** Parents whose children are one part: what is lost at most when a scan is ended. */
const PARENTS_AT_ONCE = 500;

/** Reads subscriptions: their resources, what stands below these, and the settings of the subscriptions themselves. */
export async function scan(arm: Arm, options: ScanOptions): Promise<Scanned> {
  const given = await accessible(arm, options.subscriptions, options.most);
  const found = new Found(given.objects, given.unread);
  found.add(await part(options, 'tenant', () => readAll(arm, '', tenantObjects)));
  const findings = new Map<FindingSource, unknown[]>(options.with.map((source) => [source, []]));
  for (const subscriptions of batches(given.subscriptions, SUBSCRIPTIONS_AT_ONCE)) {
    const missing = subscriptions.filter(({ id }) => !options.parts.has(resourcesPart(id)));
    const resources = await readResources(arm, missing, options);
    // Each is a part of its own before anything else is asked for. What was refused is asked for again: a role may come.
    for (const [id, read] of resources) if (read.complete.length) options.parts.write(resourcesPart(id), read);
    for (const subscription of subscriptions) {
      await readBelow(arm, subscription, resources.get(subscription.id), found, options);
      for (const [source, rows] of findings) {
        options.told(`${subscription.name}: findings of ${source}`);
        const read = await part<AzureFindings>(options, `${subscription.id}.${source}`, () =>
          readFindings(arm, source, subscription.id),
        );
        for (const row of read.rows) rows.push(row);
        found.unread.push(...read.unread);
      }
    }
  }
  if (!found.subscriptions) throw nothingRead(found.unread);
  return {
    scan: {
      schema: SCAN_SCHEMA,
      cloud: options.cloud,
      readAt: options.readAt,
      subscriptions: given.subscriptions,
      ...found.sorted(),
    },
    findings: new Map([...findings].map(([source, rows]) => [source, reportOf(source, rows)])),
  };
}

const resourcesPart = (id: string): string => `${id}.resources`;

/** What was found so far, part by part. */
class Found {
  /** How many subscriptions told their resources. */
  subscriptions = 0;
  private readonly complete = new Set<string>();
  /** By lower-cased id: what was read by itself says more than an entry of a list before it. */
  private readonly objects = new Map<string, ArmObject>();
  readonly unread: Unread[];

  constructor(objects: readonly ArmObject[], unread: readonly Unread[]) {
    this.unread = [...unread];
    for (const object of objects) this.objects.set(object.id.toLowerCase(), object);
  }

  add({ objects, complete, unread }: Part): void {
    for (const object of objects) this.objects.set(object.id.toLowerCase(), object);
    for (const id of complete) this.complete.add(id);
    for (const each of unread) this.unread.push(each);
  }

  has(id: string): boolean {
    return this.objects.has(id.toLowerCase());
  }

  sorted(): Pick<Scan, 'objects' | 'complete' | 'unread'> {
    return {
      objects: [...this.objects.values()].sort(byId),
      complete: [...this.complete].sort(),
      unread: [...this.unread].sort(byId),
    };
  }
}

/** A part as it was kept, else as it is read now. */
async function part<T = Part>({ parts }: ScanOptions, name: string, read: () => Promise<T>): Promise<T> {
  if (parts.has(name)) return parts.read(name) as T;
  const made = await read();
  parts.write(name, made);
  return made;
}

async function readAll(arm: Arm, parent: string, children: typeof subscriptionLists): Promise<Part> {
  const read = emptyPart();
  for (const child of children) read.objects.push(...(await readChild(arm, parent, child, read)));
  return read;
}

/** One subscription: its settings, its resources, and what stands below them. */
async function readBelow(
  arm: Arm,
  { id, name }: Subscription,
  read: Part | undefined,
  found: Found,
  options: ScanOptions,
): Promise<void> {
  options.told(`${name}: settings of the subscription`);
  const own = await part(options, `${id}.subscription`, () => readAll(arm, `/subscriptions/${id}`, subscriptionLists));
  const resources = read ?? (options.parts.read(resourcesPart(id)) as Part);
  if (resources.complete.length) found.subscriptions++;
  found.add(own);
  const assignments = own.objects.filter(({ type }) => type === 'Microsoft.Authorization/policyAssignments');
  if (assignments.length) {
    options.told(`${name}: definitions of Azure Policy`);
    const read = () => readPolicies(arm, assignments, options.most, (policy) => found.has(policy));
    found.add(await part(options, `${id}.policies`, read));
  }
  found.add(ifWhole(resources, own, id));
  const parents = resources.objects.filter((object) => childrenOf(object).length).sort(byId);
  for (const [i, some] of batches(parents, PARENTS_AT_ONCE).entries()) {
    options.told(`${name}: below ${i * PARENTS_AT_ONCE + some.length} of ${parents.length} resources`);
    found.add(await part(options, `${id}.children-${i + 1}`, () => readChildren(arm, some, options.most)));
  }
}

/**
 * Azure leaves out what the reader has no role for, without a word. Who may not even list the locks of a subscription has
 * roles on parts of it at most: then its resources are not taken for all there are.
 */
function ifWhole(resources: Part, own: Part, id: string): Part {
  const locks = `/subscriptions/${id}/providers/Microsoft.Authorization/locks`.toLowerCase();
  if (!resources.complete.length || own.complete.includes(locks)) return resources;
  const why = 'no role that reads the whole subscription: what was found may be a part of it';
  return { ...resources, complete: [], unread: [...resources.unread, { id: resourcesOf(id), why }] };
}

/** The resources of some subscriptions, each a part of its own. One that refuses does not keep the others from being read. */
async function readResources(
  arm: Arm,
  subscriptions: readonly Subscription[],
  { reader, most, told }: ScanOptions,
): Promise<ReadonlyMap<string, Part>> {
  const parts = new Map<string, Part>();
  const refused = (id: string, error: unknown, more = '') => {
    if (!(error instanceof Unreadable)) throw error;
    parts.set(id, { objects: [], complete: [], unread: [{ id: resourcesOf(id), why: error.why + more }] });
  };
  const ids = subscriptions.map(({ id }) => id);
  if (reader === 'graph' && ids.length)
    try {
      const found = await readResourceGraph(arm, ids, (count) => told(`${count} resources`));
      for (const [id, objects] of found) parts.set(id, { objects, complete: [resourcesOf(id)], unread: [] });
    } catch (error) {
      for (const id of ids) refused(id, error, ' (Resource Graph; --reader arm does without it)');
    }
  if (reader === 'arm')
    for (const { id, name } of subscriptions)
      try {
        const read = await readArmList(arm, id, most, (count) => told(`${name}: ${count} resources`));
        parts.set(id, { ...read, complete: [resourcesOf(id)] });
      } catch (error) {
        refused(id, error);
      }
  return parts;
}

const resourcesOf = (id: string) => `/subscriptions/${id}/resources`.toLowerCase();

function nothingRead(unread: readonly Unread[]): UserError {
  const reasons = [...new Set(unread.map(({ id, why }) => `${id}: ${why}`))];
  const more = reasons.length > 5 ? `\n  … and ${reasons.length - 5} more` : '';
  return new UserError(
    `No subscription could be read:\n  ${reasons.slice(0, 5).join('\n  ')}${more}`,
    'The account needs the role Reader on the subscriptions (docs/scan.md). Which account it is: az account show.',
  );
}

function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
