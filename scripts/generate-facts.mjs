// Writes controls/provider/azurerm.json: what azurerm 4.55 and 5.2 say about the resource types our controls touch.
//
//   node scripts/generate-facts.mjs [folder] [--check]
//
// The folder holds schema-lite.json (every attribute of azurerm 4.55, read from the built provider) and facts.json
// (conditional replacement, replacements of deprecated names, and what 5.2 changed). It is not part of this repository:
// without it nothing can be written, and --check says so and passes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { attributesFromBindings } from './read-bindings.mjs';

/** The resource types that have facts. Add one here, run this script, commit both. */
export const types = [
  'azurerm_app_service',
  'azurerm_app_service_slot',
  'azurerm_application_gateway',
  'azurerm_application_insights',
  'azurerm_bastion_host',
  'azurerm_container_registry',
  'azurerm_cosmosdb_account',
  'azurerm_cosmosdb_sql_role_assignment',
  'azurerm_disk_access',
  'azurerm_disk_encryption_set',
  'azurerm_eventhub_namespace',
  'azurerm_function_app',
  'azurerm_function_app_slot',
  'azurerm_iot_security_solution',
  'azurerm_iothub',
  'azurerm_key_vault',
  'azurerm_key_vault_access_policy',
  'azurerm_key_vault_key',
  'azurerm_key_vault_secret',
  'azurerm_kubernetes_cluster',
  'azurerm_lb',
  'azurerm_linux_function_app',
  'azurerm_linux_function_app_slot',
  'azurerm_linux_virtual_machine',
  'azurerm_linux_virtual_machine_scale_set',
  'azurerm_linux_web_app',
  'azurerm_linux_web_app_slot',
  'azurerm_log_analytics_workspace',
  'azurerm_managed_disk',
  'azurerm_management_lock',
  'azurerm_monitor_action_group',
  'azurerm_monitor_activity_log_alert',
  'azurerm_monitor_diagnostic_setting',
  'azurerm_mssql_database',
  'azurerm_mssql_database_extended_auditing_policy',
  'azurerm_mssql_firewall_rule',
  'azurerm_mssql_server',
  'azurerm_mssql_server_extended_auditing_policy',
  'azurerm_mssql_server_security_alert_policy',
  'azurerm_mssql_server_transparent_data_encryption',
  'azurerm_mssql_server_vulnerability_assessment',
  'azurerm_mysql_flexible_server',
  'azurerm_mysql_flexible_server_configuration',
  'azurerm_mysql_flexible_server_firewall_rule',
  'azurerm_network_interface',
  'azurerm_network_interface_security_group_association',
  'azurerm_network_security_group',
  'azurerm_network_security_rule',
  'azurerm_network_watcher',
  'azurerm_network_watcher_flow_log',
  'azurerm_postgresql_configuration',
  'azurerm_postgresql_flexible_server',
  'azurerm_postgresql_flexible_server_active_directory_administrator',
  'azurerm_postgresql_flexible_server_configuration',
  'azurerm_postgresql_flexible_server_firewall_rule',
  'azurerm_postgresql_server',
  'azurerm_private_dns_zone',
  'azurerm_private_dns_zone_virtual_network_link',
  'azurerm_private_endpoint',
  'azurerm_public_ip',
  'azurerm_redis_cache',
  'azurerm_resource_group',
  'azurerm_role_assignment',
  'azurerm_role_definition',
  'azurerm_security_center_auto_provisioning',
  'azurerm_security_center_contact',
  'azurerm_security_center_server_vulnerability_assessments_setting',
  'azurerm_security_center_setting',
  'azurerm_security_center_subscription_pricing',
  'azurerm_service_plan',
  'azurerm_servicebus_namespace',
  'azurerm_storage_account',
  'azurerm_storage_account_customer_managed_key',
  'azurerm_storage_account_network_rules',
  'azurerm_storage_account_queue_properties',
  'azurerm_storage_container',
  'azurerm_storage_management_policy',
  'azurerm_subnet',
  'azurerm_subnet_network_security_group_association',
  'azurerm_subscription_policy_assignment',
  'azurerm_user_assigned_identity',
  'azurerm_virtual_machine',
  'azurerm_virtual_machine_data_disk_attachment',
  'azurerm_virtual_machine_extension',
  'azurerm_virtual_network',
  'azurerm_virtual_network_dns_servers',
  'azurerm_virtual_network_gateway',
  'azurerm_web_application_firewall_policy',
  'azurerm_windows_function_app',
  'azurerm_windows_function_app_slot',
  'azurerm_windows_virtual_machine',
  'azurerm_windows_virtual_machine_scale_set',
  'azurerm_windows_web_app',
  'azurerm_windows_web_app_slot',
];

