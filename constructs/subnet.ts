import * as provider from '@cdktf/provider-azurerm/lib/subnet';
import { subnet } from '../controls/subnet';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type SubnetConfig = Hardened<provider.SubnetConfig>;

/** The provider's subnet with what the caller left out set as the controls want it. */
export class Subnet extends Hardening(provider.Subnet, subnet) {}
