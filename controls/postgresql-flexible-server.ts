import type { PostgresqlFlexibleServerConfig } from '@cdktf/provider-azurerm/lib/postgresql-flexible-server';
import type { PostgresqlFlexibleServerConfigurationConfig } from '@cdktf/provider-azurerm/lib/postgresql-flexible-server-configuration';
import type { PostgresqlFlexibleServerFirewallRuleConfig } from '@cdktf/provider-azurerm/lib/postgresql-flexible-server-firewall-rule';
import { absent, type Companion, companion, controlsFor, type Expectation, oneOf, orAbsent } from './control';
import { notFromAnywhere } from './server-firewall';
import { daysAbove, parameterIs, RESET } from './server-parameter';

const control = controlsFor<PostgresqlFlexibleServerConfig>('azurerm_postgresql_flexible_server');

const parameter = (name: string, value: Expectation<string>, rest: Pick<Companion, 'optional' | 'add'>) =>
  companion<PostgresqlFlexibleServerConfigurationConfig>('azurerm_postgresql_flexible_server_configuration', {
    refersBy: 'server_id',
    where: { name },
    want: { value },
    ...rest,
  });
const added = (label: string): Pick<Companion, 'add'> => ({ add: { label, attributes: {} } });

const beyond = { level: 2, cis: {} } as const;

const firewallRule = controlsFor<PostgresqlFlexibleServerFirewallRuleConfig>(
  'azurerm_postgresql_flexible_server_firewall_rule',
);

