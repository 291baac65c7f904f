import type { ManagedDiskConfig } from '@cdktf/provider-azurerm/lib/managed-disk';
import { DISK_ENCRYPTION_SET } from './asks';
import { patch, property } from './azapi';
import { absent, controlsFor, oneOf, present, such, verbatim } from './control';

const control = controlsFor<ManagedDiskConfig>('azurerm_managed_disk');

/** CIS 8.3 to 8.6. */
export const managedDisk = [
  control({
    id: 'managed-disk-key',
    title: 'Managed disks, attached or not, are encrypted with a key of your own',
    why: 'Who holds the key of a disk can end all reading of it, also of copies and of disks that nobody uses any more.',
    severity: 'medium',
    level: 2,
    // The benchmark counts disks that are attached and disks that are not apart; what it asks is the same.
    cis: { 'v3.0.0': ['8.3', '8.4'] },
    // The disk of a confidential machine has a set of another kind.
    when: { secureVmDiskEncryptionSetId: absent() },
    want: { diskEncryptionSetId: present(DISK_ENCRYPTION_SET) },
    fix: {
      impact: 'irreversible',
      consequences: [
        'Terraform stops the machine that the disk is attached to, changes the disk and starts the machine again.',
        'A disk never goes back to a key of Azure: if the key is lost or the set loses access to it, the data cannot be read.',
        'The set has to be in the region and the subscription of the disk, and may already use its key.',
      ],
      cost: 'Key operations are billed by Key Vault.',
      restores: 'no',
    },
    aliases: {
      checkov: [
        'CKV_AZURE_93',
        'CKV_AZURE_2',
        { rule: 'CKV2_AZURE_14', differs: 'Looks at disks that nothing in the code is attached to.' },
      ],
      trivy: [
        { rule: 'AZU-0038', differs: 'Reads encryption_settings.enabled, which azurerm 4.x does not have.' },
        {
          rule: 'azure-compute-enable-disk-encryption',
          differs: 'Reads encryption_settings.enabled, which azurerm 4.x does not have.',
        },
      ],
      kics: [
        '68403c84-8497-449b-9946-ae848765813f',
        {
          rule: 'a99130ab-4c0e-43aa-97f8-78d4fcb30024',
          differs: 'Reads encryption_settings.enabled, which azurerm 4.x does not have.',
        },
      ],
      prowler: ['vm_ensure_unattached_disks_encrypted_with_cmk'],
      'azure-policy': ['ca91455f-eace-4f96-be59-e6e2c35b4816'],
      powerpipe: ['cis_v300_8_4', 'compute_unattached_disk_encrypted_with_cmk'],
    },
  }),
  control({
    id: 'managed-disk-no-public-network',
    title: 'Nobody exports a managed disk over a public network',
    why: 'A link to a disk is a copy of the disk for whoever gets hold of it.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '8.5' },
    want: { networkAccessPolicy: oneOf('DenyAll', 'AllowPrivate'), publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Links to the disk stop working: backup, replication or migration that exports or uploads it over the network fails.',
        'The machine that the disk is attached to notices nothing.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_251', differs: 'Looks at public_network_access_enabled only.' }],
      'azure-policy': ['8405fdab-1faf-48aa-b702-999c9c172094'],
      powerpipe: ['cis_v300_8_5', 'compute_disk_public_access_disabled'],
    },
  }),
  control({
    id: 'managed-disk-export-authentication',
    title: 'Whoever exports a managed disk has to sign in',
    why: 'Without it the link alone is enough, and a link can be passed on.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '8.6' },
    companions: [
      patch('Microsoft.Compute/disks@2024-03-02', {
        label: 'data-access',
        want: {
          body: verbatim(
            such(
              'properties.dataAccessAuthMode of AzureActiveDirectory',
              (body) => property(body, 'properties', 'dataAccessAuthMode') === 'AzureActiveDirectory',
              { properties: { dataAccessAuthMode: 'AzureActiveDirectory' } },
            ),
          ),
        },
      }),
    ],
    fix: {
      impact: 'disruptive',
      consequences: [
        'Tools that export or upload the disk with a link alone fail: they need an identity with the role Data Operator for Managed Disks.',
        'The azapi provider writes the whole disk back; taking the resource away changes nothing in Azure.',
      ],
      restores: 'no',
    },
    aliases: {
      'azure-policy': ['c3921d55-b741-4d16-8d56-7f16e99e6892'],
      powerpipe: ['cis_v300_8_6', 'compute_disk_data_access_auth_mode_enabled'],
    },
  }),
];
