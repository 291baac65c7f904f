import type { Control } from '../controls/control';
import { attributeFacts, type Major } from '../controls/provider/facts';
import { type Attributes, isAbsent, isList, isObject, type Resource, Unknown, type Value } from '../controls/value';
import type { Located } from './locate/hcl/estate';

/** A condition that surely holds, or cannot be read and may hold. */
const mayBe = (value: Value | undefined, test: (value: Value) => boolean): boolean =>
  value instanceof Unknown || (!isAbsent(value) && test(value));

/** Azure installs updates with the agent, inside machines made of images that it knows. */
function patching({ attributes }: Located): string | undefined {
  const needed = ['provision_vm_agent', 'automatic_updates_enabled', 'enable_automatic_updates'];
  const off = needed.find((name) => mayBe(attributes[name], (value) => String(value) === 'false'));
  if (off) return `Azure takes it only with ${off} = true, which can only be chosen at creation`;
  if (isAbsent(attributes.source_image_id)) return undefined;
  return 'Azure does not patch machines made of an image of your own (source_image_id): build new images instead';
}

/** Azure Disk Encryption and encryption outside the machine exclude each other, also when the former is gone. */
function encryptedInside(resource: Located): string | undefined {
  const extension = resource.root.around
    .referringTo(resource, 'azurerm_virtual_machine_extension')
    .find((link) => /^AzureDiskEncryption/i.test(String(link.resource.attributes.type)));
  return (
    extension &&
    `Azure refuses it beside Azure Disk Encryption, which ${extension.resource.address} installs: such a machine has to be made anew`
  );
}

const ofSystemDisk = (resource: Located, name: string) => inSingle(resource.attributes, `os_disk.${name}`);

/** Both are changed while the machine is deallocated. */
function withoutSystemDisk(resource: Located): string | undefined {
  if (isAbsent(ofSystemDisk(resource, 'diff_disk_settings'))) return undefined;
  return 'Azure changes it while the machine is deallocated, and one with an ephemeral system disk (diff_disk_settings) cannot be: make a new one';
}

function guestState(resource: Located): string | undefined {
  const kind = ofSystemDisk(resource, 'security_encryption_type');
  if (!mayBe(kind, (value) => value === 'DiskWithVMGuestState')) return undefined;
  return 'azurerm does not take encryption_at_host_enabled beside security_encryption_type DiskWithVMGuestState, whose disks are encrypted inside the machine';
}

const hostEncryption = (resource: Located): string | undefined =>
  guestState(resource) ?? withoutSystemDisk(resource) ?? encryptedInside(resource);

/** Of a scale set, whose extensions stand inside it or beside it. */
function scaleSetHostEncryption(resource: Located): string | undefined {
  const { extension: inline } = resource.attributes;
  const extensions = [
    ...(isList(inline) ? inline : [inline]).map((each) => ({ from: 'its extension block', attributes: each })),
    ...resource.root.around
      .referringTo(resource, 'azurerm_virtual_machine_scale_set_extension')
      .map((link) => ({ from: link.resource.address, attributes: link.resource.attributes })),
  ];
  const isInside = ({ attributes }: (typeof extensions)[number]) =>
    isObject(attributes) && /^AzureDiskEncryption/i.test(String(attributes.type));
  const inside = extensions.find(isInside);
  return (
    guestState(resource) ??
    (inside && `Azure refuses it beside Azure Disk Encryption, which ${inside.from} installs: take that away first`)
  );
}

function systemDiskKey(resource: Located): string | undefined {
  if (!isAbsent(ofSystemDisk(resource, 'security_encryption_type')))
    return 'the disk of a confidential machine takes a key by secure_vm_disk_encryption_set_id, at creation only';
  return withoutSystemDisk(resource) ?? encryptedInside(resource);
}

function diskKey({ attributes }: Located): string | undefined {
  if (!isAbsent(attributes.encryption_settings))
    return 'Azure refuses it for a disk that Azure Disk Encryption has encrypted (encryption_settings): copy the data to a new disk';
  if (mayBe(attributes.security_type, (value) => String(value).startsWith('ConfidentialVM')))
    return 'the disk of a confidential machine takes a key by secure_vm_disk_encryption_set_id, at creation only';
  return undefined;
}

/** What the code around a change says that makes Azure refuse it, though the schema does not. */
const REFUSED: Readonly<Record<string, (resource: Located) => string | undefined>> = {
  'virtual-machine-platform-updates': patching,
  'virtual-machine-host-encryption': hostEncryption,
  'scale-set-host-encryption': scaleSetHostEncryption,
  'virtual-machine-os-disk-key': systemDiskKey,
  'managed-disk-key': diskKey,
};

/** Why Azure would refuse what the control wants of this resource, if the code shows it: before anything is asked. */
export const refusal = (control: Control, resource: Located): string | undefined => REFUSED[control.id]?.(resource);

/**
 * Why azurerm would refuse an attribute beside what is there, if the schema says so.
 * @param path of the attribute, dotted, without indexes
 * @param leaving attributes that go with the same change
 */
export function clash(resource: Resource, path: string, major: Major, leaving: readonly string[]): string | undefined {
  const other = contradiction(resource, path, major, leaving);
  if (other) return `azurerm does not take ${path} beside ${other}, which the code sets`;
  return newBlock(resource, path, major);
}

const BITNESS = 'site_config.use_32_bit_worker_process';
/** azurerm_app_service has no default for the bitness: a new block would switch the app to 64 bit, which small plans refuse. */
function newBlock({ type, attributes }: Resource, path: string, major: Major): string | undefined {
  const bitness = attributeFacts(type, BITNESS, major);
  if (!path.startsWith('site_config.') || !isAbsent(attributes.site_config)) return undefined;
  if (!bitness || bitness.default !== undefined) return undefined;
  return `a new site_config block also decides what the code leaves to Azure now: write one with ${BITNESS.split('.')[1]} and always_on as the app has them first`;
}

/** The attribute that stands in the code and that azurerm does not take together with a new one. */
function contradiction({ type, attributes }: Resource, path: string, major: Major, leaving: readonly string[]) {
  const steps = path.split('.');
  const added = steps
    .map((_, i) => steps.slice(0, i + 1).join('.'))
    .filter((each) => isAbsent(inSingle(attributes, each)));
  return added
    .flatMap((each) => attributeFacts(type, each, major)?.conflictsWith ?? [])
    .find((other) => !leaving.includes(other) && !isAbsent(inSingle(attributes, other)));
}

/** By a path without indexes, through blocks that stand once. */
function inSingle(attributes: Attributes, path: string): Value | undefined {
  return path.split('.').reduce<Value | undefined>((at, name) => {
    const block = isList(at) && at.length === 1 ? at[0] : at;
    return isObject(block) ? block[name] : undefined;
  }, attributes);
}
