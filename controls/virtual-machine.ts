import type { LinuxVirtualMachineConfig } from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import type { WindowsVirtualMachineConfig } from '@cdktf/provider-azurerm/lib/windows-virtual-machine';
import { DISK_ENCRYPTION_SET } from './asks';
import { absent, controlsFor, manual, present } from './control';

const control = controlsFor<LinuxVirtualMachineConfig | WindowsVirtualMachineConfig>(
  'azurerm_linux_virtual_machine',
  'azurerm_windows_virtual_machine',
);

/** CIS 3.1.10, 8.3, 8.7 to 8.9 and 8.11. */
export const virtualMachine = [
  control({
    id: 'virtual-machine-platform-updates',
    title: 'Azure looks for missing updates of a virtual machine every day and installs them',
    why: 'Most break-ins use a gap for which there has long been an update.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '3.1.10' },
    want: { patchMode: 'AutomaticByPlatform', patchAssessmentMode: 'AutomaticByPlatform' },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Azure chooses the hour outside business hours, installs critical and security updates, and restarts the machine if they need it.',
        'Updates that a tool of your own installs today come from Azure as well: take that tool away, or tell it.',
        'Azure refuses the mode for images that it does not patch, such as many of your own: look at its list first.',
      ],
      restores: 'yes',
    },
    aliases: {
      prowler: ['defender_ensure_system_updates_are_applied'],
      'azure-policy': [
        {
          rule: 'f85bf3e0-d513-442e-89c3-1784ad63382b',
          differs: 'Looks at the machine: are updates missing now, however they are installed.',
        },
        { rule: 'bd876905-5b84-4f73-ab2d-2e7a7c4568d9', differs: 'Looks for the daily assessment only.' },
      ],
      defender: [
        {
          rule: 'e1145ab1-eb4f-43d8-911b-36ddf771d13f',
          differs: 'Looks at the machine: are updates missing now, however they are installed.',
        },
      ],
      powerpipe: ['cis_v300_3_1_10'],
    },
  }),
  control({
    id: 'virtual-machine-os-disk-key',
    title: 'System disks of virtual machines are encrypted with a key of your own',
    why: 'Who holds the key of the system disk can end all reading of it, whoever holds the disk.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '8.3' },
    // A confidential machine has a set of another kind.
    when: { osDisk: { secureVmDiskEncryptionSetId: absent() } },
    want: { osDisk: { diskEncryptionSetId: present(DISK_ENCRYPTION_SET) } },
    fix: {
      impact: 'irreversible',
      consequences: [
        'Terraform stops the machine, changes the disk and starts the machine again.',
        'A disk never goes back to a key of Azure: if the key is lost or the set loses access to it, the machine does not start.',
        'The set has to be in the region and the subscription of the machine, and may already use its key.',
      ],
      cost: 'Key operations are billed by Key Vault.',
      restores: 'no',
    },
    aliases: {
      prowler: ['vm_ensure_attached_disks_encrypted_with_cmk'],
      'azure-policy': ['702dd420-7fcc-42c5-afe8-4026edd20fe0'],
      powerpipe: ['cis_v300_8_3', 'compute_os_and_data_disk_encrypted_with_cmk'],
    },
  }),
  manual({
    id: 'virtual-machine-approved-extensions',
    title: 'Virtual machines have only extensions that somebody approved',
    why: 'An extension runs as administrator inside the machine: whoever may add one owns it.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '8.7' },
    manual: {
      why: 'Which extensions are approved is for people to say, and the policy that admits no others usually stands above the code of a workload.',
      steps:
        'List the extensions of every machine, agree on those that are needed, and assign the built-in policy that admits only a list of extensions with that list. Where a machine needs none and has none, set allow_extension_operations = false.',
      evidence: 'The list with the date of its approval, and the state of compliance of the policy.',
      every: 'quarter',
      property: 'Microsoft.Compute/virtualMachines/extensions: properties.type',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_50', differs: 'Wants extensions switched off altogether.' }],
      kics: [{ rule: '59528fe9-0c8e-4153-8016-445911a2d933', differs: 'Wants extensions switched off altogether.' }],
      'azure-policy': ['c0e996f8-39cf-4af9-9f45-83fbde810432'],
      powerpipe: ['cis_v300_8_7'],
    },
  }),
  manual({
    id: 'virtual-machine-endpoint-protection',
    title: 'Endpoint protection runs on every virtual machine',
    why: 'Malware that nobody looks for stays until somebody else finds it.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '8.8' },
    manual: {
      why: 'Defender for Servers installs its agent by itself, other vendors have their own, and whether one runs is known to the machine only.',
      steps:
        'In Defender for Cloud open the recommendations on endpoint detection and response, install a supported solution on each machine listed, and look at its state.',
      evidence: 'The recommendations without machines listed, or the report of the other vendor for all machines.',
      every: 'month',
      property: 'Microsoft.Security/assessments: properties.status.code',
    },
    aliases: {
      checkov: [
        {
          rule: 'CKV2_AZURE_10',
          differs: 'Knows azurerm_virtual_machine with the extension IaaSAntimalware only.',
        },
      ],
      prowler: ['defender_assessments_vm_endpoint_protection_installed'],
      'azure-policy': ['1f7c564c-0a90-4d44-b7e1-9d456cffaee8'],
      defender: ['4fb67663-9ab9-475d-b026-8c544cced439', '83f577bd-a1b6-b7e1-0891-12ca19d1e6df'],
      powerpipe: ['cis_v300_8_8'],
    },
  }),
  manual({
    id: 'virtual-machine-legacy-vhds',
    title: 'Disk files of machines without managed disks are encrypted',
    why: 'A disk file in a storage account is one download away from being read elsewhere.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '8.9' },
    manual: {
      why: 'Disk files in storage accounts are no resources of Terraform, and encrypting them is done inside the machine.',
      steps:
        'List page blobs that end in .vhd in all storage accounts. Move machines that use them to managed disks, delete what nobody uses, and encrypt what has to stay with Azure Disk Encryption.',
      evidence: 'The list of remaining files, each with its owner and the state of its encryption.',
      every: 'year',
    },
    aliases: { powerpipe: ['cis_v300_8_9'] },
  }),
  control({
    id: 'virtual-machine-trusted-launch',
    title: 'Virtual machines start with Secure Boot and a virtual TPM',
    why: 'What changes the start of a machine sits below everything that could find it later.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '8.11' },
    want: { secureBootEnabled: true, vtpmEnabled: true },
    fix: {
      impact: 'replaces',
      consequences: [
        'Terraform deletes the machine with its system disk and makes a new one, which fails on an image of generation 1.',
        'Drivers and boot loaders without a valid signature no longer start.',
      ],
      advice:
        'Stop the machine, switch it to Trusted Launch in Azure (generation 2 only), and then write secure_boot_enabled = true and vtpm_enabled = true: the plan must show no replacement.',
      restores: 'no',
    },
    aliases: {
      prowler: ['vm_trusted_launch_enabled'],
      'azure-policy': ['1c30f9cd-b84c-49cc-aa2c-9288447cc3b3', '97566dd7-78ae-4997-8b36-1c7bfe0d8121'],
      defender: ['861bbc73-0a55-8d1d-efc6-e92d9e1176e0'],
      powerpipe: ['cis_v300_8_11', 'compute_vm_trust_launch_enabled'],
    },
  }),
];
