import type { SubnetConfig } from '@cdktf/provider-azurerm/lib/subnet';
import type { SubnetNetworkSecurityGroupAssociationConfig } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { companion, controlsFor, such } from './control';

/** Azure refuses a group here, or guards these subnets itself. */
const GUARDED = /^(GatewaySubnet|AzureBastionSubnet|AzureFirewall(Management)?Subnet|RouteServerSubnet)$/i;

/** What scanners ask of subnets beyond the benchmark. */
export const subnet = [
  controlsFor<SubnetConfig>('azurerm_subnet')({
    id: 'subnet-security-group',
    title: 'Every subnet has a network security group',
    why: 'Without one every machine in the subnet answers whoever reaches the network.',
    severity: 'medium',
    level: 2,
    cis: {},
    when: { name: such('no subnet that Azure guards itself', (name) => !GUARDED.test(String(name))) },
    companions: [
      companion<SubnetNetworkSecurityGroupAssociationConfig>('azurerm_subnet_network_security_group_association', {
        refersBy: 'subnet_id',
        want: {},
        add: {
          label: 'security-group',
          attributes: {
            network_security_group_id: {
              parameter: 'subnetSecurityGroupId',
              question: 'Which network security group guards subnets that have none (its resource id)?',
              type: 'id',
            },
          },
        },
      }),
    ],
    fix: {
      impact: 'disruptive',
      consequences: ['Traffic that the rules of the group do not admit stops as soon as it is attached.'],
      advice:
        'Write a group for what the subnet serves, in its region, with rules for the traffic that it has today, and attach it with azurerm_subnet_network_security_group_association.',
      restores: 'yes',
    },
    aliases: { checkov: ['CKV2_AZURE_31'] },
  }),
];
