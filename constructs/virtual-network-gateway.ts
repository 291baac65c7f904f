import * as provider from '@cdktf/provider-azurerm/lib/virtual-network-gateway';
import { skus } from '../controls/skus';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type VirtualNetworkGatewayConfig = Hardened<provider.VirtualNetworkGatewayConfig>;

/** The provider's virtual network gateway with what the caller left out set as the controls want it. */
export class VirtualNetworkGateway extends Hardening(provider.VirtualNetworkGateway, skus) {}
