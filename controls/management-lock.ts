import type { ManagementLockConfig } from '@cdktf/provider-azurerm/lib/management-lock';
import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import type { VirtualNetworkConfig } from '@cdktf/provider-azurerm/lib/virtual-network';
import { type About, companion, controlsFor, self, such } from './control';
import { isSubscription } from './subscription';
import { onceAround, type Surroundings } from './surroundings';
import { isAbsent, isObject, Reference, type Resource, Unknown, type Value } from './value';

/** What holds data or addresses that a deployment does not bring back. */
const control = controlsFor<StorageAccountConfig | VirtualNetworkConfig>(
  'azurerm_application_gateway',
  'azurerm_cosmosdb_account',
  'azurerm_iothub',
  'azurerm_key_vault',
  'azurerm_linux_virtual_machine',
  'azurerm_linux_web_app',
  'azurerm_log_analytics_workspace',
  'azurerm_managed_disk',
  'azurerm_mssql_database',
  'azurerm_mssql_server',
  'azurerm_mysql_flexible_server',
  'azurerm_postgresql_flexible_server',
  'azurerm_private_dns_zone',
  'azurerm_public_ip',
  'azurerm_redis_cache',
  'azurerm_resource_group',
  'azurerm_storage_account',
  'azurerm_virtual_network',
  'azurerm_virtual_network_gateway',
  'azurerm_windows_virtual_machine',
  'azurerm_windows_web_app',
);

const plain = (text: string) => text.toLowerCase().replace(/[-_ ]/g, '');
/** Tags that say how critical a resource is, and what they say where it is mission-critical; documented in the control. */
const CRITICALITY = new Set(['criticality', 'businesscriticality', 'workloadcriticality']);
const CRITICAL = new Set([
  'high',
  'critical',
  'missioncritical',
  'businesscritical',
  'unitcritical',
  'businessunitcritical',
]);
const FLAGS = new Set(['missioncritical', 'businesscritical']);

function saysCritical(name: string, value: Value): boolean | Unknown {
  const [isFlag, isScale] = [FLAGS.has(plain(name)), CRITICALITY.has(plain(name))];
  if (!isFlag && !isScale) return false;
  if (value instanceof Unknown) return value;
  if (value instanceof Reference) return new Unknown(`taken from ${value.address}`);
  const text = plain(String(value));
  return isFlag ? text === 'true' || text === 'yes' : CRITICAL.has(text);
}

/** Tagged as mission-critical, and not locked by its resource group or subscription, whose locks it inherits. */
const isCritical: About = (resource, around) => {
  const { tags } = resource.attributes;
  if (isAbsent(tags)) return false;
  if (!isObject(tags)) return tags instanceof Unknown ? tags : false;
  const answers = Object.entries(tags).map(([name, value]) => saysCritical(name, value));
  const blind = answers.find((answer): answer is Unknown => answer instanceof Unknown);
  if (!answers.includes(true)) return blind ?? false;
  return !isLockedFromAbove(resource, around);
};

/** What locks hold from above: whether the subscription, and which resource groups, by address and by lower-cased name. */
const locked = onceAround((around) => {
  const scopes = around.ofType('azurerm_management_lock').map(({ attributes: { scope } }) => scope);
  const addresses = new Set(
    scopes.flatMap((scope) => (scope instanceof Reference && !scope.suffix ? scope.address : [])),
  );
  const named = scopes.flatMap((scope) => {
    const name = typeof scope === 'string' && /\/resourcegroups\/([^/]+)\/?$/i.exec(scope)?.[1];
    return name ? name.toLowerCase() : [];
  });
  const declared = around
    .ofType('azurerm_resource_group')
    .flatMap(({ address, attributes: { name } }) =>
      addresses.has(address) && typeof name === 'string' ? name.toLowerCase() : [],
    );
  return { all: scopes.some((scope) => isSubscription(scope)), addresses, names: new Set([...named, ...declared]) };
});

/** Whether its resource group or subscription is locked: it inherits that. */
export function isLockedFromAbove(
  { attributes: { resource_group_name: name } }: Resource,
  around: Surroundings,
): boolean {
  const { all, addresses, names } = locked(around);
  if (all) return true;
  return name instanceof Reference
    ? addresses.has(name.address)
    : typeof name === 'string' && names.has(name.toLowerCase());
}

/** A lock on the resource itself, and the one that is added where none is there. */
export const lockOf = (notes: string) =>
  companion<ManagementLockConfig>('azurerm_management_lock', {
    refersBy: 'scope',
    // Changing the level would make a new lock: either one protects.
    want: {
      lockLevel: such('"CanNotDelete" or "ReadOnly"', (level) => level === 'CanNotDelete' || level === 'ReadOnly'),
    },
    add: { label: 'lock', attributes: { name: self('name', '-lock'), lock_level: 'CanNotDelete', notes } },
  });

/** CIS 10.1. */
export const managementLock = [
  control({
    id: 'critical-resources-locked',
    title: 'Resources that are tagged as mission-critical cannot be deleted by mistake',
    why: 'One wrong name in a command, or one destroy in the wrong folder, and what everything depends on is gone.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '10.1' },
    // A tag criticality, business-criticality or workload-criticality with high, critical or …-critical, or a tag
    // mission-critical or business-critical with true or yes; capital letters, - and _ do not count.
    about: isCritical,
    companions: [lockOf('Mission-critical: ask its owner first')],
    fix: {
      impact: 'in-place',
      consequences: [
        'The resource cannot be deleted or replaced, by Terraform either, until the lock is taken away.',
        'Terraform needs the right to write locks: Owner, User Access Administrator or a role of its own for it.',
      ],
      restores: 'yes',
    },
    aliases: { powerpipe: ['cis_v300_10_1'] },
  }),
];
