import * as provider from '@cdktf/provider-azurerm/lib/network-security-rule';
import type { Construct } from 'constructs';
import { networkSecurityGroup } from '../controls/network-security-group';
import { type Hardened, hardened, remember } from './hardened';

export type NetworkSecurityRuleConfig = Hardened<provider.NetworkSecurityRuleConfig>;

/** The provider's network security rule with what the caller left out set as the controls want it. */
export class NetworkSecurityRule extends provider.NetworkSecurityRule {
  constructor(scope: Construct, id: string, config: NetworkSecurityRuleConfig) {
    super(scope, id, hardened(scope, networkSecurityGroup, config));
    remember(this, config);
  }
}
