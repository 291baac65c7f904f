import { Reference, type Resource, Unknown, type Value } from '../../../controls/value';
import type { Review } from './review';

const BY_ITSELF = 'Azure makes a Network Watcher in every region by itself: code without one tells nothing';
const OWNER_CHOOSES = 'an SKU is a price, and most changes of it need more than a change of the code: advice';

const watcher = (name: string, location: Value): Resource => ({
  address: `azurerm_network_watcher.${name}`,
  type: 'azurerm_network_watcher',
  attributes: { location },
});
const UNKNOWN = new Unknown('the test');
const PAID = { sku: { tier: 'WAF_v2' } };
const at = (...locations: Value[]) => locations.map((location) => ({ location }));

export const networkWatcher: Review = {
  differences: {
    'fixtures/network-watcher-region/none azurerm_virtual_network.unknown_none': BY_ITSELF,
    'fixtures-5/public-ip-sku azurerm_public_ip.pass_v2': 'the catalogue is written for azurerm 4.x',
    'fixtures/sql-database-sku azurerm_mssql_database.pass_absent': 'not set is not Basic',
  },
  left: {
    'fixtures/network-watcher-region': 'Azure may have made one: its owner imports it or adds one',
    'fixtures/network-interface-no-public-ip ': 'another way in and out has to be there first: advice',
    'fixtures/network-interface-no-forwarding ': 'a firewall or router needs it: advice',
    'fixtures/subnet-security-group ': 'only its owner knows what traffic a subnet has: advice',
    'fixtures/application-gateway-firewall azurerm_application_gateway.fail_none':
      'the rules and the mode of a firewall are for the owner to choose',
    'fixtures/public-ip-sku ': OWNER_CHOOSES,
    'fixtures-5/public-ip-sku ': OWNER_CHOOSES,
    'fixtures/load-balancer-sku ': OWNER_CHOOSES,
    'fixtures/redis-cache-sku ': OWNER_CHOOSES,
    'fixtures/sql-database-sku ': OWNER_CHOOSES,
    'fixtures/vpn-gateway-sku ': OWNER_CHOOSES,
  },
  bad: {
    'subnet-security-group name': ['GatewaySubnet'],
    'vpn-gateway-sku sku': ['Basic', 'basic'],
    'sql-database-sku sku_name': ['Basic', 'basic'],
  },
  coded: {
    'network-interface-no-public-ip': {
      type: 'azurerm_network_interface',
      yes: [
        { ip_configuration: [{ name: 'first', subnet_id: UNKNOWN }] },
        { ip_configuration: [{ name: 'first' }, { name: 'second', public_ip_address_id: null }] },
      ],
      no: [
        { ip_configuration: [{ public_ip_address_id: new Reference('azurerm_public_ip.main', ['id']) }] },
        { ip_configuration: { public_ip_address_id: '/subscriptions/0/pip' } },
        { ip_configuration: [{ public_ip_address_id: UNKNOWN }, { public_ip_address_id: '/subscriptions/0/pip' }] },
      ],
      unknown: [
        { ip_configuration: [{ public_ip_address_id: UNKNOWN }] },
        { ip_configuration: [{ name: 'first' }, UNKNOWN] },
        { ip_configuration: UNKNOWN },
      ],
    },
    'application-gateway-firewall': {
      type: 'azurerm_application_gateway',
      yes: [
        { ...PAID, waf_configuration: { enabled: true } },
        { ...PAID, firewall_policy_id: '/subscriptions/0/policy' },
        {
          sku: { tier: 'WAF' },
          firewall_policy_id: new Reference('azurerm_web_application_firewall_policy.main', ['id']),
        },
        { ...PAID, firewall_policy_id: '/subscriptions/0/policy', waf_configuration: { enabled: false } },
        { ...PAID, firewall_policy_id: UNKNOWN, waf_configuration: { enabled: true } },
      ],
      no: [
        PAID,
        { ...PAID, firewall_policy_id: null },
        { ...PAID, waf_configuration: { enabled: false } },
        { ...PAID, waf_configuration: {} },
      ],
      unknown: [
        { ...PAID, firewall_policy_id: UNKNOWN },
        { ...PAID, waf_configuration: { enabled: UNKNOWN } },
        { sku: { tier: UNKNOWN } },
      ],
    },
    'network-watcher-region': {
      type: 'azurerm_virtual_network',
      yes: at('westeurope', 'WestEurope', 'West Europe', new Reference('azurerm_resource_group.main', ['location'])),
      no: [],
      unknown: at('northeurope', UNKNOWN),
      around: [
        watcher('west', 'West Europe'),
        watcher('group', new Reference('azurerm_resource_group.main', ['location'])),
      ],
    },
    'network-watcher-region elsewhere': {
      type: 'azurerm_virtual_network',
      yes: at('northeurope'),
      no: at('westeurope', 'northeurope2', 'north'),
      unknown: at(UNKNOWN, new Reference('azurerm_resource_group.main', ['location'])),
      around: [watcher('north', 'northeurope')],
    },
    'network-watcher-region none': {
      type: 'azurerm_virtual_network',
      yes: [],
      no: [],
      unknown: at('northeurope', UNKNOWN),
    },
  },
};
