import type { Review } from './review';

const NO_ATTRIBUTE = 'azurerm 3.x has no attribute for it';
const SKU = 'the default of 3.x is Basic';

/** What fixtures get in azurerm 3.x that they do not get in 4.x. */
export const inThree: Review = {
  inThree: {
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
