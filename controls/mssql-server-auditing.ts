import type { MonitorDiagnosticSettingConfig } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import type { MssqlServerConfig } from '@cdktf/provider-azurerm/lib/mssql-server';
import type { MssqlServerExtendedAuditingPolicyConfig } from '@cdktf/provider-azurerm/lib/mssql-server-extended-auditing-policy';
import { WORKSPACE } from './asks';
import { atLeast, blocks, type Companion, companion, controlsFor, type Desired } from './control';

const control = controlsFor<MssqlServerConfig>('azurerm_mssql_server');

/** The audit log of a server leaves Azure SQL by its master database. */
const COLLECTED = companion<MonitorDiagnosticSettingConfig>('azurerm_monitor_diagnostic_setting', {
  refersBy: 'target_resource_id',
  suffix: '/databases/master',
  want: {
    enabledLog: blocks([
      { category: 'SQLSecurityAuditEvents' },
      { category_group: 'audit' },
      { category_group: 'allLogs' },
    ]),
  },
  add: { label: 'audit-logs', attributes: { name: 'audit-logs', log_analytics_workspace_id: WORKSPACE } },
});

/** One new policy meets both controls. */
const policy = (want: Desired<MssqlServerExtendedAuditingPolicyConfig>): Companion =>
  companion<MssqlServerExtendedAuditingPolicyConfig>('azurerm_mssql_server_extended_auditing_policy', {
    refersBy: 'server_id',
    want,
    add: {
      label: 'auditing',
      attributes: { enabled: true, log_monitoring_enabled: true, retention_in_days: 91 },
      beside: [COLLECTED],
    },
  });

const IMPORT = 'Where auditing is on already, switched on outside Terraform, the apply stops and asks for an import.';
const COST =
  'Log Analytics bills each gigabyte that is ingested; files in a storage account are billed as long as they are kept.';

/** CIS 5.1.1 and 5.1.6. */
export const mssqlServerAuditing = [
  control({
    id: 'sql-server-auditing',
    title: 'SQL servers audit what is done in their databases',
    why: 'Without an audit log nobody can say who read or changed data.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '5.1.1' },
    companions: [policy({ enabled: true })],
    fix: {
      impact: 'in-place',
      consequences: [
        'Logins and statements of every database on the server are recorded, with the texts of the statements.',
        'Azure Monitor gets the log only with a diagnostic setting on the master database: one is added with a new policy, not with one that was switched off.',
        IMPORT,
        'Taking the policy away switches auditing off.',
      ],
      cost: COST,
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_23'],
      trivy: ['AZU-0027', 'azure-database-enable-audit'],
      kics: ['609839ae-bd81-4375-9910-5bce72ae7b92'],
      prowler: ['sqlserver_auditing_enabled'],
      'azure-policy': ['a6fb4358-5bf4-4ad7-ba82-2cd2f41ce5e9'],
      defender: ['94208a8b-16e8-4e5b-abbd-4e81c9d02bee'],
      powerpipe: ['cis_v300_5_1_1', 'sql_server_auditing_on'],
    },
  }),
  control({
    id: 'sql-server-audit-retention',
    title: 'SQL servers keep their audit logs for more than 90 days',
    why: 'Many break-ins are noticed after months; by then the log must still be there.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '5.1.6' },
    companions: [policy({ retentionInDays: atLeast(91, { or: 0 }) })],
    fix: {
      impact: 'in-place',
      consequences: [
        'It counts for files in a storage account; in Log Analytics the workspace says how long logs are kept.',
        IMPORT,
      ],
      cost: COST,
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_24', differs: 'Fails 0, which keeps logs without end; passes 90.' }],
      trivy: [{ rule: 'AZU-0025', differs: 'Passes 90.' }, 'azure-database-retention-period-set'],
      kics: ['9c301481-e6ec-44f7-8a49-8ec63e2969ea'],
      prowler: ['sqlserver_auditing_retention_90_days'],
      'azure-policy': ['89099bee-89e0-4b26-a5f4-165451757743'],
      defender: ['620671b8-6661-273a-38ac-4574967750ec'],
      powerpipe: ['cis_v300_5_1_6', 'sql_server_auditing_retention_period_90'],
    },
  }),
];
