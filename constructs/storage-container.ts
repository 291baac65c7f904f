import * as provider from '@cdktf/provider-azurerm/lib/storage-container';
import { storageContainer } from '../controls/storage-container';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type StorageContainerConfig = Hardened<provider.StorageContainerConfig>;

/** The provider's storage container with what the caller left out set as the controls want it. */
export class StorageContainer extends Hardening(provider.StorageContainer, storageContainer) {}