// What the schema of one version cannot say: names and values that appeared inside 4.x.
// Source: the resources' documentation, compared from tag to tag.
const within4 = {
  'azurerm_key_vault.rbac_authorization_enabled': { since: '4.42' },
  'azurerm_storage_account.sas_policy.expiration_action': { enumSince: { Block: '4.45' } },
  // Documented in 4.54 and still in 4.60; gone in 4.81.
  'azurerm_storage_account.min_tls_version': { enumSince: { TLS1_3: '4.54' }, enumUntil: { TLS1_3: '4.81' } },
};

// Replacements and removals that facts.json leaves open.
// Source: the provider's own 5.0 upgrade guide (website/docs/5.0-upgrade-guide.html.markdown).
const upgradeGuide = {
  'azurerm_monitor_diagnostic_setting.metric': { deprecated: ['enabled_metric'] },
  'azurerm_storage_container.resource_manager_id': { deprecated: ['id'], in5: 'removed' },
};

// Types that 5.x does not have and facts.json does not hold.
// Source: the provider's own 5.0 upgrade guide (website/docs/guides/5.0-upgrade-guide.html.markdown).
const goneIn5 = new Set(['azurerm_app_service_slot', 'azurerm_function_app', 'azurerm_function_app_slot']);

// Slots that facts.json does not hold: the site_config of their app changed in the same way.
// Source: the schemas of 5.x (internal/services/appservice/helpers) and the 5.0 upgrade guide.
const changedLike = {
  azurerm_linux_function_app_slot: 'azurerm_linux_function_app',
  azurerm_windows_function_app_slot: 'azurerm_windows_function_app',
};

// Attributes that 5.x calls by another name; the shape stays, and where one name says the opposite, so does the value.
// Source: the provider's own 5.0 upgrade guide.
const renamed = {
  azurerm_application_gateway: { enable_http2: 'http2_enabled' },
  azurerm_application_insights: {
    daily_data_cap_notifications_disabled: 'daily_data_cap_notifications_enabled',
    disable_ip_masking: 'ip_masking_enabled',
    local_authentication_disabled: 'local_authentication_enabled',
  },
  azurerm_cosmosdb_account: { local_authentication_disabled: 'local_authentication_enabled' },
  azurerm_mssql_database: {
    'threat_detection_policy.email_account_admins': 'email_account_admins_enabled',
  },
  azurerm_mssql_database_extended_auditing_policy: { storage_endpoint: 'blob_storage_endpoint' },
  azurerm_mssql_server_extended_auditing_policy: { storage_endpoint: 'blob_storage_endpoint' },
  azurerm_mssql_server_security_alert_policy: { email_account_admins: 'email_account_admins_enabled' },
  ...Object.fromEntries(
    ['azurerm_linux_virtual_machine_scale_set', 'azurerm_windows_virtual_machine_scale_set'].map((type) => [
      type,
      {
        'network_interface.enable_accelerated_networking': 'accelerated_networking_enabled',
        'network_interface.enable_ip_forwarding': 'ip_forwarding_enabled',
      },
    ]),
  ),
};
const inverted = (a, b) => a.includes('disable') !== b.includes('disable');

