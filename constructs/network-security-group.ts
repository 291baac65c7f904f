import * as provider from '@cdktf/provider-azurerm/lib/network-security-group';
import { networkSecurityGroup } from '../controls/network-security-group';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type NetworkSecurityGroupConfig = Hardened<provider.NetworkSecurityGroupConfig>;

/** The provider's network security group with what the caller left out set as the controls want it. */
export class NetworkSecurityGroup extends Hardening(provider.NetworkSecurityGroup, networkSecurityGroup) {}
