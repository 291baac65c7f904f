import * as provider from '@cdktf/provider-azurerm/lib/resource-group';
import { managementLock } from '../controls/management-lock';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type ResourceGroupConfig = Hardened<provider.ResourceGroupConfig>;

/** The provider's resource group with what the caller left out set as the controls want it. */
export class ResourceGroup extends Hardening(provider.ResourceGroup, managementLock) {}
