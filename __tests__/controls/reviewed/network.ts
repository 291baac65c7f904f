import { Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const IN_A_LIST = 'the rule is an element of a list, from which nothing can be removed';

const UNKNOWN = new Unknown('the test');
const open = {
  access: 'Allow',
  direction: 'Inbound',
  protocol: 'Tcp',
  source_address_prefix: '*',
  destination_address_prefix: '*',
  destination_port_range: '443',
};
const outbound = { ...open, direction: 'Outbound' };
const RULE = 'azurerm_network_security_rule';

export const network: Review = {
  notControls: {
    'kics c6c7b33d-d7f6-4ab8-8c82-ca0431ecdb7e':
      'a database is for the machines of its network: which private range is too wide is for its owner to say',
    'kics e9dee01f-2505-4df2-b9bf-7804d1fd9082':
      'a rule that names a few public addresses is what the fix of an open one writes: whose they are, code does not say',
  },
  shared: {
    'azure-policy 22730e10-96f6-4aac-ad84-9383d35b5917': 'one policy for all management ports: RDP and SSH',
    'defender bc303248-3d14-44c2-96a0-55f5c326b5fe': 'one assessment for all management ports: RDP and SSH',
  },
  left: {
    'fixtures/network-no-public-http azurerm_network_security_group.fail_dynamic': 'an expression makes the rules',
    'fixtures/network-no-public-rdp azurerm_network_security_group.fail_dynamic': 'an expression makes the rules',
    'fixtures/network-no-public-rdp/attribute azurerm_network_security_group.fail_attribute': IN_A_LIST,
    'fixtures/network-no-public-rdp/beside-unknown azurerm_network_security_group.fail_beside_unknown':
      'a network that is not known can be neither kept nor thrown out',
    'fixtures/network-no-public-ssh azurerm_network_security_group.fail_dynamic': 'an expression makes the rules',
    'fixtures/network-no-public-ssh/attribute azurerm_network_security_group.fail_attribute': IN_A_LIST,
    'fixtures/network-no-public-udp azurerm_network_security_group.fail_dynamic': 'an expression makes the rules',
    'fixtures/network-no-public-inbound azurerm_network_security_group.fail_unknown_port':
      'whether administrators or clients use the port cannot be told',
    'fixtures/network-no-public-outbound ': 'what the machines call has to be known first: advice',
  },
  coded: {
    'network-no-public-inbound': {
      type: RULE,
      yes: [
        { ...open, direction: 'Outbound' },
        { ...open, access: 'Deny' },
        { ...open, access: 'Deny', source_address_prefix: UNKNOWN },
        { ...open, source_address_prefix: '203.0.113.0/24' },
        { ...open, source_address_prefix: null, source_address_prefixes: ['10.0.0.0/8'] },
      ],
      no: [
        open,
        { ...open, protocol: UNKNOWN },
        { ...open, protocol: 'Icmp', destination_port_range: UNKNOWN },
        { ...open, source_address_prefix: '0.0.0.0/0' },
        { ...open, source_address_prefix: null, source_address_prefixes: ['10.0.0.0/8', 'Internet'] },
      ],
      unknown: [
        { ...open, access: UNKNOWN },
        { ...open, direction: UNKNOWN },
        { ...open, source_address_prefix: UNKNOWN },
        { ...open, source_address_prefix: new Reference('azurerm_subnet.main', ['address_prefixes', 0]) },
      ],
    },
    'network-no-public-sensitive-ports': {
      type: RULE,
      yes: [
        open,
        { ...open, destination_port_range: '1432' },
        { ...open, destination_port_range: '1435-1520' },
        { ...open, destination_port_range: '1433', protocol: 'Icmp' },
        { ...open, destination_port_range: '1433', source_address_prefix: '10.0.0.0/8' },
      ],
      no: [
        { ...open, destination_port_range: '1433' },
        { ...open, destination_port_range: '53', protocol: 'Udp' },
        { ...open, destination_port_range: '*', protocol: '*' },
        { ...open, destination_port_range: '6000-6379' },
        { ...open, destination_port_range: null, destination_port_ranges: ['443', '27017'] },
      ],
      unknown: [
        { ...open, destination_port_range: UNKNOWN },
        { ...open, destination_port_range: '1433', protocol: UNKNOWN },
        { ...open, destination_port_range: '1433', source_address_prefix: UNKNOWN },
      ],
    },
    'network-no-public-outbound': {
      type: RULE,
      yes: [
        open,
        { ...outbound, destination_address_prefix: 'Storage' },
        { ...outbound, access: 'Deny' },
        { ...outbound, destination_address_prefix: null, destination_address_prefixes: ['10.0.0.0/8'] },
      ],
      no: [
        outbound,
        { ...outbound, source_address_prefix: '10.0.0.4' },
        { ...outbound, destination_address_prefix: 'Internet', protocol: 'Udp' },
        { ...outbound, destination_address_prefix: null, destination_address_prefixes: ['Storage', '0.0.0.0/0'] },
      ],
      unknown: [
        { ...outbound, access: UNKNOWN },
        { ...outbound, direction: UNKNOWN },
        { ...outbound, destination_address_prefix: UNKNOWN },
      ],
    },
  },
  // Several management networks, one client network: one value is written differently from a list.
  answers: {
    managementNetworks: ['203.0.113.0/24', '198.51.100.0/24'],
    clientNetworks: ['203.0.113.0/24'],
    dnsServers: ['10.0.0.4', '10.0.0.5'],
    ddosProtectionPlanId:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/ddosProtectionPlans/ddos-main',
  },
  unanswered: ['fixtures/network-no-public-rdp'],
};
