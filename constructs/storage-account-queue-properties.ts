import * as provider from '@cdktf/provider-azurerm/lib/storage-account-queue-properties';
import { storageAccount } from '../controls/storage-account';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type StorageAccountQueuePropertiesConfig = Hardened<provider.StorageAccountQueuePropertiesAConfig>;

const controls = companionControls(storageAccount, 'azurerm_storage_account_queue_properties');

/** The provider's queue properties of a storage account with what the caller left out set as the controls want it. */
export class StorageAccountQueueProperties extends Hardening(provider.StorageAccountQueuePropertiesA, controls) {}
