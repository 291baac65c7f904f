import * as provider from '@cdktf/provider-azurerm/lib/key-vault-secret';
import { keyVaultSecret } from '../controls/key-vault-contents';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type KeyVaultSecretConfig = Hardened<provider.KeyVaultSecretConfig>;

/** The provider's key vault secret with what the caller left out set as the controls want it. */
export class KeyVaultSecret extends Hardening(provider.KeyVaultSecret, keyVaultSecret) {}
