import { CLIENT_NETWORKS, MANAGEMENT_NETWORKS } from './asks';
import { administrators, clients, MANAGEMENT_PROTOCOLS, openTo, ruleControl, whoeverItServes } from './network-rules';
import type { Attributes } from './value';

const management = { direction: 'Inbound', protocols: MANAGEMENT_PROTOCOLS, owner: administrators } as const;

/** A rule that admits administrators too is narrowed for them: both controls pass, and want the same. */
function webClients(rule: Attributes) {
  const owner = whoeverItServes(rule);
  return owner.ask ? owner : clients();
}

export const networkSecurityGroup = [
  ruleControl({
    id: 'network-no-public-rdp',
    title: 'No network security group admits RDP from the whole internet',
    why: 'Open remote desktops are found within minutes and are the usual way in for ransomware.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.1' },
    asks: [MANAGEMENT_NETWORKS],
    inspect: openTo({ ...management, ports: [3389] }),
    fix: {
      impact: 'disruptive',
      consequences: [
        'Whoever connects from the public internet is cut off; use Azure Bastion, a VPN or named networks (managementNetworks).',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_9'],
      trivy: ['AZU-0048', 'azure-network-disable-rdp-from-internet'],
      kics: ['efbf6449-5ec5-4cfe-8f15-acc51e0d787c'],
      prowler: ['network_rdp_internet_access_restricted'],
      'azure-policy': ['22730e10-96f6-4aac-ad84-9383d35b5917'],
      defender: ['bc303248-3d14-44c2-96a0-55f5c326b5fe'],
      powerpipe: ['cis_v300_7_1', 'network_security_group_rdp_access_restricted'],
    },
  }),
  ruleControl({
    id: 'network-no-public-ssh',
    title: 'No network security group admits SSH from the whole internet',
    why: 'Every public SSH port is guessed at without pause; one weak or leaked credential is enough.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.2' },
    asks: [MANAGEMENT_NETWORKS],
    inspect: openTo({ ...management, ports: [22] }),
    fix: {
      impact: 'disruptive',
      consequences: [
        'Whoever connects from the public internet is cut off; use Azure Bastion, a VPN or named networks (managementNetworks).',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_10'],
      trivy: ['AZU-0050', 'azure-network-ssh-blocked-from-internet'],
      kics: ['3e3c175e-aadf-4e2b-a464-3fdac5748d24'],
      prowler: ['network_ssh_internet_access_restricted'],
      'azure-policy': ['22730e10-96f6-4aac-ad84-9383d35b5917'],
      defender: ['bc303248-3d14-44c2-96a0-55f5c326b5fe'],
      powerpipe: ['cis_v300_7_2', 'network_security_group_ssh_access_restricted'],
    },
  }),
  ruleControl({
    id: 'network-no-public-udp',
    title: 'No network security group admits UDP from the whole internet',
    why: 'UDP services answer forged senders and are used to amplify attacks on others.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.3' },
    asks: [CLIENT_NETWORKS],
    inspect: openTo({ direction: 'Inbound', protocols: ['Udp'], owner: clients }),
    fix: {
      impact: 'disruptive',
      consequences: ['Clients outside the named networks can no longer reach the UDP service.'],
      restores: 'yes',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_77', differs: 'Looks at the first security_rule only, and not at source_address_prefixes.' },
      ],
      prowler: ['network_udp_internet_access_restricted'],
      powerpipe: ['cis_v300_7_3', 'network_security_group_udp_service_restricted'],
    },
  }),
  ruleControl({
    id: 'network-no-public-http',
    title: 'No network security group admits HTTP or HTTPS from the whole internet unless that is its purpose',
    why: 'What need not face the internet should not: publish through a gateway or a front door with a firewall.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.4' },
    asks: [CLIENT_NETWORKS, MANAGEMENT_NETWORKS],
    inspect: openTo({ direction: 'Inbound', protocols: ['Tcp', '*'], ports: [80, 443], owner: webClients }),
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients outside the named networks can no longer reach the web service.',
        'A rule that admits SSH or RDP too is for administrators alone (managementNetworks): give other clients a rule of their own.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_160', differs: 'Tests port 80 only.' }],
      prowler: [{ rule: 'network_http_internet_access_restricted', differs: 'Tests port 80 only.' }],
      powerpipe: ['cis_v300_7_4', 'network_security_group_https_port_80_443_access_restricted'],
    },
  }),
];