/** The 5.x attributes of `renamed`, with the shape of the old ones. */
function renamedShapes(type, attributes) {
  return Object.entries(renamed[type] ?? {}).map(([path, name]) => {
    const { in5: _, deprecated: __, default: standard, ...shape } = attributes[path];
    const value = inverted(path, name) && typeof standard === 'boolean' ? !standard : standard;
    return [
      path.slice(0, path.lastIndexOf('.') + 1) + name,
      { ...shape, ...(value === undefined ? {} : { default: value }) },
    ];
  });
}

// Attributes that exist in 5.x only: facts.json gives their names, these are their shapes.
// Source: the schema behind the 5.x bindings (cdktn-provider-azurerm) and the resources' 5.x documentation.
const text = { type: 'String', optional: true };
const accessType = { ...text, default: 'Enabled', enum: ['Disabled', 'Enabled', 'SecuredByPerimeter'] };
const writeOnlyId = { ...text, writeOnly: true };
const serviceEndpoint = (path, flags) => ({
  [path]: { type: 'List', elem: 'object', optional: true, ...flags },
  [`${path}.network_identifier`]: text,
  [`${path}.service`]: { type: 'String', required: true },
});
const only5 = {
  azurerm_key_vault_key: {
    release_policy: { type: 'List', elem: 'object', optional: true, maxItems: 1 },
    'release_policy.immutable': { type: 'Bool', optional: true },
    'release_policy.json': { type: 'String', required: true },
  },
  ...Object.fromEntries(
    ['linux_function_app', 'linux_web_app', 'windows_function_app', 'windows_web_app']
      .flatMap((type) => [type, `${type}_slot`])
      .map((type) => [`azurerm_${type}`, { 'site_config.minimum_tls_cipher_suite': text }]),
  ),
  azurerm_log_analytics_workspace: {
    internet_ingestion_access_type: accessType,
    internet_query_access_type: accessType,
  },
  azurerm_private_endpoint: { edge_zone: { ...text, forceNew: true } },
  azurerm_storage_account_customer_managed_key: { key_vault_key_id: { type: 'String', required: true } },
  azurerm_subnet: {
    network_security_group_id: { type: 'String', computed: true },
    network_security_group_id_wo: writeOnlyId,
    network_security_group_id_wo_version: { type: 'Int', optional: true },
    route_table_id: { type: 'String', computed: true },
    route_table_id_wo: writeOnlyId,
    route_table_id_wo_version: { type: 'Int', optional: true },
    ...serviceEndpoint('service_endpoint'),
  },
  azurerm_virtual_network: serviceEndpoint('subnet.service_endpoint', { attributeAsBlock: true }),
};

// New in 5.2 and of no interest to a control: only their names are known, so they are left out.
const undescribed = new Set([
  'azurerm_container_registry.azuread_authentication_as_arm_policy_enabled',
  'azurerm_container_registry.georeplications.global_endpoint_routing_enabled',
  'azurerm_container_registry.network_rule_bypass_for_tasks_enabled',
  'azurerm_container_registry.role_assignment_mode',
  'azurerm_kubernetes_cluster.default_node_pool.kubelet_config.container_log_max_files',
  'azurerm_kubernetes_cluster.node_provisioning_profile',
  ...[
    'backend',
    'backend_http_settings.certificate_chain_validation_enabled',
    'backend_http_settings.sni_name',
    'backend_http_settings.sni_validation_enabled',
    'listener',
    'probe.proxy_protocol_header_enabled',
    'routing_rule',
    'ssl_profile.verify_client_certificate_issuer_dn',
  ].map((path) => `azurerm_application_gateway.${path}`),
  'azurerm_postgresql_flexible_server.cluster',
  ...['azurerm_linux_virtual_machine_scale_set', 'azurerm_windows_virtual_machine_scale_set'].flatMap((type) =>
    [
      'automatic_os_upgrade_policy.automatic_os_upgrade_enabled',
      'automatic_os_upgrade_policy.automatic_rollback_enabled',
      'data_disk.disk_iops_read_write',
      'data_disk.disk_mbps_read_write',
    ].map((path) => `${type}.${path}`),
  ),
  'azurerm_windows_virtual_machine_scale_set.automatic_updates_enabled',
]);

