import { armType, armTypes } from '../../controls/provider/arm';
import { at } from '../findings/json';
import type { ArmObject } from './arm-object';

/** Parts of an object that azurerm makes resources of their own of, and types that azurerm no longer makes. */
const NOT_BY_THEMSELVES = new Set([
  'azurerm_app_service',
  'azurerm_network_security_rule',
  'azurerm_storage_account_customer_managed_key',
  'azurerm_storage_account_network_rules',
  'azurerm_storage_account_queue_properties',
  'azurerm_subnet_network_security_group_association',
]);

let byArm: ReadonlyMap<string, readonly string[]> | undefined;

/** Terraform types by the type in Azure, in lower case. */
function candidates(type: string): readonly string[] {
  if (!byArm) {
    const made = new Map<string, string[]>();
    for (const each of armTypes()) {
      if (NOT_BY_THEMSELVES.has(each)) continue;
      const key = armType(each)!.arm.toLowerCase();
      made.set(key, [...(made.get(key) ?? []), each]);
    }
    byArm = made;
  }
  return byArm.get(type.toLowerCase()) ?? [];
}

/** What azurerm calls an object of Azure; undefined where no control is about it. */
export function terraformType(object: ArmObject): string | undefined {
  // Azure makes this database, and changes it by itself.
  if (/^microsoft\.sql\/servers\/databases$/i.test(object.type) && /(^|\/)master$/i.test(object.name)) return undefined;
  // One of a group or of a single resource is another type of azurerm, which no control is about.
  if (/^microsoft\.authorization\/policyassignments$/i.test(object.type) && /\/resourcegroups\//i.test(object.id))
    return undefined;
  const types = candidates(object.type);
  if (types.length < 2) return types[0];
  const chosen = CHOICES[object.type.toLowerCase()]?.(object);
  return chosen !== undefined && types.includes(chosen) ? chosen : undefined;
}

type Choice = (object: ArmObject) => string | undefined;

/** Where azurerm has several types for one of Azure. */
const CHOICES: Readonly<Record<string, Choice>> = {
  'microsoft.web/sites': (object) => siteType(object, ''),
  'microsoft.web/sites/slots': (object) => siteType(object, '_slot'),
  'microsoft.compute/virtualmachines': ({ properties }) => {
    const disk = at(properties, 'storageProfile', 'osDisk');
    // A machine made of a disk, or with its disk in a storage account, is what azurerm calls by the old name.
    if (at(properties, 'osProfile') === undefined || at(disk, 'vhd') !== undefined) return 'azurerm_virtual_machine';
    return `azurerm_${String(at(disk, 'osType')).toLowerCase()}_virtual_machine`;
  },
  'microsoft.compute/virtualmachinescalesets': ({ properties }) => {
    if (String(at(properties, 'orchestrationMode')).toLowerCase() === 'flexible') return undefined;
    const profile = at(properties, 'virtualMachineProfile', 'osProfile');
    if (at(profile, 'linuxConfiguration') !== undefined) return 'azurerm_linux_virtual_machine_scale_set';
    return at(profile, 'windowsConfiguration') === undefined ? undefined : 'azurerm_windows_virtual_machine_scale_set';
  },
};

function siteType({ kind = '' }: ArmObject, suffix: string): string | undefined {
  const words = kind.toLowerCase().split(',');
  // Logic apps are no web apps for azurerm.
  if (words.includes('workflowapp')) return undefined;
  const system = words.includes('linux') ? 'linux' : 'windows';
  return `azurerm_${system}_${words.includes('functionapp') ? 'function' : 'web'}_app${suffix}`;
}
