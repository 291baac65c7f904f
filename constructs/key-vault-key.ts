import * as provider from '@cdktf/provider-azurerm/lib/key-vault-key';
import type { Construct } from 'constructs';
import { keyVaultKey } from '../controls/key-vault-contents';
import { type Hardened, hardened, remember } from './hardened';

export type KeyVaultKeyConfig = Hardened<provider.KeyVaultKeyConfig>;

/** The provider's key vault key with what the caller left out set as the controls want it. */
export class KeyVaultKey extends provider.KeyVaultKey {
  constructor(scope: Construct, id: string, config: KeyVaultKeyConfig) {
    super(scope, id, hardened(scope, keyVaultKey, config));
    remember(this, config);
  }
}