const kept = [
  'type',
  'elem',
  'required',
  'optional',
  'computed',
  'default',
  'enum',
  'range',
  'forceNew',
  'conditionalForceNew',
  'maxItems',
  'minItems',
  'conflictsWith',
  'exactlyOneOf',
  'requiredWith',
  'atLeastOneOf',
  'deprecated',
  'sensitive',
  'writeOnly',
  'renamedIn5',
  'since',
  'enumSince',
  'enumUntil',
];

/** `{ required: [false, true], enum: { removed, added } }` → the values in 5.2; null where 5.2 has none. */
function valuesIn5(attribute, changes) {
  const values = {};
  for (const [name, change] of Object.entries(changes)) {
    if (name === 'enum') {
      values.enum = [...attribute.enum.filter((v) => !change.removed.includes(v)), ...change.added].sort();
      for (const history of ['enumSince', 'enumUntil']) if (attribute[history]) values[history] = null;
    } else {
      // `false` as a default is a value, as a flag it is absence.
      values[name] = change[1] === false && name !== 'default' ? null : change[1];
    }
  }
  // Always replaced: the condition no longer matters.
  if (values.forceNew && attribute.conditionalForceNew) values.conditionalForceNew = null;
  return values;
}

/** Lists of attributes of the same resource. */
const relations = ['conflictsWith', 'exactlyOneOf', 'requiredWith', 'atLeastOneOf'];

/** Relations to an attribute that 5.x does not have end with it. */
function dropRelationsIn5(attributes) {
  for (const [path, facts] of Object.entries(attributes)) {
    if (facts.in5 === 'removed') continue;
    for (const relation of relations) {
      const kept = facts[relation]?.filter((other) => attributes[other]?.in5 !== 'removed') ?? [];
      if (kept.length === (facts[relation]?.length ?? 0)) continue;
      const others = kept.filter((other) => other !== path);
      facts.in5 = { ...facts.in5, [relation]: others.length > 0 ? kept : null };
    }
  }
}

/** Paths in these lists carry indexes (`rotation_policy.0.automatic`), everywhere else they do not. */
const withoutIndexes = (paths) => paths.map((path) => path.replaceAll('.0.', '.')).sort();

function attributeFacts(type, path, schema, side, removedIn5) {
  const key = `${type}.${path}`;
  const renamedIn5 = renamed[type]?.[path];
  const merged = { ...schema, ...within4[key], renamedIn5, conditionalForceNew: side?.conditionalForceNew };
  const replacement = side?.deprecated?.replacement ?? [];
  if (schema.deprecated) merged.deprecated = upgradeGuide[key]?.deprecated ?? replacement;
  for (const relation of relations) {
    if (merged[relation]) merged[relation] = withoutIndexes(merged[relation]);
  }
  const facts = {};
  for (const name of kept) {
    const value = merged[name];
    if (value !== undefined && (value !== false || name === 'default')) facts[name] = value;
  }
  if (schema.configMode === 'attr') facts.attributeAsBlock = true;
  const gone = removedIn5.some((root) => path === root || path.startsWith(`${root}.`));
  if (gone || upgradeGuide[key]?.in5 === 'removed') facts.in5 = 'removed';
  else if (side?.in_5_2_0?.changes) facts.in5 = valuesIn5(facts, side.in_5_2_0.changes);
  return facts;
}

