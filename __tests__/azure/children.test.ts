// What is read is what controls ask for.

import { withBeside } from '../../controls/control';
import { controls } from '../../controls/index';
import apiVersions from '../../remediations/azure/api-versions.json';
import { apiVersion, spelled } from '../../remediations/azure/arm-types';
import {
  childrenOf,
  MYSQL_PARAMETERS,
  POSTGRESQL_PARAMETERS,
  parentTypes,
  subscriptionLists,
  tenantObjects,
} from '../../remediations/azure/children';

const companionsOf = (type: string) =>
  controls.flatMap((control) =>
    withBeside(control.companions)
      .filter(({ resource }) => resource === type)
      .map((companion) => ({ control, companion })),
  );

/** Where Azure keeps the types that diagnostic settings are asked of. */
const ARM: Readonly<Record<string, string>> = {
  azurerm_application_gateway: 'Microsoft.Network/applicationGateways',
  azurerm_bastion_host: 'Microsoft.Network/bastionHosts',
  azurerm_cosmosdb_account: 'Microsoft.DocumentDB/databaseAccounts',
  azurerm_iothub: 'Microsoft.Devices/IotHubs',
  azurerm_key_vault: 'Microsoft.KeyVault/vaults',
  azurerm_linux_function_app: 'Microsoft.Web/sites',
  azurerm_linux_web_app: 'Microsoft.Web/sites',
  azurerm_mssql_server: 'Microsoft.Sql/servers',
  azurerm_mssql_database: 'Microsoft.Sql/servers/databases',
  azurerm_mysql_flexible_server: 'Microsoft.DBforMySQL/flexibleServers',
  azurerm_network_security_group: 'Microsoft.Network/networkSecurityGroups',
  azurerm_postgresql_flexible_server: 'Microsoft.DBforPostgreSQL/flexibleServers',
  azurerm_public_ip: 'Microsoft.Network/publicIPAddresses',
  azurerm_redis_cache: 'Microsoft.Cache/redis',
  azurerm_storage_account: 'Microsoft.Storage/storageAccounts',
  azurerm_virtual_network_gateway: 'Microsoft.Network/virtualNetworkGateways',
  azurerm_windows_function_app: 'Microsoft.Web/sites',
  azurerm_windows_web_app: 'Microsoft.Web/sites',
};
const below = (type: string) => childrenOf({ id: '/x', name: 'x', type });

test('diagnostic settings are read wherever a control wants logs of', () => {
  const places = companionsOf('azurerm_monitor_diagnostic_setting').flatMap(({ control, companion: { suffix = '' } }) =>
    control.resources.map((type) => [type, suffix] as const),
  );
  expect(places.length).toBeGreaterThan(15);
  const settings = 'providers/Microsoft.Insights/diagnosticSettings';
  for (const [type, suffix] of places) {
    expect([type, ARM[type]]).not.toEqual([type, undefined]);
    const service = suffix.split('/').at(-2);
    const read = [
      ...below(ARM[type]).map(({ path }) => `/${path}`),
      // Below a child that is read itself.
      ...(service ? below(`${ARM[type]}/${service}`).map(({ path }) => `${suffix}/${path}`) : []),
    ];
    expect([type, ...read]).toContain(`${suffix}/${settings}`);
  }
});

test.each([
  ['azurerm_postgresql_flexible_server_configuration', POSTGRESQL_PARAMETERS],
  ['azurerm_mysql_flexible_server_configuration', MYSQL_PARAMETERS],
])('the parameters of %s that controls ask for, and no others, are kept', (type, kept) => {
  const asked = companionsOf(type).map(({ companion }) => (companion.where as { readonly name?: string }).name);
  expect(new Set(asked)).toEqual(kept);
});

test('each type has an API version, and a spelling of its own', () => {
  const children = [
    ...parentTypes.flatMap((type) => childrenOf({ id: '/x', name: 'x', type })),
    ...subscriptionLists,
    ...tenantObjects,
  ];
  expect(children.length).toBeGreaterThan(50);
  for (const { type } of children) {
    expect([type, apiVersion(type)]).toEqual([type, expect.stringMatching(/^\d{4}-\d\d-\d\d(-preview)?$/)]);
    expect(spelled(type.toLowerCase()).toLowerCase()).toBe(type.toLowerCase());
  }
  for (const type of parentTypes) expect([type, apiVersion(type)]).not.toEqual([type, undefined]);
  for (const type of Object.keys(apiVersions)) expect(spelled(type.toUpperCase())).toBe(type);
});

test('what a kind does not have is not asked for', () => {
  const ofKind = (kind: string) =>
    childrenOf({ id: '/x', name: 'x', type: 'Microsoft.Storage/storageAccounts', kind }).map(
      ({ path }) => path.split('/')[0],
    );
  expect(ofKind('FileStorage')).toEqual(['fileServices']);
  expect(ofKind('BlockBlobStorage')).toEqual(['blobServices']);
  expect(ofKind('StorageV2')).toEqual(['blobServices', 'fileServices', 'queueServices', 'tableServices']);
  const paths = childrenOf({ id: '/x', name: 'x', type: 'Microsoft.Web/sites', kind: 'functionapp,linux' }).map(
    ({ path }) => path,
  );
  expect(paths).toContain('config/web');
  expect(paths).not.toContain('config/logs');
  expect(childrenOf({ id: '/x/databases/master', name: 'master', type: 'Microsoft.Sql/servers/databases' })).toEqual(
    [],
  );
});
