/** An object of Azure Resource Manager as it was read: resources and their children alike, each under its own id. */
export interface ArmObject {
  /** As Azure spelled it. */
  readonly id: string;
  /** `Microsoft.Storage/storageAccounts`, `Microsoft.Storage/storageAccounts/blobServices`, `Microsoft.Security/pricings` … */
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

/** What could not be read, so that nothing is taken for absent. */
export interface Unread {
  /** Of a resource, a subscription or a child; for a list that of the collection. */
  readonly id: string;
  readonly why: string;
}

export const SCAN_SCHEMA = 'azure-plumbline/scan-1';

/** What was read from Azure at one time. */
export interface Scan {
  readonly schema: typeof SCAN_SCHEMA;
  readonly cloud: string;
  /** ISO 8601. */
  readonly readAt: string;
  readonly subscriptions: readonly { readonly id: string; readonly name: string }[];
  /** Sorted by id in lower case. */
  readonly objects: readonly ArmObject[];
  /** Ids of collections that were read whole, in lower case: what is not in `objects` below them is not there. */
  readonly complete: readonly string[];
  readonly unread: readonly Unread[];
}
