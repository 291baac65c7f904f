import * as provider from '@cdktf/provider-azurerm/lib/storage-account-network-rules';
import type { Construct } from 'constructs';
import { storageAccount } from '../controls/storage-account';
import { companionControls, type Hardened, hardened, remember } from './hardened';
import { announce } from './separate';

export type StorageAccountNetworkRulesConfig = Hardened<provider.StorageAccountNetworkRulesAConfig>;

const controls = companionControls(storageAccount, 'azurerm_storage_account_network_rules');

/** The provider's network rules beside a storage account; a hardened account then writes none of its own. */
export class StorageAccountNetworkRules extends provider.StorageAccountNetworkRulesA {
  constructor(scope: Construct, id: string, config: StorageAccountNetworkRulesConfig) {
    super(scope, id, hardened(scope, controls, config));
    remember(this, config);
    announce(this, config.storageAccountId);
  }
}
