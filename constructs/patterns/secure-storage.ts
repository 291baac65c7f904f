import { Construct } from 'constructs';
import { setLevel } from '../marks';
import { StorageAccount, type StorageAccountConfig } from '../storage-account';
import { StorageKeyRotationReminder } from '../storage-key-rotation-reminder';
import { type Encryption, lock, logs, type PrivateConfig, placeOf, privateEndpoint } from './parts';

export interface SecureStorageConfig extends PrivateConfig {
  /** Which key of your own encrypts the data, and which identity may use it? Key Vault bills its operations. */
  readonly encryption: Encryption;
  /** Services that clients use; each has a private endpoint. @default ['blob'] */
  readonly services?: readonly ('blob' | 'file' | 'queue' | 'table' | 'dfs' | 'web')[];
  /** @default 'ZRS' */
  readonly accountReplicationType?: string;
  /** Anything else of the account. */
  readonly account?: Partial<StorageAccountConfig>;
}

/** A storage account that meets level 2: private, encrypted with your key, logged, locked, without shared keys. */
export class SecureStorage extends Construct {
  readonly account: StorageAccount;

  constructor(scope: Construct, id: string, config: SecureStorageConfig) {
    super(scope, id);
    setLevel(this, 2);
    const { encryption, services = ['blob'], name } = config;
    this.account = new StorageAccount(this, 'Default', {
      ...placeOf(config),
      name,
      accountTier: 'Standard',
      accountReplicationType: config.accountReplicationType ?? 'ZRS',
      sharedAccessKeyEnabled: false,
      publicNetworkAccessEnabled: false,
      networkRules: { defaultAction: 'Deny', bypass: ['AzureServices', 'Logging', 'Metrics'] },
      identity: { type: 'UserAssigned', identityIds: [encryption.userAssignedIdentityId] },
      customerManagedKey: {
        keyVaultKeyId: encryption.keyVaultKeyId,
        userAssignedIdentityId: encryption.userAssignedIdentityId,
      },
      ...config.account,
    });
    new StorageKeyRotationReminder(this, 'key-reminder', { storageAccountId: this.account.id });
    for (const service of services) privateEndpoint(this, config, this.account.id, service);
    for (const service of ['blob', 'queue', 'table'])
      logs(this, config, `${service}-logs`, `${this.account.id}/${service}Services/default`, REQUESTS);
    lock(this, config, this.account.id);
  }
}

const REQUESTS = ['StorageRead', 'StorageWrite', 'StorageDelete'];
