import * as provider from '@cdktf/provider-azurerm/lib/virtual-network-dns-servers';
import { virtualNetwork } from '../controls/virtual-network';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type VirtualNetworkDnsServersConfig = Hardened<provider.VirtualNetworkDnsServersConfig>;

/** The provider's virtual network dns servers with what the caller left out set as the controls want it. */
export class VirtualNetworkDnsServers extends Hardening(provider.VirtualNetworkDnsServers, virtualNetwork) {}