/** CIS 5.2.1 to 5.2.5, and what scanners ask beyond it. */
export const postgresqlFlexibleServer = [
  control({
    id: 'postgresql-secure-transport',
    title: 'PostgreSQL servers refuse connections without TLS',
    why: 'Without TLS passwords, queries and their results can be read on the way.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '5.2.1' },
    companions: [parameter('require_secure_transport', parameterIs('on'), { optional: true })],
    fix: {
      impact: 'disruptive',
      consequences: ['Clients that connect without TLS are refused; the parameter takes effect without a restart.'],
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0020', 'azure-database-enable-ssl-enforcement'],
      prowler: ['postgresql_flexible_server_enforce_ssl_enabled'],
      'azure-policy': ['c29c38cb-74a7-4505-9a06-e588ab86620a'],
      powerpipe: ['cis_v300_5_2_1', 'postgres_sql_flexible_server_ssl_enabled'],
    },
  }),
  control({
    id: 'postgresql-log-checkpoints',
    title: 'PostgreSQL servers log their checkpoints',
    why: 'Checkpoints in the log show when a server was too busy writing to answer.',
    severity: 'low',
    level: 1,
    cis: { 'v3.0.0': '5.2.2' },
    companions: [parameter('log_checkpoints', parameterIs('on'), added('log-checkpoints'))],
    fix: {
      impact: 'in-place',
      consequences: ['The log grows by a few lines for each checkpoint; no restart is needed.', RESET],
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0024', 'azure-database-postgres-configuration-log-checkpoints'],
      prowler: ['postgresql_flexible_server_log_checkpoints_on'],
      'azure-policy': ['70be9e12-c935-49ac-9bd8-fd64b85c1f87'],
      powerpipe: ['cis_v300_5_2_2', 'postgres_flexible_server_log_checkpoints_on'],
    },
  }),
  control({
    id: 'postgresql-connection-throttling',
    title: 'PostgreSQL servers slow down addresses that keep failing to log in',
    why: 'A slowed client needs far longer to guess a password or to use up all connections.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '5.2.3' },
    companions: [parameter('connection_throttle.enable', parameterIs('on'), added('connection-throttle'))],
    fix: {
      impact: 'in-place',
      consequences: [
        'A client with a wrong password slows down whoever shares its address, such as everything behind one NAT gateway.',
        RESET,
      ],
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0021', 'azure-database-postgres-configuration-connection-throttling'],
      prowler: ['postgresql_flexible_server_connection_throttling_on'],
      powerpipe: ['cis_v300_5_2_3', 'postgres_flexible_server_connection_throttling_on'],
    },
  }),
  control({
    id: 'postgresql-log-retention',
    title: 'PostgreSQL servers keep their log files for more than three days',
    why: 'Who looks into an incident after a long weekend finds the log still there.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '5.2.4' },
    companions: [parameter('logfiles.retention_days', daysAbove(3, '7'), added('log-retention'))],
    fix: {
      impact: 'in-place',
      consequences: [
        'Log files of a week are kept, the most that Azure allows; what must be kept longer needs a diagnostic setting.',
        RESET,
      ],
      restores: 'partly',
    },
    aliases: {
      prowler: ['postgresql_flexible_server_log_retention_days_greater_3'],
      'azure-policy': ['f5ed3f7a-cf5d-4ee6-9ede-b5d5192ccf81'],
      powerpipe: ['cis_v300_5_2_4', 'postgres_flexible_server_log_retention_days_3'],
    },
  }),
  firewallRule({
    id: 'postgresql-no-azure-services',
    title: 'No PostgreSQL firewall rule admits every service in Azure',
    why: 'The rule for Azure services lets in the machines of every other customer too.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '5.2.5' },
    want: { startIpAddress: notFromAnywhere },
    fix: {
      impact: 'disruptive',
      consequences: ['Services in Azure that reach the server through this rule are cut off.'],
      advice:
        'Give each service that needs the server a rule for its outbound addresses, or a private endpoint, then take this rule out.',
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV2_AZURE_26'],
      prowler: ['postgresql_flexible_server_allow_access_services_disabled'],
      'azure-policy': [
        { rule: '5e1de0e3-42cb-4ebc-a86d-61d0c619ca48', differs: 'Looks at public network access, not at rules.' },
      ],
      powerpipe: ['cis_v300_5_2_5', 'postgres_flexible_server_allow_access_to_azure_services_disabled'],
    },
  }),
  control({
    ...beyond,
    id: 'postgresql-log-connections',
    title: 'PostgreSQL servers log connections',
    why: 'Who connected, from where and when, is the first thing to know after a break-in.',
    severity: 'medium',
    companions: [parameter('log_connections', parameterIs('on'), added('log-connections'))],
    fix: {
      impact: 'in-place',
      consequences: ['Every attempt to connect writes a line: without a connection pool the log grows fast.', RESET],
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0019', 'azure-database-postgres-configuration-log-connections'],
      prowler: ['postgresql_flexible_server_log_connections_on'],
      'azure-policy': ['086709ac-11b5-478d-a893-9567a16d2ae3'],
    },
  }),
  control({
    ...beyond,
    id: 'postgresql-log-disconnections',
    title: 'PostgreSQL servers log disconnections',
    why: 'A session has a length only when its end is logged too.',
    severity: 'medium',
    companions: [parameter('log_disconnections', parameterIs('on'), added('log-disconnections'))],
    fix: {
      impact: 'in-place',
      consequences: ['Every end of a session writes a line: without a connection pool the log grows fast.', RESET],
      restores: 'yes',
    },
    aliases: {
      prowler: ['postgresql_flexible_server_log_disconnections_on'],
      'azure-policy': ['1d14b021-1bae-4f93-b36b-69695e14984a'],
    },
  }),
  control({
    ...beyond,
    id: 'postgresql-no-public-network',
    title: 'PostgreSQL servers are closed to public networks',
    why: 'Nobody on the internet can try passwords on a server without a public endpoint.',
    severity: 'high',
    // A server inside a subnet has no public endpoint to close.
    when: { delegatedSubnetId: absent() },
    want: { publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: ['Only private endpoints reach the server afterwards; firewall rules no longer count.'],
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0022', 'azure-database-no-public-access'],
      'azure-policy': ['5e1de0e3-42cb-4ebc-a86d-61d0c619ca48'],
    },
  }),
  control({
    id: 'postgresql-geo-redundant-backup',
    title: 'PostgreSQL servers keep their backups in another region too',
    why: 'A server can be brought back elsewhere only from backups that lie elsewhere.',
    severity: 'low',
    level: 2,
    onRequest: 'Backups are paid for twice, and where a copy may lie only the owner of the data knows.',
    cis: {},
    // A replica has no backups of its own.
    when: { createMode: orAbsent(oneOf('Default', 'GeoRestore', 'PointInTimeRestore', 'ReviveDropped', 'Update')) },
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
    aliases: { checkov: ['CKV_AZURE_136'] },
  }),
];
