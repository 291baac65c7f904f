import * as provider from '@cdktf/provider-azurerm/lib/virtual-network';
import { networkWatcher } from '../controls/network-watcher';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type VirtualNetworkConfig = Hardened<provider.VirtualNetworkConfig>;

/** The provider's virtual network with what the caller left out set as the controls want it. */
export class VirtualNetwork extends Hardening(provider.VirtualNetwork, networkWatcher) {}
