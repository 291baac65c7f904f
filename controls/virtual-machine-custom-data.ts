import type { LinuxVirtualMachineConfig } from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import type { LinuxVirtualMachineScaleSetConfig } from '@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set';
import type { VirtualMachineConfig } from '@cdktf/provider-azurerm/lib/virtual-machine';
import type { WindowsVirtualMachineConfig } from '@cdktf/provider-azurerm/lib/windows-virtual-machine';
import type { WindowsVirtualMachineScaleSetConfig } from '@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set';
import { type AttributeControl, controlsFor, type Deviation } from './control';
import { at } from './three-answers';
import { isAbsent, Reference, type Resource, Unknown, type Value } from './value';

/** A name that ends with what a secret is called, and the sign behind it. Paths such as /etc/passwd are no names. */
const NAMED = [
  '(?<![\\w/.-])[\\w.-]*',
  '(?:passw(?:or)?d|[_;]pwd|(?:client|shared)[_-]?secret|(?:access|auth|bearer|sas)[_-]?token',
  '|(?:access|account|api|secret|shared|storage)[_-]?key)',
  '["\']?\\s*[=:]\\s*["\']?',
].join('');
/** What a shell or a template puts in is not written here, a hash is no password, and a path is where one stands. */
const LITERAL = '(?!(?:true|false|null|none|yes|no)\\b)[^\\s"\'$<{(\\[%&|;`#*/\\\\-][^\\s"\'&;]{3,}';
const SECRETS = [
  new RegExp(NAMED + LITERAL, 'i'),
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /[?&]sig=[\w%+/]{20,}/,
];
/** Behind it comes what Terraform puts in: a secret from elsewhere. */
const FILLED_IN = new RegExp(`${NAMED}$`, 'i');
const isSecret = (text: string): boolean => SECRETS.some((pattern) => pattern.test(text));

const BASE64 = /^[A-Za-z0-9+/]+(?:\r?\n[A-Za-z0-9+/]+)*={0,2}\s*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they tell what is no text.
const PACKED = /[\u0000-\u0008]/;

/** Whether a script for the first start holds a secret in plain text. */
function holdsSecret(data: Value | undefined): boolean | Unknown {
  if (isAbsent(data)) return false;
  if (data instanceof Reference) return new Unknown(`taken from ${data.address}`);
  if (data instanceof Unknown) return isSecret(data.start) || FILLED_IN.test(data.start) || data;
  const text = String(data);
  if (isSecret(text)) return true;
  const decoded = BASE64.test(text) ? Buffer.from(text, 'base64').toString() : '';
  return PACKED.test(decoded) ? new Unknown('it is packed, not only encoded') : isSecret(decoded);
}

const without =
  (...paths: string[][]) =>
  ({ attributes }: Resource): readonly Deviation[] | Unknown => {
    const judged = paths.map((path) => ({ path, answer: holdsSecret(at(attributes, path)) }));
    const found = judged.filter(({ answer }) => answer === true);
    if (found.length)
      // The secret itself is shown to nobody.
      return found.map(({ path }) => ({ path, found: '(not shown)', expected: 'a script without secrets' }));
    return judged.map(({ answer }) => answer).find((answer) => answer instanceof Unknown) ?? [];
  };

const noSecrets: Omit<AttributeControl<object>, 'id' | 'want'> = {
  title: 'No script for the first start of a machine holds a password or a key',
  why: 'Everybody on the machine can read the script later, and everybody who may read the state or this code.',
  severity: 'high',
  level: 2,
  cis: {},
  fix: {
    impact: 'replaces',
    consequences: ['Terraform makes a new machine when custom_data changes; a scale set uses it for new instances.'],
    advice:
      'Put the secret into a vault, give the machine an identity that may read it, let the script fetch it at the first start, and replace the secret: the old one is on the machine and in the history.',
    restores: 'no',
  },
  aliases: {
    checkov: [
      {
        rule: 'CKV_AZURE_45',
        differs: 'Reads azurerm_virtual_machine only, and takes GUIDs and names of Azure services for secrets.',
      },
    ],
    trivy: ['AZU-0037', 'azure-compute-no-secrets-in-custom-data'],
  },
};

/** What scanners ask of custom data beyond the benchmark. */
export const virtualMachineCustomData = [
  controlsFor<
    | LinuxVirtualMachineConfig
    | WindowsVirtualMachineConfig
    | LinuxVirtualMachineScaleSetConfig
    | WindowsVirtualMachineScaleSetConfig
  >(
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_windows_virtual_machine_scale_set',
  )({
    ...noSecrets,
    id: 'virtual-machine-no-secrets-in-custom-data',
    inspect: without(['custom_data'], ['user_data']),
  }),
  controlsFor<VirtualMachineConfig>('azurerm_virtual_machine')({
    ...noSecrets,
    id: 'virtual-machine-legacy-no-secrets-in-custom-data',
    retired: 'The newer resources for machines have taken the place of azurerm_virtual_machine.',
    inspect: without(['os_profile', 'custom_data']),
  }),
];
