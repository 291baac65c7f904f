import type { PostgresqlConfigurationConfig } from '@cdktf/provider-azurerm/lib/postgresql-configuration';
import type { PostgresqlServerConfig } from '@cdktf/provider-azurerm/lib/postgresql-server';
import { companion, controlsFor, self } from './control';
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

/** CIS 5.2.6 to 5.2.8, of a service that Azure has retired: what is found is told, nothing is changed. */
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
];
