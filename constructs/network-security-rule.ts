import * as provider from '@cdktf/provider-azurerm/lib/network-security-rule';
import { networkSecurityGroup } from '../controls/network-security-group';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type NetworkSecurityRuleConfig = Hardened<provider.NetworkSecurityRuleConfig>;

/** The provider's network security rule with what the caller left out set as the controls want it. */
export class NetworkSecurityRule extends Hardening(provider.NetworkSecurityRule, networkSecurityGroup) {}
