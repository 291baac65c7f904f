import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { Construct } from 'constructs';
import { KeyVaultKey } from '../key-vault-key';
import { RoleAssignment } from '../role-assignment';
import type { Encryption, Place } from './parts';

export interface EncryptionKeyConfig extends Place {
  readonly name: string;
  /** Vault with purge protection, so that nobody can throw the key away for good. */
  readonly keyVaultId: string;
  /** When do keys expire (UTC, such as 2027-06-30T00:00:00Z)? */
  readonly keyExpirationDate: string;
  /** @default 'RSA': the vault may be a standard one. 'RSA-HSM' needs a premium vault. */
  readonly keyType?: 'RSA' | 'RSA-HSM';
}

/** A key that rotates, and an identity that may wrap with it: what encryption with a key of your own stands on. */
export class EncryptionKey extends Construct implements Encryption {
  readonly key: KeyVaultKey;
  readonly identity: UserAssignedIdentity;

  constructor(scope: Construct, id: string, config: EncryptionKeyConfig) {
    super(scope, id);
    const { name, location, resourceGroupName, keyVaultId, keyExpirationDate, keyType = 'RSA' } = config;
    this.identity = new UserAssignedIdentity(this, 'identity', { name, location, resourceGroupName });
    const role = new RoleAssignment(this, 'may-wrap', {
      scope: keyVaultId,
      roleDefinitionName: 'Key Vault Crypto Service Encryption User',
      principalId: this.identity.principalId,
    });
    this.key = new KeyVaultKey(this, 'Default', {
      name,
      keyVaultId,
      keyType,
      keySize: 3072,
      keyOpts: ['wrapKey', 'unwrapKey'],
      expirationDate: keyExpirationDate,
      rotationPolicy: { expireAfter: 'P90D', notifyBeforeExpiry: 'P29D', automatic: { timeBeforeExpiry: 'P30D' } },
      // What refers to the key waits for the role as well.
      dependsOn: [role],
    });
  }

  get keyVaultKeyId(): string {
    return this.key.versionlessId;
  }
  get userAssignedIdentityId(): string {
    return this.identity.id;
  }
}
