import type { MonitorDiagnosticSettingConfig } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import type { MysqlFlexibleServerConfig } from '@cdktf/provider-azurerm/lib/mysql-flexible-server';
import type { MysqlFlexibleServerConfigurationConfig } from '@cdktf/provider-azurerm/lib/mysql-flexible-server-configuration';
import { WORKSPACE } from './asks';
import {
  absent,
  blocks,
  type Companion,
  companion,
  controlsFor,
  type Expectation,
  oneOf,
  orAbsent,
  self,
} from './control';
import { entriesOf, entryAmong, parameterIs, RESET } from './server-parameter';

const control = controlsFor<MysqlFlexibleServerConfig>('azurerm_mysql_flexible_server');

const parameter = (name: string, value: Expectation<string>, rest: Pick<Companion, 'optional' | 'add'>) =>
  companion<MysqlFlexibleServerConfigurationConfig>('azurerm_mysql_flexible_server_configuration', {
    refersBy: 'server_name',
    via: 'name',
    where: { name },
    want: { value },
    ...rest,
  });
const IN_SAME_GROUP = { resource_group_name: self('resource_group_name') };

/** A server sends its audit log nowhere by itself. */
const COLLECTED = companion<MonitorDiagnosticSettingConfig>('azurerm_monitor_diagnostic_setting', {
  refersBy: 'target_resource_id',
  want: {
    enabledLog: blocks([{ category: 'MySqlAuditLogs' }, { category_group: 'audit' }, { category_group: 'allLogs' }]),
  },
  add: { label: 'audit-logs', attributes: { name: 'audit-logs', log_analytics_workspace_id: WORKSPACE } },
});

const LOG_COST = 'Log Analytics bills each gigabyte that is ingested.';

/** CIS 5.3.1 to 5.3.4, and what scanners ask beyond it. */
export const mysqlFlexibleServer = [
  control({
    id: 'mysql-secure-transport',
    title: 'MySQL servers refuse connections without TLS',
    why: 'A connection in the clear gives away the password and everything that is asked and answered.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '5.3.1' },
    companions: [parameter('require_secure_transport', parameterIs('ON'), { optional: true })],
    fix: {
      impact: 'disruptive',
      consequences: ['Clients that connect without TLS are refused; the parameter takes effect without a restart.'],
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0020', 'azure-database-enable-ssl-enforcement'],
      prowler: ['mysql_flexible_server_ssl_connection_enabled'],
      powerpipe: ['cis_v300_5_3_1', 'mysql_flexible_server_ssl_enabled'],
    },
  }),
  control({
    id: 'mysql-min-tls',
    title: 'MySQL servers refuse TLS below 1.2',
    why: 'TLS 1.0 and 1.1 are broken, and a server that offers them can be talked down to them.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '5.3.2' },
    companions: [parameter('tls_version', entriesOf('TLSv1.2', 'TLSv1.3'), { optional: true })],
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients that only speak TLS 1.0 or 1.1 no longer connect.',
        'The parameter takes effect when the server is next restarted, which Terraform does not do.',
      ],
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0026', 'azure-database-secure-tls-policy'],
      prowler: ['mysql_flexible_server_minimum_tls_version_12'],
      powerpipe: ['cis_v300_5_3_2', 'mysql_flexible_server_min_tls_1_2'],
    },
  }),
  control({
    id: 'mysql-audit-log',
    title: 'MySQL servers write an audit log',
    why: 'Without it nobody can say afterwards who connected and what was done.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '5.3.3' },
    companions: [
      parameter('audit_log_enabled', parameterIs('ON'), {
        add: { label: 'audit-log', attributes: IN_SAME_GROUP, beside: [COLLECTED] },
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: [
        'Auditing takes some of the power of the server; audit_log_events says how much is written.',
        'Only a diagnostic setting with MySqlAuditLogs collects the log: one is added with a new parameter, not with one that was switched off.',
        RESET,
      ],
      cost: LOG_COST,
      restores: 'yes',
    },
    aliases: {
      prowler: ['mysql_flexible_server_audit_log_enabled'],
      powerpipe: ['cis_v300_5_3_3', 'mysql_flexible_server_audit_logging_enabled'],
    },
  }),
  control({
    id: 'mysql-audit-connections',
    title: 'MySQL audit logs hold connections',
    why: 'Failed and unusual logins are the first sign that somebody tries passwords or has one.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '5.3.4' },
    companions: [
      parameter('audit_log_events', entryAmong('CONNECTION', 'CONNECTION_V2'), {
        add: { label: 'audit-log-events', attributes: IN_SAME_GROUP },
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: [
        'Every login writes a line, as long as audit_log_enabled is ON; without that nothing is written.',
        RESET,
      ],
      cost: LOG_COST,
      restores: 'yes',
    },
    aliases: {
      prowler: ['mysql_flexible_server_audit_log_connection_activated'],
      powerpipe: ['cis_v300_5_3_4', 'mysql_flexible_server_audit_logging_events_connection_set'],
    },
  }),
  control({
    id: 'mysql-no-public-network',
    title: 'MySQL servers are closed to public networks',
    why: 'What has no public address cannot be found by those who scan the internet for databases.',
    severity: 'high',
    level: 2,
    cis: {},
    // A server inside a subnet has no public endpoint to close.
    when: { delegatedSubnetId: absent() },
    want: { publicNetworkAccess: 'Disabled' },
    fix: {
      impact: 'disruptive',
      consequences: ['Only private endpoints reach the server afterwards; firewall rules no longer count.'],
      restores: 'yes',
    },
    aliases: { trivy: ['AZU-0022', 'azure-database-no-public-access'] },
  }),
  control({
    id: 'mysql-geo-redundant-backup',
    title: 'MySQL servers keep their backups in another region too',
    why: 'Backups in one region are lost together with the server that they are to bring back.',
    severity: 'low',
    level: 2,
    onRequest: 'Backups are paid for twice, and where a copy may lie only the owner of the data knows.',
    cis: {},
    // A replica has no backups of its own.
    when: { createMode: orAbsent(oneOf('Default', 'GeoRestore', 'PointInTimeRestore')) },
    want: { geoRedundantBackupEnabled: true },
    fix: {
      impact: 'replaces',
      consequences: [
        'It can only be chosen at creation: Terraform deletes the server with all its databases and makes a new one.',
        'Azure copies the backups to the paired region, which may lie where the data must not be.',
      ],
      cost: 'The space of the backups a second time, and their way to the other region.',
      restores: 'no',
    },
    aliases: { checkov: [{ rule: 'CKV_AZURE_94', differs: 'Looks at replicas too, which have no backups.' }] },
  }),
];
