import * as provider from '@cdktf/provider-azurerm/lib/network-security-group';
import type { Construct } from 'constructs';
import { networkSecurityGroup } from '../controls/network-security-group';
import { type Hardened, hardened, remember } from './hardened';

export type NetworkSecurityGroupConfig = Hardened<provider.NetworkSecurityGroupConfig>;

/** The provider's network security group with what the caller left out set as the controls want it. */
export class NetworkSecurityGroup extends provider.NetworkSecurityGroup {
  constructor(scope: Construct, id: string, config: NetworkSecurityGroupConfig) {
    super(scope, id, hardened(scope, networkSecurityGroup, config));
    remember(this, config);
  }
}
