import type { Control } from '../controls/control';
import { attributeFacts, type Major } from '../controls/provider/facts';
import {
  type Attributes,
  isAbsent,
  isList,
  isObject,
  Reference,
  type Resource,
  Unknown,
  type Value,
} from '../controls/value';
import type { Located } from './locate/hcl/estate';
import { evaluate } from './locate/hcl/evaluate';
import type { ModuleInstance } from './locate/hcl/instance';
import { attributeOf } from './locate/hcl/module';

/** A resource of the code, or one that is live, with what stands around it. */
export type Placed = Resource & {
  readonly root: Pick<Located['root'], 'around'>;
  /** Where it is written. */
  readonly scope?: Located['scope'];
};

/** A condition that surely holds, or cannot be read and may hold. */
const mayBe = (value: Value | undefined, test: (value: Value) => boolean): boolean =>
  value instanceof Unknown || (!isAbsent(value) && test(value));

/** Azure installs updates with the agent, inside machines made of images that it knows. */
function patching({ attributes }: Placed): string | undefined {
  const needed = ['provision_vm_agent', 'automatic_updates_enabled', 'enable_automatic_updates'];
  const off = needed.find((name) => mayBe(attributes[name], (value) => String(value) === 'false'));
  if (off) return `Azure takes it only with ${off} = true, which can only be chosen at creation`;
  if (isAbsent(attributes.source_image_id)) return undefined;
  return 'Azure does not patch machines made of an image of your own (source_image_id): build new images instead';
}

/** Azure Disk Encryption and encryption outside the machine exclude each other, also when the former is gone. */
function encryptedInside(resource: Placed): string | undefined {
  const extension = resource.root.around
    .referringTo(resource, 'azurerm_virtual_machine_extension')
    .find((link) => /^AzureDiskEncryption/i.test(String(link.resource.attributes.type)));
  return (
    extension &&
    `Azure refuses it beside Azure Disk Encryption, which ${extension.resource.address} installs: such a machine has to be made anew`
  );
}

const ofSystemDisk = (resource: Placed, name: string) => inSingle(resource.attributes, `os_disk.${name}`);

/** Both are changed while the machine is deallocated. */
function withoutSystemDisk(resource: Placed): string | undefined {
  if (isAbsent(ofSystemDisk(resource, 'diff_disk_settings'))) return undefined;
  return 'Azure changes it while the machine is deallocated, and one with an ephemeral system disk (diff_disk_settings) cannot be: make a new one';
}

function guestState(resource: Placed): string | undefined {
  const kind = ofSystemDisk(resource, 'security_encryption_type');
  if (!mayBe(kind, (value) => value === 'DiskWithVMGuestState')) return undefined;
  return 'azurerm does not take encryption_at_host_enabled beside security_encryption_type DiskWithVMGuestState, whose disks are encrypted inside the machine';
}

const hostEncryption = (resource: Placed): string | undefined =>
  guestState(resource) ?? withoutSystemDisk(resource) ?? encryptedInside(resource);

/** Of a scale set, whose extensions stand inside it or beside it. */
function scaleSetHostEncryption(resource: Placed): string | undefined {
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

function systemDiskKey(resource: Placed): string | undefined {
  if (!isAbsent(ofSystemDisk(resource, 'security_encryption_type')))
    return 'the disk of a confidential machine takes a key by secure_vm_disk_encryption_set_id, at creation only';
  return withoutSystemDisk(resource) ?? encryptedInside(resource);
}

function diskKey({ attributes }: Placed): string | undefined {
  if (!isAbsent(attributes.encryption_settings))
    return 'Azure refuses it for a disk that Azure Disk Encryption has encrypted (encryption_settings): copy the data to a new disk';
  if (mayBe(attributes.security_type, (value) => String(value).startsWith('ConfidentialVM')))
    return 'the disk of a confidential machine takes a key by secure_vm_disk_encryption_set_id, at creation only';
  return undefined;
}

/** azurerm reads an account with a key, even where nothing but the account is in the code, unless its provider block says otherwise. */
function withoutKeys({ scope }: Placed): string | undefined {
  // A remediation stack sets it.
  if (!scope) return undefined;
  const way: ModuleInstance[] = [];
  for (let at: ModuleInstance | undefined = scope.instance; at; at = at.caller?.instance) way.push(at);
  const answers = way.flatMap((instance) =>
    instance.module.settings
      .filter(({ node }) => node.kind === 'provider' && node.labels[0]?.value === 'azurerm')
      .map(({ node }) => attributeOf(node, 'storage_use_azuread'))
      .map((attribute) => attribute && evaluate(attribute.value, instance.scope)),
  );
  if (answers.length && answers.every((answer) => answer === true)) return undefined;
  return 'azurerm itself uses a key of the account, and later plans would fail: set storage_use_azuread = true in the provider block, and give whoever runs Terraform roles for the data (such as Storage Blob Data Contributor) first';
}

/** A key in hardware needs a vault that has some. */
function hardware({ attributes: { key_vault_id: id }, root }: Placed): string | undefined {
  const vault =
    id instanceof Reference
      ? root.around.ofType('azurerm_key_vault').find((each) => each.address === id.address)
      : undefined;
  if (vault?.attributes.sku_name !== 'standard') return undefined;
  return `${vault.address} is a standard vault, which takes no such key: make it a premium one first (sku_name)`;
}

/** Sizes of databases that cannot become zone-redundant, or not any more. */
function zones({ attributes: { sku_name: size } }: Placed): string | undefined {
  const name = String(size);
  if (/^HS_/.test(name))
    return `a Hyperscale database (sku_name ${name}) becomes zone-redundant at its creation only: restore or copy it into one that is`;
  if (!/^(Basic|Free|S\d+|D[SW]\d+c)$/i.test(name)) return undefined;
  return `Azure has no zone-redundant databases of the size ${name} (sku_name): it takes General Purpose, Premium or Business Critical`;
}

/** Backups in another region need a key there too, where the data has one of its own. */
function backupKey({ attributes }: Placed): string | undefined {
  const { customer_managed_key: key } = attributes;
  if (isAbsent(key) || !isAbsent(inSingle(attributes, 'customer_managed_key.geo_backup_key_vault_key_id')))
    return undefined;
  return 'with a key of your own Azure wants one for the other region too: write geo_backup_key_vault_key_id and geo_backup_user_assigned_identity_id into customer_managed_key first';
}

/** What the code around a change says that makes Azure refuse it, though the schema does not. */
const REFUSED: Readonly<Record<string, (resource: Placed) => string | undefined>> = {
  'virtual-machine-platform-updates': patching,
  'virtual-machine-host-encryption': hostEncryption,
  'scale-set-host-encryption': scaleSetHostEncryption,
  'virtual-machine-os-disk-key': systemDiskKey,
  'managed-disk-key': diskKey,
  'key-vault-key-hsm': hardware,
  'storage-no-shared-keys': withoutKeys,
  'sql-database-zone-redundant': zones,
  'mysql-geo-redundant-backup': backupKey,
  'postgresql-geo-redundant-backup': backupKey,
};

/** Why Azure would refuse what the control wants of this resource, if the code shows it: before anything is asked. */
export const refusal = (control: Control, resource: Placed): string | undefined => REFUSED[control.id]?.(resource);

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
