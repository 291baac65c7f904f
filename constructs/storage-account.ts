import * as provider from '@cdktf/provider-azurerm/lib/storage-account';
import type { Construct } from 'constructs';
import { storageAccount } from '../controls/storage-account';
import { type Hardened, hardened, remember } from './hardened';
import { hasSeparate } from './separate';

export type StorageAccountConfig = Hardened<provider.StorageAccountConfig>;

/** The provider's storage account with what the caller left out set as the controls want it. */
export class StorageAccount extends provider.StorageAccount {
  private readonly ownRules: boolean;

  constructor(scope: Construct, id: string, config: StorageAccountConfig) {
    super(scope, id, hardened(scope, storageAccount, config));
    remember(this, config);
    this.ownRules = config.networkRules !== undefined;
  }

  protected override synthesizeAttributes() {
    const attributes = super.synthesizeAttributes();
    if (this.ownRules || !hasSeparate(this, 'azurerm_storage_account_network_rules')) return attributes;
    // Rules inside the account and beside it overwrite each other; ours give way to the caller's.
    return { ...attributes, network_rules: undefined };
  }
}
