import * as provider from '@cdktf/provider-azurerm/lib/key-vault-secret';
import type { Construct } from 'constructs';
import { keyVaultSecret } from '../controls/key-vault-contents';
import { type Hardened, hardened, remember } from './hardened';

export type KeyVaultSecretConfig = Hardened<provider.KeyVaultSecretConfig>;

/** The provider's key vault secret with what the caller left out set as the controls want it. */
export class KeyVaultSecret extends provider.KeyVaultSecret {
  constructor(scope: Construct, id: string, config: KeyVaultSecretConfig) {
    super(scope, id, hardened(scope, keyVaultSecret, config));
    remember(this, config);
  }
}
