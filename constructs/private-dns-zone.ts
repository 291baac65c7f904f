import * as provider from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { managementLock } from '../controls/management-lock';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type PrivateDnsZoneConfig = Hardened<provider.PrivateDnsZoneConfig>;

/** The provider's private dns zone with what the caller left out set as the controls want it. */
export class PrivateDnsZone extends Hardening(provider.PrivateDnsZone, managementLock) {}
