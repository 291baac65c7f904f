import * as provider from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { subnet } from '../controls/subnet';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type SubnetNetworkSecurityGroupAssociationConfig =
  Hardened<provider.SubnetNetworkSecurityGroupAssociationConfig>;

const controls = companionControls(subnet, provider.SubnetNetworkSecurityGroupAssociation.tfResourceType);

/** The provider's subnet network security group association with what the caller left out set as the controls want it. */
export class SubnetNetworkSecurityGroupAssociation extends Hardening(
  provider.SubnetNetworkSecurityGroupAssociation,
  controls,
) {}
