import * as provider from '@cdktf/provider-azurerm/lib/key-vault';
import { keyVault } from '../controls/key-vault';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type KeyVaultConfig = Hardened<provider.KeyVaultConfig>;

/** The provider's key vault with what the caller left out set as the controls want it. */
export class KeyVault extends Hardening(provider.KeyVault, keyVault) {}
