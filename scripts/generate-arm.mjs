// Writes controls/provider/arm.json: where Azure Resource Manager keeps what azurerm calls by another name, for the resource
// types that our controls judge.
// Reads arm-mapping.json, made from azurerm 4.55.0 and the type definitions of Azure/terraform-provider-azapi@c43c57b, MPL-2.0
// (folder as argument, PLUMBLINE_FACTS, or ../shared/azurerm), and `more` below, from the REST reference of Azure.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../controls/provider/arm.json');
const source = 'arm-mapping.json';

const same = (arm) => ({ arm, conv: 'id' });
const all = (places) => Object.entries(places).map(([path, arm]) => [path, same(arm)]);
const app = all({ service_plan_id: 'properties.serverFarmId' });
const siteMore = all({
  'site_config.always_on': 'properties.siteConfig.alwaysOn',
  'site_config.health_check_path': 'properties.siteConfig.healthCheckPath',
  'site_config.use_32_bit_worker': 'properties.siteConfig.use32BitWorkerProcess',
  'site_config.websockets_enabled': 'properties.siteConfig.webSocketsEnabled',
});
const dotnet = [
  'site_config.application_stack.dotnet_version',
  { arm: 'properties.siteConfig.linuxFxVersion', conv: 'fx' },
];
/** A slot is what its app is, one level below. */
const slots = {
  azurerm_linux_function_app_slot: 'azurerm_linux_function_app',
  azurerm_linux_web_app_slot: 'azurerm_linux_web_app',
  azurerm_windows_function_app_slot: 'azurerm_windows_function_app',
  azurerm_windows_web_app_slot: 'azurerm_windows_web_app',
};
const SITE = 'Microsoft.Web/sites';
const belowSlot = (place) => (place.at ? { ...place, at: place.at.replace(SITE, `${SITE}/slots`) } : place);

const machine = all({
  admin_username: 'properties.osProfile.adminUsername',
  'os_disk.caching': 'properties.storageProfile.osDisk.caching',
  source_image_id: 'properties.storageProfile.imageReference.id',
  'source_image_reference.offer': 'properties.storageProfile.imageReference.offer',
  'source_image_reference.publisher': 'properties.storageProfile.imageReference.publisher',
  'source_image_reference.sku': 'properties.storageProfile.imageReference.sku',
  'source_image_reference.version': 'properties.storageProfile.imageReference.version',
});

/** Attributes and types that the source leaves out: what azurerm requires, and what controls ask. */
const more = {
  azurerm_linux_web_app: { attributes: [...app, ...siteMore, dotnet] },
  azurerm_windows_web_app: { attributes: [...app, ...siteMore] },
  azurerm_linux_function_app: { attributes: app },
  azurerm_windows_function_app: { attributes: app },
  azurerm_linux_virtual_machine: { attributes: machine },
  azurerm_windows_virtual_machine: { attributes: machine },
  azurerm_key_vault: { attributes: all({ tenant_id: 'properties.tenantId' }) },
  azurerm_managed_disk: {
    attributes: all({ create_option: 'properties.creationData.createOption', storage_account_type: 'sku.name' }),
  },
  azurerm_redis_cache: {
    attributes: all({ capacity: 'properties.sku.capacity', family: 'properties.sku.family' }),
  },
  azurerm_bastion_host: {
    attributes: all({
      'ip_configuration.name': 'properties.ipConfigurations[].name',
      'ip_configuration.public_ip_address_id': 'properties.ipConfigurations[].properties.publicIPAddress.id',
      'ip_configuration.subnet_id': 'properties.ipConfigurations[].properties.subnet.id',
    }),
  },
  azurerm_cosmosdb_account: {
    attributes: all({
      'capabilities.name': 'properties.capabilities[].name',
      'consistency_policy.consistency_level': 'properties.consistencyPolicy.defaultConsistencyLevel',
      'geo_location.failover_priority': 'properties.locations[].failoverPriority',
      'geo_location.location': 'properties.locations[].locationName',
      kind: 'kind',
      offer_type: 'properties.databaseAccountOfferType',
    }),
  },
  azurerm_mssql_database: { attributes: all({ elastic_pool_id: 'properties.elasticPoolId', sku_name: 'sku.name' }) },
  azurerm_network_interface: {
    arm_type: 'Microsoft.Network/networkInterfaces',
    api_version: '2024-05-01',
    attributes: all({
      accelerated_networking_enabled: 'properties.enableAcceleratedNetworking',
      dns_servers: 'properties.dnsSettings.dnsServers',
      'ip_configuration.name': 'properties.ipConfigurations[].name',
      'ip_configuration.private_ip_address_allocation':
        'properties.ipConfigurations[].properties.privateIPAllocationMethod',
      'ip_configuration.public_ip_address_id': 'properties.ipConfigurations[].properties.publicIPAddress.id',
      'ip_configuration.subnet_id': 'properties.ipConfigurations[].properties.subnet.id',
      ip_forwarding_enabled: 'properties.enableIPForwarding',
    }),
  },
  azurerm_iot_security_solution: {
    arm_type: 'Microsoft.Security/iotSecuritySolutions',
    api_version: '2019-08-01',
    attributes: [
      ['enabled', { arm: 'properties.status', conv: 'onoff' }],
      ...all({ display_name: 'properties.displayName', iothub_ids: 'properties.iotHubs' }),
    ],
  },
  azurerm_iothub: {
    arm_type: 'Microsoft.Devices/IotHubs',
    api_version: '2023-06-30',
    attributes: all({ 'sku.capacity': 'sku.capacity', 'sku.name': 'sku.name' }),
  },
  azurerm_lb: {
    arm_type: 'Microsoft.Network/loadBalancers',
    api_version: '2024-05-01',
    attributes: all({ sku: 'sku.name' }),
  },
  azurerm_virtual_machine: {
    arm_type: 'Microsoft.Compute/virtualMachines',
    api_version: '2024-07-01',
    attributes: all({
      'storage_data_disk.vhd_uri': 'properties.storageProfile.dataDisks[].vhd.uri',
      'storage_os_disk.vhd_uri': 'properties.storageProfile.osDisk.vhd.uri',
      vm_size: 'properties.hardwareProfile.vmSize',
    }),
  },
  azurerm_virtual_network_gateway: {
    arm_type: 'Microsoft.Network/virtualNetworkGateways',
    api_version: '2024-05-01',
    attributes: all({ sku: 'properties.sku.name', type: 'properties.gatewayType', vpn_type: 'properties.vpnType' }),
  },
  azurerm_resource_group: { arm_type: 'Microsoft.Resources/resourceGroups', api_version: '2021-04-01', attributes: [] },
};

