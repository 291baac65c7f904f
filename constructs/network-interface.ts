import * as provider from '@cdktf/provider-azurerm/lib/network-interface';
import { networkInterface } from '../controls/network-interface';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type NetworkInterfaceConfig = Hardened<provider.NetworkInterfaceConfig>;

/** The provider's network interface with what the caller left out set as the controls want it. */
export class NetworkInterface extends Hardening(provider.NetworkInterface, networkInterface) {}
