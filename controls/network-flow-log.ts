import type { NetworkWatcherFlowLogConfig } from '@cdktf/provider-azurerm/lib/network-watcher-flow-log';
import { WORKSPACE, WORKSPACE_GUID, WORKSPACE_REGION } from './asks';
import { controlsFor, present } from './control';

const control = controlsFor<NetworkWatcherFlowLogConfig>('azurerm_network_watcher_flow_log');

/** CIS 6.1.5. */
export const networkFlowLogs = [
  control({
    id: 'network-flow-logs-analytics',
    title: 'Flow logs of the network are on and reach Log Analytics',
    why: 'Files in a storage account are looked at afterwards, if at all; in a workspace they can be searched and alerted on.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '6.1.5' },
    want: {
      enabled: true,
      trafficAnalytics: {
        enabled: true,
        workspaceId: present(WORKSPACE_GUID),
        workspaceRegion: present(WORKSPACE_REGION),
        workspaceResourceId: present(WORKSPACE),
      },
    },
    fix: {
      impact: 'in-place',
      consequences: [
        'Azure no longer makes flow logs of network security groups: one that is there can still be changed, a new one has to be of a virtual network.',
      ],
      cost: 'Traffic Analytics is billed by the gigabyte of flow logs that it processes, and Log Analytics for what it stores.',
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0073', 'azure-network-network-watcher-flow-disabled'],
      kics: [{ rule: 'b90842e5-6779-44d4-9760-972f4c03ba1c', differs: 'Looks at enabled only.' }],
      prowler: ['network_flow_log_captured_sent'],
      'azure-policy': [
        'c251913d-7d24-4958-af87-478ed3b9ba41',
        '2f080164-9f4d-497e-9db6-416dc9f7b48a',
        '27960feb-a23c-4577-8d36-ef8b5f35e0be',
      ],
      powerpipe: ['cis_v300_6_1_5', 'nsg_network_watcher_flow_log_send_to_log_analytics'],
    },
  }),
];
