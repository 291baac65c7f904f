import { Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const UNKNOWN = new Unknown('the test');
const ELSEWHERE = 'azurerm does not know the setting, so what is not in the code may be in Azure all the same';
const OTHER_SET = 'the catalogue does not say that a confidential machine has a set of another kind';
const CREATED = 'it can only be chosen at creation, and Azure refuses the mode without it';

const encoded = (script: string) => Buffer.from(script).toString('base64');
const scripts = (...each: string[]) => each.map((custom_data) => ({ custom_data }));

export const compute: Review = {
  differences: {
    'fixtures/bastion-host-exists azurerm_bastion_host.pass_developer':
      'the catalogue does not know the shared kind, which has no address of its own',
    'fixtures/bastion-host-exists azurerm_bastion_host.unknown_sku':
      'the catalogue does not know the shared kind, which has no address of its own',
    'fixtures/managed-disk-export-authentication azurerm_managed_disk.unknown_absent': ELSEWHERE,
    'fixtures/managed-disk-key azurerm_managed_disk.na_confidential': OTHER_SET,
    'fixtures/virtual-machine-managed-disks azurerm_virtual_machine.fail_text':
      'the literal reading gives up on a text of which a part is not known',
    'fixtures/virtual-machine-os-disk-key azurerm_linux_virtual_machine.na_confidential': OTHER_SET,
  },
  manual: {
    '8.7': 'which extensions are approved is for people to say; the policy that admits no others stands above the code',
    '8.8': 'Defender installs its agent by itself and other vendors have their own: code tells neither',
  },
  left: {
    'fixtures/bastion-host-exists ': 'a subnet and an address have to be there first: advice',
    'fixtures/virtual-machine-managed-disks ': 'disks are converted in Azure: advice',
    'fixtures/virtual-machine-no-password ': 'it can only be chosen at creation: advice',
    'fixtures/virtual-machine-automatic-updates ': 'it can only be chosen at creation: advice',
    'fixtures/virtual-machine-agent ': 'it can only be chosen at creation: advice',
    'fixtures/virtual-machine-no-secrets-in-custom-data ': 'the secret has to be in a vault first: advice',
    'fixtures/virtual-machine-legacy-no-secrets-in-custom-data ': 'the secret has to be in a vault first: advice',
    'fixtures/scale-set-host-encryption/refused ': 'Azure refuses it beside what is there',
    'fixtures/virtual-machine-trusted-launch ': 'azurerm would replace the machine, Azure need not: advice',
    'fixtures/virtual-machine-platform-updates azurerm_linux_virtual_machine.fail_no_agent': CREATED,
    'fixtures/virtual-machine-platform-updates azurerm_windows_virtual_machine.fail_updates_off': CREATED,
    'fixtures/virtual-machine-platform-updates azurerm_linux_virtual_machine.fail_attached':
      'azurerm does not take the mode beside a disk that was there before',
  },
  bad: {
    'managed-disk-export-authentication body': [{}, { properties: { dataAccessAuthMode: 'None' } }],
    'managed-disk-export-authentication type': ['Microsoft.Compute/snapshots@2024-03-02'],
  },
  coded: {
    'virtual-machine-managed-disks': {
      type: 'azurerm_virtual_machine',
      yes: [
        {},
        { storage_os_disk: { managed_disk_type: 'Premium_LRS' } },
        { storage_os_disk: { name: UNKNOWN, vhd_uri: null }, storage_data_disk: [{ lun: 0 }, { lun: 1 }] },
      ],
      no: [
        { storage_os_disk: { vhd_uri: 'https://st.blob.core.windows.net/vhds/system.vhd' } },
        { storage_os_disk: {}, storage_data_disk: [{ lun: 0 }, { lun: 1, vhd_uri: 'data.vhd', name: UNKNOWN }] },
        { storage_os_disk: {}, storage_data_disk: [{ vhd_uri: new Reference('azurerm_storage_blob.main', ['url']) }] },
        { storage_os_disk: { vhd_uri: UNKNOWN }, storage_data_disk: [{ vhd_uri: 'data.vhd' }] },
      ],
      unknown: [
        { storage_os_disk: { vhd_uri: UNKNOWN } },
        { storage_os_disk: {}, storage_data_disk: [UNKNOWN] },
        { storage_os_disk: {}, storage_data_disk: UNKNOWN },
      ],
    },
    'virtual-machine-automatic-updates': {
      type: 'azurerm_windows_virtual_machine',
      yes: [{}, { automatic_updates_enabled: true }, { enable_automatic_updates: 'true' }],
      no: [
        { automatic_updates_enabled: false },
        { enable_automatic_updates: false },
        { enable_automatic_updates: 'no' },
      ],
      unknown: [{ automatic_updates_enabled: UNKNOWN }, { enable_automatic_updates: UNKNOWN }],
    },
    'virtual-machine-no-secrets-in-custom-data': {
      type: 'azurerm_linux_virtual_machine',
      yes: [
        {},
        ...scripts(
          '#!/bin/bash',
          'lock_passwd: true',
          'password: $6$rounds=4096$salt$hash',
          'export DB_PASSWORD=$(cat /run/secret)',
          'export DB_PASSWORD="$DB_PASSWORD"',
          'export DB_PASSWORD_FILE=/run/secrets/db',
          'cat /etc/passwd: root',
          'PasswordAuthentication no',
          'password: ""',
          'api-key: "{{ vault_key }}"',
          'token: short',
          '-----BEGIN PUBLIC KEY-----',
          'https://st.blob.core.windows.net/start.sh?sig=${SIGNATURE}',
        ),
        { user_data: encoded('systemctl start shop') },
      ],
      no: [
        ...scripts(
          'export DB_PASSWORD=example',
          'db_passwd: "example"',
          '"clientSecret": "example"',
          '--password=example',
          'Server=x;User ID=y;Pwd=example;',
          'DefaultEndpointsProtocol=https;AccountName=st;AccountKey=abcd1234==',
          'access_token = example',
          '-----BEGIN OPENSSH PRIVATE KEY-----',
          '-----BEGIN PRIVATE KEY-----',
          'https://st.blob.core.windows.net/start.sh?sv=2022-11-02&sig=abcdefghijklmnop1234%3D',
          'AKIAABCDEFGHIJKLMNOP',
        ),
        { custom_data: encoded('password=example') },
        { custom_data: UNKNOWN, user_data: encoded('password=example') },
        { custom_data: new Unknown('the test', 'export PASSWORD=') },
        { custom_data: new Unknown('the test', 'export PASSWORD=example\nexport HOST=') },
      ],
      unknown: [
        { custom_data: UNKNOWN },
        { custom_data: new Unknown('the test', 'export HOST=') },
        { custom_data: new Reference('terraform_data.script', ['output']) },
        { custom_data: encoded('\u0000\u0001\u0002packed') },
        { custom_data: encoded('#!/bin/bash'), user_data: UNKNOWN },
      ],
    },
    'virtual-machine-legacy-no-secrets-in-custom-data': {
      type: 'azurerm_virtual_machine',
      yes: [{}, { os_profile: {} }, { os_profile: { custom_data: '#!/bin/bash' } }],
      no: [
        { os_profile: { custom_data: 'password=example' } },
        { os_profile: [{ custom_data: encoded('password=example') }] },
      ],
      unknown: [{ os_profile: { custom_data: UNKNOWN } }, { os_profile: UNKNOWN }],
    },
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
  },
  answers: {
    diskEncryptionSetId:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/des-central',
  },
  unanswered: ['fixtures/virtual-machine-os-disk-key'],
};
