import * as provider from '@cdktf/provider-azurerm/lib/bastion-host';
import { bastionHost } from '../controls/bastion-host';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type BastionHostConfig = Hardened<provider.BastionHostConfig>;

/** The provider's bastion host with what the caller left out set as the controls want it. */
export class BastionHost extends Hardening(provider.BastionHost, bastionHost) {}