function typeFacts(type, schema, side) {
  const removedIn5 = side?.removed_by_5_2_0 ?? [];
  const attributes = { id: { type: 'String', computed: true } };
  for (const [path, attribute] of Object.entries(schema.attrs)) {
    attributes[path] = attributeFacts(type, path, attribute, side?.attributes[path], removedIn5);
  }
  const added = side?.added_by_5_2_0 ?? [];
  const described = { ...only5[type], ...Object.fromEntries(renamedShapes(type, attributes)) };
  for (const path of added) {
    if (!described[path] && !undescribed.has(`${type}.${path}`))
      throw new Error(`${type}.${path} is new in 5.2: describe it in only5 in this script`);
  }
  for (const [path, facts] of Object.entries(described)) attributes[path] = { ...facts, in5: 'added' };
  dropRelationsIn5(attributes);
  return {
    ...(side?.in_5_2_0 === 'resource removed' ? { in5: 'removed' } : {}),
    importId: side?.import_id ?? schema.importId,
    timeouts: Object.keys(schema.timeoutsMin).sort(),
    attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** What facts.json says of a type, or of another that changed in the same way: then only of its site_config. */
function sideOf(type, resources) {
  const like = changedLike[type];
  if (!like) return goneIn5.has(type) ? { in_5_2_0: 'resource removed', attributes: {} } : resources[type];
  const { added_by_5_2_0, removed_by_5_2_0, attributes } = resources[like];
  const inSite = Object.entries(attributes).filter(([path]) => path.startsWith('site_config.'));
  return { added_by_5_2_0, removed_by_5_2_0, attributes: Object.fromEntries(inSite) };
}

/** The whole facts file as text. Throws when a type is missing from the schema or a new attribute is undescribed. */
export function factsText(folder) {
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const schema = read('schema-lite.json');
  const side = read('facts.json');
  const lines = ['{', `  "versions": { "4": "${schema._meta.version}", "5": "5.2.0" },`, '  "types": {'];
  types.forEach((type, index) => {
    if (!schema.types[type]) throw new Error(`${type} is not in schema-lite.json`);
    const { in5, importId, timeouts, attributes } = typeFacts(type, schema.types[type], sideOf(type, side.resources));
    lines.push(
      `    "${type}": {`,
      ...(in5 ? [`      "in5": ${JSON.stringify(in5)},`] : []),
      `      "importId": ${JSON.stringify(importId)},`,
      `      "timeouts": ${JSON.stringify(timeouts)},`,
      '      "attributes": {',
    );
    const entries = Object.entries(attributes).map(([path, facts]) => `        "${path}": ${JSON.stringify(facts)}`);
    lines.push(entries.join(',\n'), '      }', index < types.length - 1 ? '    },' : '    }');
  });
  lines.push('  }', '}');
  return `${lines.join('\n')}\n`;
}

/** Resources of azuread that controls touch or refer to; their bindings are a dependency, so no source folder is needed. */
const azuread = [
  'conditional-access-policy',
  'directory-role',
  'directory-role-assignment',
  'directory-role-member',
  'named-location',
];

/** controls/provider/azuread.json as text. */
function azureadText() {
  const require = createRequire(import.meta.url);
  const { version } = require('@cdktf/provider-azuread/package.json').cdktf.provider;
  const folders = azuread.map((name) => dirname(require.resolve(`@cdktf/provider-azuread/lib/${name}`)));
  const types = folders.map((folder) => {
    const { type, attributes } = attributesFromBindings(folder);
    return [type, { importId: '{id}', timeouts: ['create', 'delete', 'read', 'update'], attributes }];
  });
  return `${JSON.stringify({ version, types: Object.fromEntries(types) }, null, 2)}\n`;
}

/** Writes a file or, to check, compares it. Returns the exit code. */
function written(target, text, check) {
  if (!check) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(
      `${basename(target)} in controls/provider is not what its source says: node scripts/generate-facts.mjs`,
    );
    return 1;
  }
  return 0;
}

/** Writes or, with --check, compares. Returns the exit code. */
export function generateFacts(args) {
  const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
  const given = args.find((argument) => !argument.startsWith('--')) ?? process.env.PLUMBLINE_FACTS;
  const folder = resolve(given ?? join(repository, '../shared/azurerm'));
  const provider = join(repository, 'controls/provider');
  const check = args.includes('--check');
  const beside = written(join(provider, 'azuread.json'), azureadText(), check);
  if (!existsSync(join(folder, 'schema-lite.json'))) {
    const missing = 'the provider facts have no source folder here (argument or PLUMBLINE_FACTS)';
    if (!check) throw new Error(`${missing}: nothing written`);
    console.log(`skipped: ${missing}`);
    return beside;
  }
  return Math.max(beside, written(join(provider, 'azurerm.json'), factsText(folder), check));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = generateFacts(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
