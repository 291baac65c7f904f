import type { KeyVaultConfig } from '@cdktf/provider-azurerm/lib/key-vault';
import type { MonitorDiagnosticSettingConfig } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { WORKSPACE } from './asks';
import { blocks, companion, controlsFor } from './control';

const control = controlsFor<KeyVaultConfig>('azurerm_key_vault');

/** CIS 6.1.4. */
export const keyVaultLogging = [
  control({
    id: 'key-vault-logging',
    title: 'Every use of a vault is logged',
    why: 'When a secret leaks the first question is who read it, and only this log answers.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '6.1.4' },
    companions: [
      companion<MonitorDiagnosticSettingConfig>('azurerm_monitor_diagnostic_setting', {
        refersBy: 'target_resource_id',
        want: {
          enabledLog: blocks([{ category: 'AuditEvent' }, { category_group: 'audit' }, { category_group: 'allLogs' }]),
        },
        add: { label: 'audit-logs', attributes: { name: 'audit-logs', log_analytics_workspace_id: WORKSPACE } },
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: ['Who reads the workspace sees the names of secrets and keys, though not their values.'],
      cost: 'Log Analytics bills each gigabyte that is ingested.',
      restores: 'yes',
    },
    aliases: {
      kics: [
        '38c71c00-c177-4cd7-8d36-cd1007cdb190',
        { rule: '50f32d3c-096e-406a-bb26-71b3c91c11c0', differs: 'One query for the logs of 24 types of resources.' },
      ],
      prowler: ['keyvault_logging_enabled'],
      'azure-policy': ['cf820ca0-f99e-4f3e-84fb-66e913812d21'],
      defender: ['88bbc99c-e5af-ddd7-6105-6150b2bfa519'],
      powerpipe: ['cis_v300_6_1_4', 'keyvault_logging_enabled'],
    },
  }),
];
