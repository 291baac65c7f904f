import type { VirtualNetworkConfig } from '@cdktf/provider-azurerm/lib/virtual-network';
import type { VirtualNetworkDnsServersConfig } from '@cdktf/provider-azurerm/lib/virtual-network-dns-servers';
import { type Ask, controlsFor, type Deviation, present } from './control';
import { isAbsent, isList, type Resource, Unknown } from './value';

const DNS_SERVERS: Ask = {
  parameter: 'dnsServers',
  question: 'Which DNS servers (addresses) do virtual networks use, at least two?',
  type: 'list',
};

/** The one that is there stays the first. */
function severalServers({ attributes }: Resource): readonly Deviation[] | Unknown {
  const { dns_servers: servers } = attributes;
  if (isAbsent(servers)) return [];
  if (!isList(servers)) return servers instanceof Unknown ? servers : new Unknown('not a list of addresses');
  if (servers.length !== 1) return [];
  const expected = 'none, or at least two';
  return [{ path: ['dns_servers'], found: servers, expected, ask: DNS_SERVERS, keep: servers }];
}

/** What scanners ask of virtual networks that only their owner can decide. */
export const virtualNetwork = [
  controlsFor<VirtualNetworkConfig | VirtualNetworkDnsServersConfig>(
    'azurerm_virtual_network',
    'azurerm_virtual_network_dns_servers',
  )({
    id: 'virtual-network-dns-servers',
    title: 'Virtual networks with DNS servers of their own have at least two',
    why: 'When the only server stops, nothing in the network finds anything any more.',
    severity: 'low',
    level: 2,
    onRequest: 'One address can stand for several servers: a firewall or a resolver of Azure that is never alone.',
    cis: {},
    asks: [DNS_SERVERS],
    inspect: severalServers,
    fix: {
      impact: 'in-place',
      consequences: [
        'Machines learn of it when they start or renew their lease. A server that does not know the same names answers some of them wrongly.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_182'] },
  }),
  controlsFor<VirtualNetworkConfig>('azurerm_virtual_network')({
    id: 'virtual-network-ddos-plan',
    title: 'Virtual networks are in a plan that protects their public addresses from floods',
    why: 'Without a plan Azure fends off only what endangers Azure, which is more than one application stands.',
    severity: 'low',
    level: 2,
    onRequest: 'A plan costs more than many workloads, and one is enough for all subscriptions of a directory.',
    cis: {},
    want: {
      ddosProtectionPlan: {
        enable: true,
        id: present({
          parameter: 'ddosProtectionPlanId',
          question: 'Which DDoS protection plan are virtual networks in (its resource id)?',
          type: 'id',
          resource: 'azurerm_network_ddos_protection_plan',
        }),
      },
    },
    fix: {
      impact: 'in-place',
      consequences: ['Floods against public addresses in the network are filtered, by what the addresses usually get.'],
      cost: 'The plan is billed each month for up to 100 public addresses, and for each one beyond.',
      restores: 'yes',
    },
    aliases: { kics: ['b4cc2c52-34a6-4b43-b57c-4bdeb4514a5a'] },
  }),
];
