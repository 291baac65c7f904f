import type { VirtualMachineConfig } from '@cdktf/provider-azurerm/lib/virtual-machine';
import { controlsFor } from './control';
import { eachWithout } from './each-without';
import { type Resource, Unknown } from './value';

/** The system disk and the others: one that is surely a file outweighs one that cannot be read. */
function managed(resource: Resource) {
  const [system, data] = ['storage_os_disk', 'storage_data_disk'].map((block) =>
    eachWithout(resource, block, 'vhd_uri'),
  );
  const found = [system, data].flatMap((each) => (each instanceof Unknown ? [] : each));
  return found.length ? found : system instanceof Unknown ? system : data;
}

/** The older resource, the only one that can have disks in a storage account. CIS 8.2. */
export const virtualMachineLegacy = [
  controlsFor<VirtualMachineConfig>('azurerm_virtual_machine')({
    id: 'virtual-machine-managed-disks',
    title: 'Virtual machines use managed disks',
    why: 'A disk file in a storage account is as safe as the keys of the account, and has no rights of its own.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '8.2' },
    retired: 'Disks in a storage account are a legacy: the newer resources for machines cannot have them.',
    inspect: managed,
    fix: {
      impact: 'irreversible',
      consequences: [
        'The machine stands still while its disks are moved, and there is no way back.',
        'Changing vhd_uri in the code alone makes Terraform replace the machine.',
      ],
      advice:
        'Stop the machine and convert it to managed disks in Azure, then write it as azurerm_linux_virtual_machine or azurerm_windows_virtual_machine with an import: the plan must show no replacement.',
      cost: 'A managed disk is billed by its size, not by what is written.',
      restores: 'no',
    },
    aliases: {
      checkov: [
        {
          rule: 'CKV_AZURE_92',
          differs: 'Looks at the system disk only, also on types that always have managed disks.',
        },
        'CKV2_AZURE_9',
      ],
      kics: [
        {
          rule: '0536c90c-714e-4184-991e-3fed8d8b7b46',
          differs: 'Also flags the newer types, which always have managed disks, where os_managed_disk_id is absent.',
        },
      ],
      prowler: ['vm_ensure_using_managed_disks'],
      'azure-policy': ['06a78e20-9358-41c9-923c-fb736d382a4d'],
      powerpipe: ['cis_v300_8_2', 'compute_vm_utilizing_managed_disk'],
    },
  }),
];
