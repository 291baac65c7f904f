import type { IotSecuritySolutionConfig } from '@cdktf/provider-azurerm/lib/iot-security-solution';
import type { IothubConfig } from '@cdktf/provider-azurerm/lib/iothub';
import { companion, controlsFor, self } from './control';

const control = controlsFor<IothubConfig>('azurerm_iothub');

/** CIS 3.2.1. */
export const iot = [
  control({
    id: 'iot-hub-defender',
    title: 'Defender for IoT watches the hubs',
    why: 'Devices stand where anybody can take them apart; what a stolen one sends has to be noticed.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '3.2.1' },
    companions: [
      companion<IotSecuritySolutionConfig>('azurerm_iot_security_solution', {
        refersBy: 'iothub_ids',
        want: { enabled: true },
        add: {
          label: 'security',
          attributes: {
            name: self('name', '-security'),
            resource_group_name: self('resource_group_name'),
            location: self('location'),
            display_name: self('name', '-security'),
            iothub_ids: [self('id')],
          },
        },
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: ['Defender reads the configuration of the hub and what its devices report.'],
      cost: 'Defender for IoT is billed by device and by message.',
      restores: 'yes',
    },
    aliases: { prowler: ['defender_ensure_iot_hub_defender_is_on'], powerpipe: ['cis_v300_3_2_1'] },
  }),
];
