import * as provider from '@cdktf/provider-azurerm/lib/key-vault';
import type { Construct } from 'constructs';
import { keyVault } from '../controls/key-vault';
import { type Hardened, hardened, remember } from './hardened';

export type KeyVaultConfig = Hardened<provider.KeyVaultConfig>;

/** The provider's key vault with what the caller left out set as the controls want it. */
export class KeyVault extends provider.KeyVault {
  constructor(scope: Construct, id: string, config: KeyVaultConfig) {
    super(scope, id, hardened(scope, keyVault, config));
    remember(this, config);
  }
}
