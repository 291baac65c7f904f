import { type Control, companion } from '../controls/control';
import { attributeFacts } from '../controls/provider/facts';
import { isAbsent, isObject, type Resource } from '../controls/value';
import type { Placed } from './refusals';

/** Resources that Terraform manages through the data plane of a storage account. */
const DATA_PLANE = [
  'azurerm_storage_container',
  'azurerm_storage_blob',
  'azurerm_storage_queue',
  'azurerm_storage_table',
  'azurerm_storage_share',
  'azurerm_storage_share_directory',
  'azurerm_storage_account_queue_properties',
  'azurerm_storage_data_lake_gen2_filesystem',
];

/** What runs from an account, or writes its log into it, and comes from outside as long as nobody leads it in. */
const TENANTS = [
  'azurerm_linux_function_app',
  'azurerm_linux_function_app_slot',
  'azurerm_windows_function_app',
  'azurerm_windows_function_app_slot',
  'azurerm_function_app_flex_consumption',
  'azurerm_logic_app_standard',
  'azurerm_mssql_database_extended_auditing_policy',
  'azurerm_mssql_server_extended_auditing_policy',
];

/** What mounts a share of an account, its own content among them. */
const MOUNTING = [
  'azurerm_windows_function_app',
  'azurerm_windows_function_app_slot',
  'azurerm_linux_function_app',
  'azurerm_linux_function_app_slot',
  'azurerm_logic_app_standard',
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_container_group',
  'azurerm_container_app_environment_storage',
];
function strongSmb(resource: Placed): string[] {
  const mounting = referring(resource, MOUNTING);
  if (!mounting.length) return [];
  return [
    `${mounting.join(', ')} may mount shares of this account: see first that it speaks SMB 3.1.1 with AES-256-GCM`,
  ];
}

function closedNetwork(resource: Placed): string[] {
  const used = referring(resource, DATA_PLANE);
  const tenants = referring(resource, TENANTS);
  return [
    ...(used.length
      ? [
          `Terraform reaches ${used.join(', ')} through this account: run it from inside the network, or admit its address first`,
        ]
      : []),
    ...(tenants.length
      ? [`${tenants.join(', ')} stops without this account: give it a private way in, or admit it first`]
      : []),
  ];
}

/** What is given a key of an account, or a signature made with one. */
const WITH_A_KEY = [
  ...TENANTS,
  ...MOUNTING,
  'azurerm_mssql_server_vulnerability_assessment',
  'azurerm_mssql_server_security_alert_policy',
  'azurerm_virtual_machine_extension',
  'azurerm_key_vault_secret',
];
function deadStorageKeys(resource: Placed): string[] {
  const used = referring(resource, DATA_PLANE);
  const holders = referring(resource, WITH_A_KEY);
  return [
    ...(used.length
      ? [`Terraform reaches ${used.join(', ')} as whoever runs it: give that identity a role for their data first`]
      : []),
    ...(holders.length
      ? [`${holders.join(', ')} may use a key of this account: give it an identity and a role first`]
      : []),
  ];
}

/** What Terraform reads and writes through the vault itself. */
const CONTENTS = ['azurerm_key_vault_key', 'azurerm_key_vault_secret', 'azurerm_key_vault_certificate'];
function closedVault(resource: Placed): string[] {
  const used = referring(resource, CONTENTS);
  if (!used.length) return [];
  return [
    `Terraform reaches ${used.join(', ')} through this vault: run it from inside the network, or admit its address first`,
  ];
}

function deadPolicies(resource: Placed): string[] {
  const inline = isAbsent(resource.attributes.access_policy) ? [] : ['its access_policy blocks'];
  const dead = [...inline, ...referring(resource, ['azurerm_key_vault_access_policy'])];
  if (!dead.length) return [];
  return [`${dead.join(', ')} stop counting: assign roles to the same principals first, Terraform’s own among them`];
}

