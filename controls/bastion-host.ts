import type { BastionHostConfig } from '@cdktf/provider-azurerm/lib/bastion-host';
import { controlsFor, type Deviation } from './control';
import { isAbsent, type Resource, Unknown } from './value';

/** With an address of its own, or shared (Developer) and tied to a network. */
function isComplete({ attributes }: Resource): readonly Deviation[] | Unknown {
  const { ip_configuration: own, sku, virtual_network_id: network } = attributes;
  const unclear = [own, sku, network].find((value) => value instanceof Unknown);
  if (!isAbsent(own) && !(own instanceof Unknown)) return [];
  if (unclear instanceof Unknown) return unclear;
  if (sku === 'Developer' && !isAbsent(network)) return [];
  const expected = 'ip_configuration, or sku "Developer" with virtual_network_id';
  return [{ path: ['ip_configuration'], found: undefined, expected }];
}

/**
 * CIS 8.1 asks for a bastion host in the subscription. Code can show that there is one, never that there is none: it may
 * stand in the code of the network team. So a bastion host that is declared is judged, and nobody else.
 */
export const bastionHost = [
  controlsFor<BastionHostConfig>('azurerm_bastion_host')({
    id: 'bastion-host-exists',
    title: 'A bastion host that is declared can be connected through',
    why: 'Administrators who come through a bastion host need no open ports and no public addresses.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '8.1' },
    inspect: isComplete,
    fix: {
      impact: 'replaces',
      consequences: ['Azure makes the bastion host anew: sessions through it end.'],
      advice:
        'Give it a subnet named AzureBastionSubnet and a static public address of SKU Standard in ip_configuration, or choose sku Developer with virtual_network_id.',
      cost: 'A bastion host is billed by the hour, except for Developer.',
      restores: 'partly',
    },
    aliases: {
      prowler: ['network_bastion_host_exists'],
      powerpipe: ['cis_v300_8_1', 'network_bastion_host_min_1'],
    },
  }),
];
