import type { Review } from './review';

const NO_ATTRIBUTE = 'azurerm 3.x has no attribute for it';
const SKU = 'the default of 3.x is Basic';

/** What fixtures get in azurerm 3.x that they do not get in 4.x. */
export const inThree: Review = {
  differences: {
    'fixtures-3/public-ip-sku azurerm_public_ip.fail_absent': 'the catalogue is written for azurerm 4.x',
    'fixtures-3/storage-no-cross-tenant-replication azurerm_storage_account.fail_absent':
      'the catalogue is written for azurerm 4.x',
  },
  left: {
    'fixtures-3/firewall-policy-log4shell azurerm_web_application_firewall_policy.fail_disabled':
      'an id has to leave a list of ids: told',
    'fixtures-3/key-vault-logging azurerm_key_vault.fail_switched_off':
      'beside a log block that is switched off one more would be a guess: told',
    'fixtures-3/network-interface-no-forwarding ': 'a firewall or router needs it: advice',
    'fixtures-3/postgresql-no-public-network azurerm_postgresql_flexible_server.fail_absent':
      'the attribute came with 3.105, and not every release that the code admits has it',
    'fixtures-3/public-ip-sku ': 'the owner chooses: advice',
    'fixtures-3/virtual-machine-automatic-updates ': 'it can only be chosen at creation: advice',
  },
  inThree: {
    'fixtures/event-hub-min-tls azurerm_eventhub_namespace.pass_absent: fail': 'azurerm 3.x has no default for it',
    'fixtures/service-bus-min-tls azurerm_servicebus_namespace.pass_absent: fail': 'azurerm 3.x has no default for it',
    'fixtures/cosmosdb-chosen-networks azurerm_cosmosdb_account.fail_beside_unknown: unknown':
      'the list is one text in 3.x: with an unknown part all of it is unknown',
    'fixtures/cosmosdb-chosen-networks azurerm_cosmosdb_account.pass_public_ip: unknown':
      'the list is one text in 3.x: with an unknown part all of it is unknown',
    'fixtures/load-balancer-sku azurerm_lb.pass_absent: fail': SKU,
    'fixtures/mysql-no-public-network azurerm_mysql_flexible_server.fail_absent after the fix: na': NO_ATTRIBUTE,
    'fixtures/mysql-no-public-network azurerm_mysql_flexible_server.fail_absent: na': NO_ATTRIBUTE,
    'fixtures/mysql-no-public-network azurerm_mysql_flexible_server.fail_enabled after the fix: fail': NO_ATTRIBUTE,
    'fixtures/postgresql-no-public-network azurerm_postgresql_flexible_server.fail_absent after the fix: fail':
      'the attribute came with 3.105, and not every release that the code admits has it',
    'fixtures/public-ip-sku azurerm_public_ip.pass_absent: fail': SKU,
    'fixtures/storage-no-cross-tenant-replication azurerm_storage_account.pass_absent: fail':
      'the default of 3.x is true',
  },
};
