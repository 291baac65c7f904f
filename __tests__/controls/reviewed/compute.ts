import { Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const UNKNOWN = new Unknown('the test');
const ELSEWHERE = 'azurerm does not know the setting, so what is not in the code may be in Azure all the same';
const OTHER_SET = 'the catalogue does not say that a confidential machine has a set of another kind';
const CREATED = 'it can only be chosen at creation, and Azure refuses the mode without it';

export const compute: Review = {
  differences: {
    'fixtures/bastion-host-exists azurerm_bastion_host.pass_developer':
      'the catalogue does not know the shared kind, which has no address of its own',
    'fixtures/bastion-host-exists azurerm_bastion_host.unknown_sku':
      'the catalogue does not know the shared kind, which has no address of its own',
    'fixtures/managed-disk-export-authentication azurerm_managed_disk.unknown_absent': ELSEWHERE,
    'fixtures/managed-disk-key azurerm_managed_disk.na_confidential': OTHER_SET,
    'fixtures/virtual-machine-os-disk-key azurerm_linux_virtual_machine.na_confidential': OTHER_SET,
  },
  manual: {
    '8.7': 'which extensions are approved is for people to say; the policy that admits no others stands above the code',
    '8.8': 'Defender installs its agent by itself and other vendors have their own: code tells neither',
  },
  left: {
    'fixtures/bastion-host-exists ': 'a subnet and an address have to be there first: advice',
    'fixtures/virtual-machine-managed-disks ': 'disks are converted in Azure: advice',
    'fixtures/virtual-machine-trusted-launch ': 'azurerm would replace the machine, Azure need not: advice',
    'fixtures/virtual-machine-platform-updates azurerm_linux_virtual_machine.fail_no_agent': CREATED,
    'fixtures/virtual-machine-platform-updates azurerm_windows_virtual_machine.fail_updates_off': CREATED,
    'fixtures/virtual-machine-platform-updates azurerm_linux_virtual_machine.fail_attached':
      'azurerm does not take the mode beside a disk that was there before',
  },
  bad: {
    storage_data_disk: [[{ name: 'data', vhd_uri: 'https://st.blob.core.windows.net/vhds/data.vhd' }]],
    'managed-disk-export-authentication body': [{}, { properties: { dataAccessAuthMode: 'None' } }],
    'managed-disk-export-authentication type': ['Microsoft.Compute/snapshots@2024-03-02'],
  },
  coded: {
    'bastion-host-exists': {
      type: 'azurerm_bastion_host',
      yes: [
        { ip_configuration: { name: 'public' } },
        { ip_configuration: { name: 'public' }, sku: UNKNOWN },
        { sku: 'Developer', virtual_network_id: new Reference('azurerm_virtual_network.main', ['id']) },
        { sku: 'Developer', virtual_network_id: '/subscriptions/0/vnet' },
      ],
      no: [
        {},
        { sku: 'Developer' },
        { sku: 'Basic', virtual_network_id: '/subscriptions/0/vnet' },
        { ip_configuration: null },
      ],
      unknown: [{ ip_configuration: UNKNOWN }, { sku: UNKNOWN }, { sku: 'Developer', virtual_network_id: UNKNOWN }],
    },
    'virtual-machine-platform-updates': {
      type: 'azurerm_windows_virtual_machine',
      yes: [{ patch_mode: 'AutomaticByPlatform', patch_assessment_mode: 'AutomaticByPlatform' }],
      no: [
        {},
        { patch_mode: 'AutomaticByPlatform' },
        { patch_assessment_mode: 'AutomaticByPlatform' },
        { patch_mode: 'AutomaticByOS', patch_assessment_mode: 'AutomaticByPlatform' },
        { patch_mode: 'AutomaticByPlatform', patch_assessment_mode: 'ImageDefault' },
        { patch_mode: 'Manual', patch_assessment_mode: UNKNOWN },
      ],
      unknown: [
        { patch_mode: UNKNOWN, patch_assessment_mode: 'AutomaticByPlatform' },
        { patch_mode: 'AutomaticByPlatform', patch_assessment_mode: UNKNOWN },
      ],
    },
  },
  answers: {
    diskEncryptionSetId:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/des-central',
  },
  unanswered: ['fixtures/virtual-machine-os-disk-key'],
};
