import type { Subject } from './finding';

/**
 * An id in Azure as all readers write it, whoever reported it: without the marks that exports put behind it
 * (`##Serverless`), without a slash at the end, `resourceGroups` and `providers` as Azure spells them, the subscription in
 * lower case. All else keeps its case: ids are compared by `armKey`. Undefined for what is not below a subscription.
 */
export function armId(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const [bare] = id.split('##', 1);
  const segments = bare.split('/').filter((segment) => segment !== '');
  if (segments.length < 2 || segments[0].toLowerCase() !== 'subscriptions') return undefined;
  const spelled = segments.map((segment, index) =>
    index === 1 ? segment.toLowerCase() : index % 2 === 0 ? spelling(segment) : segment,
  );
  return `/${spelled.join('/')}`;
}

const SPELLINGS = ['subscriptions', 'resourceGroups', 'providers'];

const spelling = (segment: string): string =>
  SPELLINGS.find((each) => each.toLowerCase() === segment.toLowerCase()) ?? segment;

/** By which ids are compared: Azure does not keep their case, not even within one answer. */
export const armKey = (id: string): string => (armId(id) ?? id).toLowerCase();

/**
 * One spelling for all that mean the same, by key: Azure writes an id in lower case, in capitals and as its owner wrote it,
 * who is taken to be the one that used both.
 */
export function spellings(ids: Iterable<string>): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  for (const id of ids) {
    const known = chosen.get(armKey(id));
    if (known === undefined || isBetter(id, known)) chosen.set(armKey(id), id);
  }
  return chosen;
}

function isBetter(one: string, other: string): boolean {
  const [a, b] = [one, other].map((id) => id.split('/').reduce((sum, segment) => sum + choice(segment), 0));
  return a === b ? one < other : a > b;
}

/** Both cases in a name are somebody's choice, capitals alone those of a service. */
const choice = (segment: string): number => (/[a-z]/.test(segment) ? (/[A-Z]/.test(segment) ? 2 : 1) : 0);

/**
 * The id of what a resource is a part of: the account of a blob service, the machine of an extension, the cluster of what
 * runs in it, the resource of a setting on it, the resource group. Undefined above a subscription.
 */
export function armParent(id: string): string | undefined {
  const segments = id.split('/').slice(1);
  if (segments.length <= 2) return undefined;
  // A type and a name; behind `providers` a namespace stands before them.
  const isTop = segments.at(-4)?.toLowerCase() === 'providers';
  return `/${segments.slice(0, isTop ? -4 : -2).join('/')}`;
}

/** The id of the resource that an extension such as an assessment is of; undefined where there is no such extension in it. */
export function armExtended(id: string | undefined, extension: string): string | undefined {
  const end = id?.toLowerCase().lastIndexOf(`/providers/${extension.toLowerCase()}/`) ?? -1;
  return end < 0 ? undefined : id!.slice(0, end);
}

/** What stands behind the last slash: the name of a definition, the key of an assessment. */
export const lastSegment = (id: string | undefined): string | undefined =>
  id?.slice(id.lastIndexOf('/') + 1) || undefined;

/**
 * Where a scanner of Azure found something: at the resource with the id, else in the subscription. Checks of a whole
 * subscription come with a display name, or nothing, in place of an id.
 */
export function inAzure(id: string | undefined, subscription: string | undefined): Subject {
  const found = armId(id) ?? subscriptionId(subscription);
  return found === undefined ? {} : { armId: found };
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A subscription by its id, alone or as a path; its name says nothing that can be found again. */
const subscriptionId = (text: string | undefined): string | undefined =>
  text !== undefined && guid.test(text) ? armId(`/subscriptions/${text}`) : armId(text);

/** The subscription an id is in, in lower case; '' for none. */
export const subscriptionOf = (id: string): string => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1].toLowerCase() ?? '';
