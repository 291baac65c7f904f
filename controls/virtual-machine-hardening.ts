import type { LinuxVirtualMachineConfig } from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import type { LinuxVirtualMachineScaleSetConfig } from '@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set';
import type { WindowsVirtualMachineConfig } from '@cdktf/provider-azurerm/lib/windows-virtual-machine';
import type { WindowsVirtualMachineScaleSetConfig } from '@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set';
import { accepts, expectedText } from './accept';
import { type Accept, controlsFor, type Deviation, oneOf, orAbsent } from './control';
import { isAbsent, type Resource, Unknown } from './value';

const SCALE_SETS = ['azurerm_linux_virtual_machine_scale_set', 'azurerm_windows_virtual_machine_scale_set'] as const;
const ON: Accept = { in: [true] };
const KEY = 'Looks for admin_ssh_key, which azurerm wants wherever passwords are off.';

/** Under either of the two names that azurerm 4.x has; updates are on where nothing is said. */
function updated({ attributes }: Resource): readonly Deviation[] | Unknown {
  const [name] = ['automatic_updates_enabled', 'enable_automatic_updates'].filter(
    (each) => !isAbsent(attributes[each]),
  );
  if (name === undefined) return [];
  const found = attributes[name];
  const answer = accepts(ON, found);
  if (answer instanceof Unknown) return answer;
  return answer ? [] : [{ path: [name], found, expected: expectedText(ON) }];
}

/** What scanners ask of virtual machines beyond the benchmark. */
export const virtualMachineHardening = [
  controlsFor<LinuxVirtualMachineConfig | LinuxVirtualMachineScaleSetConfig>(
    'azurerm_linux_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
  )({
    id: 'virtual-machine-no-password',
    title: 'Nobody signs in to a Linux machine with a password',
    why: 'Passwords are guessed, reused and passed on; the half of a key that opens a machine stays with its owner.',
    severity: 'high',
    level: 2,
    cis: {},
    // Passwords are off where nothing is said.
    want: { disablePasswordAuthentication: orAbsent(oneOf(true)) },
    fix: {
      impact: 'replaces',
      consequences: ['For a virtual machine it can only be chosen at creation: Terraform makes a new one.'],
      advice:
        'Put the keys of all who sign in onto the machine, switch passwords off in its SSH service, and write admin_ssh_key and disable_password_authentication = true with the next machine that is made.',
      restores: 'no',
    },
    aliases: {
      checkov: ['CKV_AZURE_1', 'CKV_AZURE_49', 'CKV_AZURE_149', { rule: 'CKV_AZURE_178', differs: KEY }],
      trivy: ['AZU-0039', 'azure-compute-disable-password-authentication'],
      kics: [
        { rule: 'dafe30ec-325d-4516-85d1-e8e6776f012c', differs: KEY },
        { rule: 'a5cfef8f-910e-4fd6-8155-f381b236a492', differs: KEY },
      ],
    },
  }),
  controlsFor<LinuxVirtualMachineConfig | WindowsVirtualMachineConfig>(
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
  )({
    id: 'virtual-machine-host-encryption',
    title: 'The host encrypts temporary disks and caches of a virtual machine',
    why: 'Without it what the machine caches and swaps lies unencrypted on the host.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { encryptionAtHostEnabled: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Terraform stops the machine, changes it and starts it again.',
        'The feature EncryptionAtHost has to be registered in the subscription, and not every size has it.',
        'Azure refuses it for a machine that uses Azure Disk Encryption, or did once.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_151', differs: 'Looks at Windows only.' }],
      kics: ['30c7c2f1-c048-49ba-81a4-ae465bbb3335'],
    },
  }),
  controlsFor<LinuxVirtualMachineScaleSetConfig | WindowsVirtualMachineScaleSetConfig>(...SCALE_SETS)({
    id: 'scale-set-host-encryption',
    title: 'The host encrypts temporary disks and caches of the instances of a scale set',
    why: 'Instances come and go, and what they cached stays unencrypted on the host without it.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { encryptionAtHostEnabled: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Instances that run get it only when they are made anew, or are stopped and upgraded: in some upgrade modes Terraform or Azure does so at once.',
        'The feature EncryptionAtHost has to be registered in the subscription first, and the size of the instances must have it.',
        'Azure refuses it for a scale set whose instances use Azure Disk Encryption.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_97'] },
  }),
  controlsFor<
    | LinuxVirtualMachineConfig
    | WindowsVirtualMachineConfig
    | LinuxVirtualMachineScaleSetConfig
    | WindowsVirtualMachineScaleSetConfig
  >(
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    ...SCALE_SETS,
  )({
    id: 'virtual-machine-agent',
    title: 'Virtual machines have the agent of Azure',
    why: 'Without it Azure can neither look for updates nor install any, nor watch the machine from inside.',
    severity: 'low',
    level: 2,
    onRequest:
      'Whoever may run commands through the agent is administrator of the machine: some leave it out on purpose.',
    cis: {},
    // Azure installs it where nothing is said.
    want: { provisionVmAgent: orAbsent(oneOf(true)) },
    fix: {
      impact: 'replaces',
      consequences: ['It can only be chosen at creation: Terraform makes a new machine, or a new scale set.'],
      advice:
        'Install the agent inside the machine, which Azure notices by itself, and leave provision_vm_agent out with the next machine that is made.',
      restores: 'no',
    },
    aliases: { checkov: ['CKV_AZURE_179'] },
  }),
  controlsFor<WindowsVirtualMachineConfig>('azurerm_windows_virtual_machine')({
    id: 'virtual-machine-automatic-updates',
    title: 'Windows machines are made with automatic updates on',
    why: 'A machine without them is open to every gap that was published since it was made.',
    severity: 'medium',
    level: 2,
    cis: {},
    inspect: updated,
    fix: {
      impact: 'replaces',
      consequences: ['It can only be chosen at creation: Terraform makes a new machine.'],
      advice:
        'Switch updates on inside the machine, or let a tool of your own install them, and leave automatic_updates_enabled out with the next machine that is made.',
      restores: 'no',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_177', differs: 'Reads the older name enable_automatic_updates.' }],
      kics: ['187e6d39-5e1e-4afa-9c0a-b79632eef346'],
    },
  }),
];
