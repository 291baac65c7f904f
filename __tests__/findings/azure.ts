// What the fixtures of cloud scanners are about.
export const SUBSCRIPTION = '/subscriptions/00000000-0000-0000-0000-000000000001';

/** An id in the resource group of the fixtures. */
export const inGroup = (rest: string): string => `${SUBSCRIPTION}/resourceGroups/rg-shop/providers/${rest}`;

export const LOGS = { armId: inGroup('Microsoft.Storage/storageAccounts/stlogs') };
/** The same account, as services write it that keep ids in lower case. */
export const LOGS_LOWER = { armId: inGroup('microsoft.storage/storageaccounts/stlogs') };
