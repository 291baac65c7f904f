import type { ApplicationGatewayConfig } from '@cdktf/provider-azurerm/lib/application-gateway';
import type {
  MonitorDiagnosticSettingConfig,
  MonitorDiagnosticSettingEnabledLog,
} from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import type { NetworkSecurityGroupConfig } from '@cdktf/provider-azurerm/lib/network-security-group';
import { WORKSPACE } from './asks';
import { type Alias, companion, controlsFor, such } from './control';
import { isList, isObject } from './value';

/** Services with logs of their own. Storage, vaults and web apps have controls that say which logs they want. */
const control = controlsFor<ApplicationGatewayConfig | NetworkSecurityGroupConfig>(
  'azurerm_application_gateway',
  'azurerm_bastion_host',
  'azurerm_cosmosdb_account',
  'azurerm_iothub',
  'azurerm_linux_function_app',
  'azurerm_mssql_database',
  'azurerm_mysql_flexible_server',
  'azurerm_network_security_group',
  'azurerm_postgresql_flexible_server',
  'azurerm_public_ip',
  'azurerm_redis_cache',
  'azurerm_virtual_network_gateway',
  'azurerm_windows_function_app',
);

const one = (rule: string): Alias => ({ rule, differs: 'Looks at one service only.' });

/** CIS 6.4. */
export const resourceLogging = [
  control({
    id: 'resource-logs',
    title: 'Services that offer logs write them somewhere',
    why: 'What a service does with the requests it gets is lost unless it is told where to write it down.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '6.4' },
    companions: [
      companion<MonitorDiagnosticSettingConfig>('azurerm_monitor_diagnostic_setting', {
        refersBy: 'target_resource_id',
        want: {
          enabledLog: such<MonitorDiagnosticSettingEnabledLog[]>(
            'at least one enabled_log',
            (logs) => isList(logs) && logs.some(isObject),
            [{ categoryGroup: 'allLogs' }],
          ),
        },
        add: { label: 'logs', attributes: { name: 'logs', log_analytics_workspace_id: WORKSPACE } },
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: [
        'Every category that the service has is written, those that it gets in future too: a busy database writes a lot.',
      ],
      cost: 'Log Analytics bills each gigabyte that is ingested.',
      restores: 'yes',
    },
    aliases: {
      kics: [
        {
          rule: '8a0628ed-6256-4a24-a1ab-54696fb69197',
          differs: 'Fires for several types, storage accounts and web apps among them.',
        },
        { rule: '50f32d3c-096e-406a-bb26-71b3c91c11c0', differs: 'One query for the logs of 24 types of resources.' },
      ],
      'azure-policy': [
        one('057ef27e-665e-4328-8ea3-04b3122bd9fb'),
        one('34f95f76-5386-4de7-b824-0d8478470c9d'),
        one('383856f8-de7f-44a2-81fc-e5135b5c2aa4'),
        one('428256e6-1fac-4f48-a757-df34c2b3336d'),
        one('83a214f7-d01a-484b-91a9-ed54470c9a6a'),
        one('b4330a05-a843-4bc8-bf9a-cacce50c67f4'),
        one('c95c74d9-38fe-4f0d-af86-0c7d626a315c'),
        one('f8d36e2f-389b-4ee4-898d-21aeb69a0f45'),
        one('f9be5368-9bf5-4b84-9e0a-7850da98bb46'),
      ],
      powerpipe: ['cis_v300_6_4'],
    },
  }),
];
