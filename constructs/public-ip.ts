import * as provider from '@cdktf/provider-azurerm/lib/public-ip';
import { skus } from '../controls/skus';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type PublicIpConfig = Hardened<provider.PublicIpConfig>;

/** The provider's public ip with what the caller left out set as the controls want it. */
export class PublicIp extends Hardening(provider.PublicIp, skus) {}
