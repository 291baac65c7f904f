import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { wanted } from '../controls/reading';
import { storageAccount } from '../controls/storage-account';
import { AzapiUpdateResource, azapi } from './azapi';

export interface StorageKeyRotationReminderConfig {
  /** Id of the storage account. */
  readonly storageAccountId: string;
  /** Days after which a key is due. @default 90 */
  readonly days?: number;
}

const [companion] = storageAccount.find(({ id }) => id === 'storage-key-rotation-reminder')?.companions ?? [];
const type = String(wanted(companion.where ?? {})[0].expectation.set);

/** Reminds the owners of a storage account to rotate its keys: azurerm has no attribute for it. */
export class StorageKeyRotationReminder extends AzapiUpdateResource {
  constructor(scope: Construct, id: string, { storageAccountId, days = 90 }: StorageKeyRotationReminderConfig) {
    azapi(TerraformStack.of(scope));
    super(scope, id, {
      type,
      resourceId: storageAccountId,
      body: { properties: { keyPolicy: { keyExpirationPeriodInDays: days } } },
    });
  }
}
