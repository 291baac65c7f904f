import * as provider from '@cdktf/provider-azurerm/lib/managed-disk';
import { managedDisk } from '../controls/managed-disk';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type ManagedDiskConfig = Hardened<provider.ManagedDiskConfig>;

/** The provider's managed disk with what the caller left out set as the controls want it. */
export class ManagedDisk extends Hardening(provider.ManagedDisk, managedDisk) {}
