import type { PostgresqlConfigurationConfig } from '@cdktf/provider-azurerm/lib/postgresql-configuration';
import type { PostgresqlServerConfig } from '@cdktf/provider-azurerm/lib/postgresql-server';
import { companion, controlsFor, type Fix, self } from './control';
import { parameterIs } from './server-parameter';

const control = controlsFor<PostgresqlServerConfig>('azurerm_postgresql_server');

const RETIRED =
  'Azure retired single servers in March 2025: move the data to a flexible server and take the resource out of the code.';

/** A changed value replaces the resource that carries it: nothing is written over one that is there. */
const isOn = (name: string) => {
  const { set: _, ...value } = parameterIs('on');
  return companion<PostgresqlConfigurationConfig>('azurerm_postgresql_configuration', {
    refersBy: 'server_name',
    via: 'name',
    where: { name },
    want: { value },
    add: { label: name.replaceAll('_', '-'), attributes: { resource_group_name: self('resource_group_name') } },
  });
};

const SINGLE_SERVER = 'Azure shut the single server down in March 2025; only state that nobody cleaned up has one.';

const beyond = { level: 2, cis: {}, retired: SINGLE_SERVER } as const;
/** What a change would do, to somebody who has a server all the same. */
const told = (impact: 'in-place' | 'disruptive', consequence: string): Fix => ({
  impact,
  consequences: [consequence],
  advice: RETIRED,
  restores: 'yes',
});

/** CIS 5.2.6 to 5.2.8 and what scanners ask beyond it, of a service that Azure has retired: what is found is told, nothing is changed. */
export const postgresqlServer = [
  control({
    id: 'postgresql-single-log-connections',
    title: 'PostgreSQL single servers log connections',
    why: 'A log of who connected shows a stolen password in use.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '5.2.6' },
    retired: SINGLE_SERVER,
    companions: [isOn('log_connections')],
    fix: {
      impact: 'in-place',
      consequences: ['Every connection writes a line to the log.'],
      advice: RETIRED,
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_31'],
      trivy: ['AZU-0019', 'azure-database-postgres-configuration-log-connections'],
      kics: ['c640d783-10c5-4071-b6c1-23507300d333'],
      prowler: [{ rule: 'postgresql_flexible_server_log_connections_on', differs: 'Looks at flexible servers.' }],
      'azure-policy': ['eb6f77b9-bd53-4e35-a23d-7f65d5f0e442'],
      powerpipe: ['cis_v300_5_2_6', 'postgres_db_server_log_connections_on'],
    },
  }),
  control({
    id: 'postgresql-single-log-disconnections',
    title: 'PostgreSQL single servers log disconnections',
    why: 'With the end of a session in the log its length can be told.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '5.2.7' },
    retired: SINGLE_SERVER,
    companions: [isOn('log_disconnections')],
    fix: {
      impact: 'in-place',
      consequences: ['Every end of a session writes a line to the log.'],
      advice: RETIRED,
      restores: 'yes',
    },
    aliases: {
      kics: ['07f7134f-9f37-476e-8664-670c218e4702'],
      prowler: [{ rule: 'postgresql_flexible_server_log_disconnections_on', differs: 'Looks at flexible servers.' }],
      'azure-policy': ['eb6f77b9-bd53-4e35-a23d-7f65d5f0e446'],
      powerpipe: ['cis_v300_5_2_7', 'postgres_db_server_log_disconnections_on'],
    },
  }),
  control({
    id: 'postgresql-single-infrastructure-encryption',
    title: 'PostgreSQL single servers encrypt twice, the second time in the infrastructure',
    why: 'Data stay sealed when one of two layers of encryption is broken.',
    severity: 'low',
    level: 1,
    cis: { 'v3.0.0': '5.2.8' },
    retired: SINGLE_SERVER,
    want: { infrastructureEncryptionEnabled: true },
    fix: {
      impact: 'replaces',
      consequences: ['It can only be chosen at creation: the server would be deleted with all its data.'],
      advice: RETIRED,
      restores: 'no',
    },
    aliases: {
      checkov: ['CKV_AZURE_130'],
      kics: ['6425c98b-ca4e-41fe-896a-c78772c131f8'],
      'azure-policy': ['24fba194-95d6-48c0-aea7-f65bf859c598'],
      powerpipe: ['cis_v300_5_2_8', 'postgresql_server_infrastructure_encryption_enabled'],
    },
  }),
  control({
    ...beyond,
    id: 'postgresql-single-geo-redundant-backup',
    title: 'PostgreSQL single servers keep their backups in another region too',
    why: 'What lies beside the server is gone when the server is gone with its region.',
    severity: 'low',
    onRequest: 'Backups in two regions are paid for twice.',
    want: { geoRedundantBackupEnabled: true },
    fix: {
      impact: 'replaces',
      consequences: ['It can only be chosen at creation: the server would be deleted with its data.'],
      cost: 'The space of the backups a second time.',
      advice: RETIRED,
      restores: 'no',
    },
    aliases: { checkov: ['CKV_AZURE_102'], kics: ['8b042c30-e441-453f-b162-7696982ebc58'] },
  }),
  control({
    ...beyond,
    id: 'postgresql-single-no-public-network',
    title: 'PostgreSQL single servers are closed to public networks',
    why: 'A forgotten server on the internet is tried until it opens.',
    severity: 'high',
    want: { publicNetworkAccessEnabled: false },
    fix: told('disruptive', 'Only private endpoints would reach the server.'),
    aliases: {
      checkov: ['CKV_AZURE_68'],
      trivy: ['AZU-0022', 'azure-database-no-public-access'],
      kics: ['c7f8e9a1-b2c3-d4e5-f6a7-8901b2c3d4e5'],
    },
  }),
  control({
    ...beyond,
    id: 'postgresql-single-secure-transport',
    title: 'PostgreSQL single servers refuse connections without TLS',
    why: 'On an open line everybody between client and server reads along.',
    severity: 'medium',
    want: { sslEnforcementEnabled: true },
    fix: told('disruptive', 'Clients that connect without TLS would be refused.'),
    aliases: {
      checkov: ['CKV_AZURE_29'],
      trivy: ['AZU-0020', 'azure-database-enable-ssl-enforcement'],
      kics: ['0437633b-daa6-4bbc-8526-c0d2443b946e', '93f9tyjk-e5f6-7890-ab12-cd34ef567890'],
    },
  }),
  control({
    ...beyond,
    id: 'postgresql-single-min-tls',
    title: 'PostgreSQL single servers refuse TLS below 1.2',
    why: 'A client that is talked down to TLS 1.0 might as well use none.',
    severity: 'medium',
    want: { sslMinimalTlsVersionEnforced: 'TLS1_2' },
    fix: told('disruptive', 'Clients that speak TLS 1.0 or 1.1 only would no longer connect.'),
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_147', differs: 'Fails when the attribute is absent although the default is TLS1_2.' },
      ],
      trivy: ['AZU-0026', 'azure-database-secure-tls-policy'],
      kics: ['9f15ecc4-d9df-44ba-bb88-28c97e946114'],
    },
  }),
  control({
    ...beyond,
    id: 'postgresql-single-threat-detection',
    title: 'PostgreSQL single servers report unusual logins and queries',
    why: 'Nobody watches a server that is to be shut down, which is when it is attacked.',
    severity: 'medium',
    want: { threatDetectionPolicy: { enabled: true } },
    fix: told('in-place', 'Alerts would go to whoever the policy names.'),
    aliases: { checkov: ['CKV_AZURE_128'], kics: ['c407c3cf-c409-4b29-b590-db5f4138d332'] },
  }),
];
