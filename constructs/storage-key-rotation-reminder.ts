import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { AzapiUpdateResource, azapi } from './azapi';

export interface StorageKeyRotationReminderConfig {
  /** Id of the storage account. */
  readonly storageAccountId: string;
  /** Days after which a key is due. @default 90 */
  readonly days?: number;
}

/** Reminds the owners of a storage account to rotate its keys: azurerm has no attribute for it. */
export class StorageKeyRotationReminder extends AzapiUpdateResource {
  constructor(scope: Construct, id: string, { storageAccountId, days = 90 }: StorageKeyRotationReminderConfig) {
    azapi(TerraformStack.of(scope));
    super(scope, id, {
      type: 'Microsoft.Storage/storageAccounts@2023-05-01',
      resourceId: storageAccountId,
      body: { properties: { keyPolicy: { keyExpirationPeriodInDays: days } } },
    });
  }
}
