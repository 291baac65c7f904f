import type { NetworkWatcherFlowLogConfig } from '@cdktf/provider-azurerm/lib/network-watcher-flow-log';
import type { VirtualNetworkConfig } from '@cdktf/provider-azurerm/lib/virtual-network';
import { atLeast, controlsFor, type Deviation } from './control';
import type { Surroundings } from './surroundings';
import { Reference, type Resource, sameValue, Unknown, type Value } from './value';

/** Azure takes "West Europe" for westeurope. */
const plain = (location: Value | undefined): Value | undefined =>
  typeof location === 'string' ? location.toLowerCase().replaceAll(' ', '') : location;

const unclearText = (location: Value | undefined): string | undefined =>
  location instanceof Unknown
    ? location.why
    : location instanceof Reference
      ? `a location is taken from ${location.address}`
      : undefined;

/** Whether one of the watchers that are declared is where the network is. */
function watched({ attributes }: Resource, around: Surroundings): readonly Deviation[] | Unknown {
  const watchers = around.ofType('azurerm_network_watcher').map((watcher) => plain(watcher.attributes.location));
  if (!watchers.length)
    return new Unknown('no Network Watcher is declared here, and Azure makes them by itself unless told otherwise');
  const location = plain(attributes.location);
  if (watchers.some((each) => sameValue(each, location))) return [];
  const unclear = [location, ...watchers].map(unclearText).find((text) => text !== undefined) ?? around.incomplete;
  if (unclear) return new Unknown(unclear);
  return [{ path: ['location'], found: attributes.location, expected: 'a region with an azurerm_network_watcher' }];
}

/** CIS 7.5 and 7.6. */
export const networkWatcher = [
  // Azure no longer makes flow logs of network security groups, so none is added anywhere: those declared are judged.
  controlsFor<NetworkWatcherFlowLogConfig>('azurerm_network_watcher_flow_log')({
    id: 'network-flow-log-retention',
    title: 'Flow logs that are declared are written and kept for more than 90 days',
    why: 'Most intrusions are noticed after weeks, when shorter logs of the traffic are already gone.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '7.5' },
    want: { enabled: true, retentionPolicy: { enabled: true, days: atLeast(91, { or: 0 }) } },
    fix: {
      impact: 'in-place',
      consequences: [
        'Every flow is written to the storage account, which has to be general-purpose v2 to delete old logs.',
      ],
      cost: 'Flow logs are billed by the gigabyte, and so is the storage they fill.',
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_12', differs: 'Fails days = 0, which keeps logs for ever; 90 days pass.' }],
      trivy: [
        { rule: 'AZU-0049', differs: 'Fails days = 0, which keeps logs for ever.' },
        { rule: 'azure-network-retention-policy-set', differs: 'Fails days = 0, which keeps logs for ever.' },
      ],
      kics: ['7750fcca-dd03-4d38-b663-4b70289bcfd4'],
      prowler: ['network_flow_log_more_than_90_days'],
      powerpipe: ['cis_v300_7_5', 'network_sg_flowlog_retention_period_greater_than_90'],
    },
  }),
  controlsFor<VirtualNetworkConfig>('azurerm_virtual_network')({
    id: 'network-watcher-region',
    title: 'Every region with a virtual network has a Network Watcher',
    why: 'Without it nobody can record traffic or find out why a connection fails in that region.',
    severity: 'high',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '7.6' },
    inspect: watched,
    fix: {
      impact: 'in-place',
      consequences: ['A region takes one Network Watcher only: making a second one fails.'],
      advice:
        'See whether Azure already made NetworkWatcher_<region> in the resource group NetworkWatcherRG. If so, import it as azurerm_network_watcher, if not, add one with this location.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['network_watcher_enabled'],
      'azure-policy': ['b6e2945c-0b7b-40f5-9233-7a5323b5cdc6'],
      defender: ['f1f2f7dc-7bd5-18bf-c403-cbbdb7ec3d68'],
      powerpipe: ['cis_v300_7_6', 'network_watcher_enabled'],
    },
  }),
];
