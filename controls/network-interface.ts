import type { NetworkInterfaceConfig } from '@cdktf/provider-azurerm/lib/network-interface';
import { controlsFor } from './control';
import { eachWithout } from './each-without';

const control = controlsFor<NetworkInterfaceConfig>('azurerm_network_interface');

/** What scanners ask of network interfaces beyond the benchmark. */
export const networkInterface = [
  control({
    id: 'network-interface-no-public-ip',
    title: 'No network interface has a public address of its own',
    why: 'Whatever listens on the machine is one wrong rule away from the whole internet.',
    severity: 'high',
    level: 2,
    cis: {},
    inspect: (resource) => eachWithout(resource, 'ip_configuration', 'public_ip_address_id'),
    fix: {
      impact: 'disruptive',
      consequences: ['Whoever connects by the public address is cut off, and connections to the outside can fail.'],
      advice:
        'Let administrators come through Azure Bastion or a VPN, publish services through a gateway, give the subnet a way out (a NAT gateway), and then take public_ip_address_id away.',
      restores: 'partly',
    },
    aliases: {
      checkov: [
        'CKV_AZURE_119',
        {
          rule: 'CKV2_AZURE_39',
          differs: 'Passes a public address where the machine has no boot diagnostics, and so no serial console.',
        },
      ],
      trivy: ['AZU-0076', 'azure-network-network-interface-public-ip'],
      kics: ['c1573577-e494-4417-8854-7e119368dc8b'],
    },
  }),
  control({
    id: 'network-interface-no-forwarding',
    title: 'No network interface forwards traffic that is not its own',
    why: 'A machine that forwards can carry others around the rules that hold them back.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { ipForwardingEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: ['A firewall or router that runs on the machine stops passing traffic on.'],
      advice: 'If the machine is no firewall and no router, and no route leads to it, take ip_forwarding_enabled away.',
      restores: 'yes',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_118', differs: 'Reads the azurerm 3.x name, so it passes on 4.x code whatever it says.' },
      ],
      trivy: ['AZU-0075', 'azure-network-network-ip-forwarding-enabled'],
      kics: [{ rule: '4216ebac-d74c-4423-b437-35025cb88af5', differs: 'Reads the azurerm 3.x name.' }],
    },
  }),
];
