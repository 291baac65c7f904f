import * as provider from '@cdktf/provider-azurerm/lib/management-lock';
import { managementLock } from '../controls/management-lock';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type ManagementLockConfig = Hardened<provider.ManagementLockConfig>;

const controls = companionControls(managementLock, provider.ManagementLock.tfResourceType);

/** The provider's management lock with what the caller left out set as the controls want it. */
export class ManagementLock extends Hardening(provider.ManagementLock, controls) {}
