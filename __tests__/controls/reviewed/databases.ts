import { Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const UNKNOWN = new Unknown('the test');

const ANY_CASE = 'Azure does not tell cases apart';
const FOR_4 = 'the catalogue is written for azurerm 4.x';
const OTHER_API = 'the catalogue does not say that the account must speak NoSQL, the only API that has roles for data';
const ADMITS_NOBODY = 'the catalogue wants a list of networks even where nobody is admitted';
const IN_PARAMETER = 'the name of a parameter is written into a new one only';
const PUBLIC_ACCESS = 'one rule for firewall rules and for the public endpoint as a whole';
const FLEXIBLE_AND_SINGLE = 'the catalogue has it under single servers; it looks at flexible ones too';
const PUBLIC_SERVERS = 'one rule for SQL, MySQL and PostgreSQL';
const EVERY_DATABASE = 'one rule for MySQL and PostgreSQL';
const API_DECIDES = 'the API of the account says to which service an endpoint can lead';
const WHO_CONNECTS = 'who may connect only the owner knows: advice';
const RETIRED = 'advice: the service is retired';
const OWN_KEY = 'azurerm takes a key at creation only: advice';
const ONE_KEY = 'the backups in the other region need a key of their own there, which only the owner has';
const REFUSED_SIZE = 'Azure has no such databases of this size: what size it should get the owner says';

export const databases: Review = {
  differences: {
    'fixtures-5/cosmosdb-entra-only azurerm_cosmosdb_account.na_mongodb': OTHER_API,
    'fixtures-5/cosmosdb-entra-only azurerm_cosmosdb_account.pass_false': FOR_4,
    'fixtures-5/cosmosdb-entra-only azurerm_cosmosdb_account.unknown_variable': FOR_4,
    'fixtures/cosmosdb-chosen-networks azurerm_cosmosdb_account.pass_nobody': ADMITS_NOBODY,
    'fixtures/cosmosdb-chosen-networks azurerm_cosmosdb_account.pass_private': ADMITS_NOBODY,
    'fixtures/cosmosdb-chosen-networks azurerm_cosmosdb_account.pass_public_ip':
      'the address of a public IP is one address, whichever it is',
    'fixtures/cosmosdb-chosen-networks azurerm_cosmosdb_account.unknown_public': ADMITS_NOBODY,
    'fixtures/cosmosdb-entra-only azurerm_cosmosdb_account.na_mongodb': OTHER_API,
    'fixtures/cosmosdb-entra-only azurerm_cosmosdb_account.na_table': OTHER_API,
    'fixtures/cosmosdb-entra-only azurerm_cosmosdb_account.unknown_capability': OTHER_API,
    'fixtures/cosmosdb-entra-only azurerm_cosmosdb_account.unknown_kind': OTHER_API,
    'fixtures/cosmosdb-private-endpoint azurerm_cosmosdb_account.pass_lower_case': ANY_CASE,
    'fixtures/mysql-audit-connections azurerm_mysql_flexible_server.pass_lower_case': ANY_CASE,
    'fixtures/mysql-audit-connections azurerm_mysql_flexible_server.pass_v2':
      'the catalogue forgets CONNECTION_V2, which logs connections too',
    'fixtures/mysql-min-tls azurerm_mysql_flexible_server.pass_lower_case': ANY_CASE,
    'fixtures/sql-server-customer-managed-key azurerm_mssql_server.pass_hsm':
      'the catalogue forgets that the key may be in a managed HSM, which is a key of your own all the same',
    'fixtures/sql-server-no-open-firewall azurerm_mssql_firewall_rule.fail_nearly_any':
      'the catalogue looks for two addresses; what is left out here no client has',
  },
  notIn5: {
    'azurerm_mssql_server_transparent_data_encryption managed_hsm_key_id':
      'counts in 4.x; in 5.x key_vault_key_id takes the id of a key in a managed HSM',
  },
  replacedCompanions: {
    'azurerm_mysql_flexible_server_configuration name': IN_PARAMETER,
    'azurerm_postgresql_configuration name': RETIRED,
    'azurerm_postgresql_configuration value': RETIRED,
    'azurerm_postgresql_flexible_server_configuration name': IN_PARAMETER,
  },
  shared: {
    'checkov ckv2_azure_5': 'the rule wants administrators and recipients of its own',
    'trivy azu-0026': EVERY_DATABASE,
    'trivy azure-database-secure-tls-policy': EVERY_DATABASE,
    'azure-policy 1b8ca024-1d5c-4dec-8995-b1a932b41780': PUBLIC_ACCESS,
    'defender 22e93e92-4a31-b4cd-d640-3ef908430aa6': PUBLIC_ACCESS,
    'azure-policy 5e1de0e3-42cb-4ebc-a86d-61d0c619ca48':
      'the catalogue has it under 5.2.5; it asks for what a control beyond the benchmark does',
    'prowler postgresql_flexible_server_log_connections_on': FLEXIBLE_AND_SINGLE,
    'prowler postgresql_flexible_server_log_disconnections_on': FLEXIBLE_AND_SINGLE,
    'trivy azu-0019': FLEXIBLE_AND_SINGLE,
    'trivy azure-database-postgres-configuration-log-connections': FLEXIBLE_AND_SINGLE,
    'trivy azu-0022': PUBLIC_SERVERS,
    'trivy azure-database-no-public-access': PUBLIC_SERVERS,
    'trivy azu-0020': EVERY_DATABASE,
    'trivy azure-database-enable-ssl-enforcement': EVERY_DATABASE,
  },
  left: {
    'fixtures-unknown-version/cosmosdb-entra-only azurerm_cosmosdb_account.fail_absent':
      'what the attribute is called depends on the release',
    'fixtures/cosmosdb-chosen-networks azurerm_cosmosdb_account.fail_beside_unknown':
      'an address that is not known can be neither kept nor thrown out',
    'fixtures/cosmosdb-chosen-networks azurerm_cosmosdb_account.fail_unknown_addresses':
      'were the variable empty, the filter would close the account to everybody',
    'fixtures/cosmosdb-private-endpoint azurerm_cosmosdb_account.fail_other_service':
      'the owner of an endpoint that leads to a service the account does not have must say what it is for',
    'fixtures/cosmosdb-private-endpoint azurerm_cosmosdb_account.fail_unknown_': API_DECIDES,
    'fixtures/postgresql-no-azure-services azurerm_postgresql_flexible_server_firewall_rule.fail_': WHO_CONNECTS,
    'fixtures/postgresql-single-infrastructure-encryption azurerm_postgresql_server.fail_': RETIRED,
    'fixtures/postgresql-single-log-connections azurerm_postgresql_server.fail_': RETIRED,
    'fixtures/postgresql-single-log-disconnections azurerm_postgresql_server.fail_': RETIRED,
    'fixtures/postgresql-single-geo-redundant-backup azurerm_postgresql_server.fail_': RETIRED,
    'fixtures/postgresql-single-min-tls azurerm_postgresql_server.fail_': RETIRED,
    'fixtures/postgresql-single-no-public-network azurerm_postgresql_server.fail_': RETIRED,
    'fixtures/postgresql-single-secure-transport azurerm_postgresql_server.fail_': RETIRED,
    'fixtures/postgresql-single-threat-detection azurerm_postgresql_server.fail_': RETIRED,
    'fixtures/cosmosdb-customer-managed-key azurerm_cosmosdb_account.fail_': OWN_KEY,
    'fixtures-5/cosmosdb-customer-managed-key azurerm_cosmosdb_account.fail_': OWN_KEY,
    'fixtures/mysql-geo-redundant-backup azurerm_mysql_flexible_server.fail_one_key': ONE_KEY,
    'fixtures/postgresql-geo-redundant-backup azurerm_postgresql_flexible_server.fail_one_key': ONE_KEY,
    'fixtures/sql-database-zone-redundant azurerm_mssql_database.fail_hyperscale': REFUSED_SIZE,
    'fixtures/sql-database-zone-redundant azurerm_mssql_database.fail_standard_size': REFUSED_SIZE,
    'fixtures/sql-server-auditing/collected-elsewhere azurerm_mssql_server.fail_collected_elsewhere':
      'whether the log is collected decides what has to be added',
    'fixtures/sql-server-auditing/some azurerm_mssql_server.fail_each':
      'the instances differ in what has to be added beside them',
    'fixtures/sql-server-customer-managed-key azurerm_mssql_server.fail_':
      'a key needs an identity, a role and purge protection: advice',
    'fixtures/sql-server-no-open-firewall azurerm_mssql_firewall_rule.fail_': WHO_CONNECTS,
    'fixtures/sql-server-no-open-firewall/each azurerm_mssql_firewall_rule.fail_': WHO_CONNECTS,
  },
  unanswered: ['fixtures/cosmosdb-chosen-networks', 'fixtures/sql-server-auditing', 'fixtures/sql-scans-to-somebody'],
  coded: {
    'cosmosdb-customer-managed-key': {
      type: 'azurerm_cosmosdb_account',
      yes: [
        { key_vault_key_id: 'https://kv-data.vault.azure.net/keys/cosmos' },
        { key_vault_key_id: new Reference('azurerm_key_vault_key.main', ['versionless_id']) },
        { managed_hsm_key_id: 'https://hsm-data.managedhsm.azure.net/keys/cosmos', key_vault_key_id: UNKNOWN },
      ],
      no: [{}, { key_vault_key_id: '' }, { key_vault_key_id: null, managed_hsm_key_id: null }],
      unknown: [{ key_vault_key_id: UNKNOWN }, { managed_hsm_key_id: UNKNOWN }],
    },
  },
  notControls: {
    'kics 56dad03e-e94f-4dd6-93a4-c253a03ff7a0':
      'what to write into tags is a convention of each organisation, and no tag makes an account safer.',
  },
  bad: {
    value: ['off', ''],
    'postgresql-log-retention value': ['3', '1', '', 'a week'],
    'mysql-min-tls value': ['TLSv1.1', 'TLSv1.1,TLSv1.2', ''],
    'mysql-audit-connections value': ['DDL', ''],
    start_ip_address: ['0.0.0.0', '0.0.0.1', ''],
    end_ip_address: ['255.255.255.255', ''],
    'cosmosdb-private-endpoint private_service_connection.subresource_names': [[], ['blob']],
  },
  answers: {
    sqlScanRecipients: ['dba@example.com'],
    sqlAlertRecipients: ['dba@example.com', 'security@example.com'],
    cosmosClientAddresses: ['203.0.113.0/24', '198.51.100.7'],
    sqlAdministratorName: 'sql-administrators',
    sqlAdministratorObjectId: '22222222-2222-2222-2222-222222222222',
  },
};