/** A server that loses its public endpoint. @param types resources that admit clients to that endpoint */
const closedServer =
  (...types: readonly string[]) =>
  (resource: Placed): string[] => {
    const rules = referring(resource, types);
    const alone = 'no azurerm_private_endpoint here leads to it: unless one stands elsewhere, nobody can connect';
    return [
      ...(rules.length
        ? [`${rules.join(', ')} no longer admit anybody${resource.scope ? ': take them out of the code' : ''}`]
        : []),
      ...(referring(resource, ['azurerm_private_endpoint']).length ? [] : [alone]),
    ];
  };

const ROLES = companion('azurerm_cosmosdb_sql_role_assignment', { refersBy: 'account_name', via: 'name', want: {} });
function deadKeys(resource: Placed): string[] {
  if (resource.root.around.companionsOf(resource, ROLES).length) return [];
  return [`no ${ROLES.resource} here belongs to it: without one no identity can read or write`];
}

function exported(resource: Placed): string[] {
  const links = referring(resource, ['azurerm_managed_disk_sas_token']);
  const isUploaded = resource.attributes.create_option === 'Upload';
  return [
    ...(links.length ? [`${links.join(', ')} is a link to this disk: whoever uses it is refused`] : []),
    ...(isUploaded ? ['create_option is Upload: finish the upload of its content first'] : []),
  ];
}

/** Asking for a certificate in the middle of a connection is what HTTP/2 does not allow. */
function renegotiation({ attributes }: Resource): string[] {
  if (isAbsent(attributes.client_certificate_exclusion_paths)) return [];
  return ['client_certificate_exclusion_paths do not work over HTTP/2: clients with a certificate may be turned away'];
}

/** Sites whose settings azurerm leaves alone as long as the code has no block for them. */
function newSite({ type, attributes }: Resource): string[] {
  if (!attributeFacts(type, 'site_config', 4)?.computed || !isAbsent(attributes.site_config)) return [];
  return [
    'the new site_config block decides all its settings: what was set outside Terraform goes back to the default',
  ];
}

function publishing({ attributes, scope }: Placed): string[] {
  const { site_config: site, zip_deploy_file: file } = attributes;
  const state = isObject(site) ? site.ftps_state : undefined;
  return [
    ...(isAbsent(file) || !scope
      ? []
      : ['Terraform itself publishes zip_deploy_file with the password that stops working']),
    ...(isAbsent(state) || state === 'Disabled' ? [] : ['ftps_state lets somebody upload by FTPS, which ends with it']),
  ];
}

const MOST = 3;
function referring(resource: Placed, types: readonly string[]): string[] {
  const links = types.flatMap((type) => resource.root.around.referringTo(resource, type));
  return [...new Set(links.map((link) => shortAddress(link.resource.address)))].slice(0, MOST);
}

/** The end of an id of Azure says enough. */
const shortAddress = (address: string): string =>
  address.startsWith('/') ? address.split('/').slice(-2).join('/') : address;

const WARNINGS: Readonly<Record<string, (resource: Placed) => string[]>> = {
  'storage-no-public-network': closedNetwork,
  'storage-firewall-deny': closedNetwork,
  'storage-strong-smb': strongSmb,
  'storage-no-shared-keys': deadStorageKeys,
  'key-vault-rbac': deadPolicies,
  'key-vault-firewall-deny': closedVault,
  'key-vault-no-public-network': closedVault,
  'sql-server-no-public-network': closedServer('azurerm_mssql_firewall_rule', 'azurerm_mssql_virtual_network_rule'),
  'postgresql-no-public-network': closedServer('azurerm_postgresql_flexible_server_firewall_rule'),
  'mysql-no-public-network': closedServer('azurerm_mysql_flexible_server_firewall_rule'),
  'cosmosdb-no-public-network': closedServer(),
  'cosmosdb-entra-only': deadKeys,
  'managed-disk-export-authentication': exported,
  'managed-disk-no-public-network': exported,
  'web-app-http2': (resource) => [...renegotiation(resource), ...newSite(resource)],
  'web-app-no-plain-ftp': newSite,
  'web-app-no-basic-publishing': publishing,
};

/** What the same code would lose by a change: access that Terraform or others need. Empty when nothing is seen. */
export const lockOut = (control: Control, resource: Placed): string[] => WARNINGS[control.id]?.(resource) ?? [];