/** Types that controls only look at. */
const lookedAt = ['azurerm_network_watcher'];

/** A line for each attribute: its path in ARM; with how the value is converted; with the child that holds it. */
function entry({ arm, conv, at }) {
  if (conv === 'none' || arm === undefined || arm === null) return undefined;
  // Add-ons of clusters: services spell their keys in several ways.
  if ([arm].flat().some((path) => path.includes('*'))) return undefined;
  if (at) return [arm, conv, at];
  return conv === 'id' && typeof arm === 'string' ? arm : [arm, conv];
}

export function armText(folder, types) {
  const { resources } = JSON.parse(readFileSync(join(folder, source), 'utf8'));
  const made = {};
  for (const type of [...types].sort()) {
    const model = slots[type] ?? type;
    const known = resources[model];
    const added = more[model];
    const arm = type === model ? (known?.arm_type ?? added?.arm_type) : `${SITE}/slots`;
    if (!arm || !/^\w+\.\w+\//.test(arm)) continue; // not in the data plane
    const attributes = new Map([...Object.entries(known?.attributes ?? {}), ...(added?.attributes ?? [])]);
    if (attributes.has('identity.type') && !attributes.has('identity.identity_ids'))
      attributes.set('identity.identity_ids', { arm: 'identity.userAssignedIdentities', conv: 'map_keys' });
    made[type] = {
      arm,
      api: known?.api_version ?? added?.api_version,
      attributes: Object.fromEntries(
        [...attributes]
          .map(([path, each]) => [path, entry(type === model ? each : belowSlot(each))])
          .filter(([path]) => type === model || path !== 'service_plan_id')
          .filter(([, each]) => each !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    };
  }
  const lines = Object.entries(made).map(([type, { attributes, ...rest }]) => {
    const inside = Object.entries(attributes).map(
      ([path, each]) => `        ${JSON.stringify(path)}: ${JSON.stringify(each)}`,
    );
    const head = Object.entries(rest).map(([name, value]) => `      "${name}": ${JSON.stringify(value)}`);
    return `    "${type}": {\n${[...head, `      "attributes": {\n${inside.join(',\n')}\n      }`].join(',\n')}\n    }`;
  });
  return `{\n  "source": "azurerm 4.55.0; type definitions of Azure/terraform-provider-azapi@c43c57b; REST reference of Azure",\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Writes the file, or with `--check` compares it. Returns the exit code. */
export function generateArm({ controls }, args) {
  const given = args.find((each) => !each.startsWith('--')) ?? process.env.PLUMBLINE_FACTS;
  const folder = given ?? join(here, '../../shared/azurerm');
  if (!existsSync(join(folder, source))) {
    console.log('controls/provider/arm.json: skipped, its source is not here');
    return 0;
  }
  const judged = controls.filter(({ manual }) => !manual);
  const types = new Set([
    ...lookedAt,
    ...judged.flatMap(({ resources, companions = [] }) => [
      ...resources,
      ...companions.map(({ resource }) => resource),
    ]),
  ]);
  const text = armText(folder, types);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('controls/provider/arm.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}
