import * as provider from '@cdktf/provider-azurerm/lib/key-vault-key';
import { keyVaultKey } from '../controls/key-vault-contents';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type KeyVaultKeyConfig = Hardened<provider.KeyVaultKeyConfig>;

/** The provider's key vault key with what the caller left out set as the controls want it. */
export class KeyVaultKey extends Hardening(provider.KeyVaultKey, keyVaultKey) {}
