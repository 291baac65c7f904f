/** What a scan is: written by `plumbline scan`, read by whoever judges or plans from it. */
export const SCAN_SCHEMA = 'azure-plumbline/scan-1';

/** An object of Azure Resource Manager as it was read: resources and their children alike, each under its own id. */
export interface ArmObject {
  /** As Azure spelled it: its case differs from answer to answer. */
  readonly id: string;
  /** `Microsoft.Storage/storageAccounts`, `Microsoft.Storage/storageAccounts/blobServices`, `Microsoft.Security/pricings`. */
  readonly type: string;
  readonly name: string;
  readonly location?: string;
  readonly kind?: string;
  readonly managedBy?: string;
  readonly sku?: unknown;
  readonly identity?: unknown;
  readonly zones?: unknown;
  readonly plan?: unknown;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties?: unknown;
}

/**
 * What could not be read, so that nothing is taken for absent. `id` is a resource id, a subscription id or a child's id;
 * for a list the id of the collection.
 */
export interface Unread {
  readonly id: string;
  readonly why: string;
}

export interface Subscription {
  readonly id: string;
  readonly name: string;
}

export interface Scan {
  readonly schema: typeof SCAN_SCHEMA;
  /** `public`, `usgovernment`, `china` or `custom`. */
  readonly cloud: string;
  /** ISO time at which reading began. */
  readonly readAt: string;
  readonly subscriptions: readonly Subscription[];
  /** Sorted by lower-cased id, each id once. */
  readonly objects: readonly ArmObject[];
  /**
   * Collections that were read whole, by id, lower-cased (`…/diagnosticSettings`): what is not in `objects` below them is
   * not there. `/subscriptions/{id}/resources` stands for all that has a location and tags of its own: storage accounts,
   * databases, slots, extensions of machines. A single child that Azure says is not there (`…/blobServices/default`)
   * stands here under its own id.
   */
  readonly complete: readonly string[];
  readonly unread: readonly Unread[];
}

/** The order of objects in a scan: by id, whatever its case. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  const [one, other] = [a.id.toLowerCase(), b.id.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}
