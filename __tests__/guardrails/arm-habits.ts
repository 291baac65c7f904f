// What Azure has or shows although no attribute of Terraform says it.
import { isAbsent, isList, isObject, type Resource, type Value } from '../../controls/value';

type Places = readonly (readonly [path: string, value: unknown])[];
interface Child {
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const blockOf = (value: Value | undefined) => (isList(value) ? value[0] : value);

/** Properties of the resource itself. */
export function besides({ type, attributes }: Resource): Places {
  const places: [string, unknown][] = [];
  const criteria = blockOf(attributes.criteria);
  if (type === 'azurerm_monitor_activity_log_alert' && isObject(criteria))
    places.push([
      'properties.condition.allOf',
      Object.entries(criteria).flatMap(([name, value]) =>
        typeof value === 'string'
          ? [{ field: name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), equals: value }]
          : [],
      ),
    ]);
  if (type === 'azurerm_linux_virtual_machine') places.push(['properties.storageProfile.osDisk.osType', 'Linux']);
  if (type === 'azurerm_windows_virtual_machine') places.push(['properties.storageProfile.osDisk.osType', 'Windows']);
  const disk = blockOf(attributes.storage_os_disk);
  if (isObject(disk) && !isAbsent(disk.vhd_uri))
    places.push(['properties.storageProfile.osDisk.vhd.uri', disk.vhd_uri]);
  if (type === 'azurerm_cosmosdb_account' && attributes.kind === 'MongoDB')
    places.push(['properties.capabilities', [{ name: 'EnableMongo' }]]);
  if (type === 'azurerm_storage_account_customer_managed_key' || !isAbsent(attributes.customer_managed_key))
    if (type.startsWith('azurerm_storage_account'))
      places.push(['properties.encryption.keySource', 'Microsoft.Keyvault']);
  const key = attributes.key_vault_key_id ?? attributes.managed_hsm_key_id;
  if (type === 'azurerm_mssql_server_transparent_data_encryption' && !isAbsent(key))
    places.push(['properties.serverKeyType', 'AzureKeyVault']);
  return places;
}

/** What a resource of its own changes on the resource that it stands below. */
export function onParent({ type, attributes }: Resource): Places {
  const key = attributes.key_vault_key_id ?? attributes.managed_hsm_key_id;
  const isKey = type === 'azurerm_mssql_server_transparent_data_encryption' && !isAbsent(key);
  return isKey ? [['properties.keyId', String(key)]] : [];
}

/** Children that follow from blocks of a resource. */
export function childrenBesides({ type, attributes }: Resource, arm: string): readonly Child[] {
  const children: Child[] = [];
  const child = (kind: string, name: string, properties: Child['properties']) =>
    children.push({ type: kind.includes('.') ? kind : `${arm}/${kind}`, name, properties });
  if (type === 'azurerm_key_vault_key' || type === 'azurerm_key_vault_secret') {
    const policy = blockOf(attributes.rotation_policy);
    const isScheduled = isObject(policy) && !isAbsent(policy.automatic);
    child(`Microsoft.KeyVault.Data/vaults/${type.endsWith('key') ? 'keys' : 'secrets'}`, 'it', {
      attributes: isAbsent(attributes.expiration_date) ? {} : { expiresOn: attributes.expiration_date },
      ...(isScheduled ? { scheduledRotationDate: 100 } : {}),
    });
  }
  const administrator = blockOf(attributes.azuread_administrator);
  const isSaid = (value: Value | undefined) => !isAbsent(value) && value !== '';
  if (isObject(administrator) && isSaid(administrator.login_username) && isSaid(administrator.object_id))
    child('administrators', 'ActiveDirectory', {});
  const rules = type === 'azurerm_network_security_group' ? attributes.security_rule : undefined;
  for (const [i, rule] of (isList(rules) ? rules : isObject(rules) ? [rules] : []).entries()) {
    if (!isObject(rule)) continue;
    const name = (text: string) => text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    child(
      'securityRules',
      `rule-${i}`,
      Object.fromEntries(Object.entries(rule).map(([key, value]) => [name(key), value])),
    );
  }
  if (arm.startsWith('Microsoft.Web/sites')) child('config', 'web', ofSite(attributes));
  return children;
}

function ofSite(attributes: Resource['attributes']): Child['properties'] {
  const [old, v2] = [blockOf(attributes.auth_settings), blockOf(attributes.auth_settings_v2)];
  const identity = blockOf(attributes.identity);
  const kind = isObject(identity) ? String(identity.type) : '';
  const config = blockOf(attributes.site_config);
  const isDebugged = isObject(config) && config.remote_debugging_enabled === true;
  return {
    siteAuthEnabled: (isObject(old) && old.enabled === true) || (isObject(v2) && v2.auth_enabled === true),
    remoteDebuggingEnabled: isDebugged,
    ...(/System/.test(kind) ? { managedServiceIdentityId: 1 } : {}),
    ...(/User/.test(kind) ? { xmanagedServiceIdentityId: 1 } : {}),
  };
}

/** Children that are there from the start, with Azure's own values. */
export function alwaysThere(type: string, body: Readonly<Record<string, unknown>>): readonly Child[] {
  const of = (kind: string, name: string, properties: Child['properties'] = {}): Child => ({
    type: `${type}/${kind}`,
    name,
    properties,
  });
  if (type === 'Microsoft.Storage/storageAccounts') {
    const kind = String(body.kind);
    return [
      ...(kind === 'FileStorage' ? [] : [of('blobServices', 'default')]),
      ...(/^Storage(V2)?$/.test(kind) ? [of('queueServices', 'default'), of('tableServices', 'default')] : []),
    ];
  }
  if (type === 'Microsoft.DBforMySQL/flexibleServers')
    return [
      of('configurations', 'require_secure_transport', { value: 'ON' }),
      of('configurations', 'tls_version', { value: 'TLSv1.2,TLSv1.3' }),
      of('configurations', 'audit_log_enabled', { value: 'OFF' }),
    ];
  if (type === 'Microsoft.DBforPostgreSQL/flexibleServers')
    return [of('configurations', 'require_secure_transport', { value: 'on' })];
  return [];
}
