import type { Review } from './review';

const IN_A_LIST = 'the rule is an element of a list, from which nothing can be removed';

export const network: Review = {
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
  },
  // Several management networks, one client network: one value is written differently from a list.
  answers: { managementNetworks: ['203.0.113.0/24', '198.51.100.0/24'], clientNetworks: ['203.0.113.0/24'] },
  unanswered: ['fixtures/network-no-public-rdp'],
};
