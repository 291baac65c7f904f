import { Reference, type Resource, Unknown, type Value } from '../../../controls/value';
import type { Review } from './review';

const BY_ITSELF = 'Azure makes a Network Watcher in every region by itself: code without one tells nothing';
const OWNER_CHOOSES = 'an SKU is a price, and most changes of it need more than a change of the code: advice';

const watcher = (name: string, location: Value): Resource => ({
  address: `azurerm_network_watcher.${name}`,
  type: 'azurerm_network_watcher',
  attributes: { location },
});
const at = (...locations: Value[]) => locations.map((location) => ({ location }));

export const networkWatcher: Review = {
  differences: {
    'fixtures/network-watcher-region/none azurerm_virtual_network.unknown_none': BY_ITSELF,
    'fixtures-5/public-ip-sku azurerm_public_ip.pass_v2': 'the catalogue is written for azurerm 4.x',
    'fixtures/sql-database-sku azurerm_mssql_database.pass_absent': 'not set is not Basic',
  },
  left: {
    'fixtures/network-watcher-region': 'Azure may have made one: its owner imports it or adds one',
    'fixtures/public-ip-sku ': OWNER_CHOOSES,
    'fixtures-5/public-ip-sku ': OWNER_CHOOSES,
    'fixtures/load-balancer-sku ': OWNER_CHOOSES,
    'fixtures/redis-cache-sku ': OWNER_CHOOSES,
    'fixtures/sql-database-sku ': OWNER_CHOOSES,
    'fixtures/vpn-gateway-sku ': OWNER_CHOOSES,
  },
  bad: { 'vpn-gateway-sku sku': ['Basic', 'basic'], 'sql-database-sku sku_name': ['Basic', 'basic'] },
  coded: {
    'network-watcher-region': {
      type: 'azurerm_virtual_network',
      yes: at('westeurope', 'WestEurope', 'West Europe', new Reference('azurerm_resource_group.main', ['location'])),
      no: [],
      unknown: at('northeurope', new Unknown('the test')),
      around: [
        watcher('west', 'West Europe'),
        watcher('group', new Reference('azurerm_resource_group.main', ['location'])),
      ],
    },
    'network-watcher-region elsewhere': {
      type: 'azurerm_virtual_network',
      yes: at('northeurope'),
      no: at('westeurope', 'northeurope2', 'north'),
      unknown: at(new Unknown('the test'), new Reference('azurerm_resource_group.main', ['location'])),
      around: [watcher('north', 'northeurope')],
    },
    'network-watcher-region none': {
      type: 'azurerm_virtual_network',
      yes: [],
      no: [],
      unknown: at('northeurope', new Unknown('the test')),
    },
  },
};
