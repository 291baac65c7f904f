// Writes controls/provider/azurerm3.json: how azurerm 3.x (from 3.100 on) differs from 4.55 in the types that have facts.
//
//   node scripts/generate-azurerm3.mjs [folder] [--check]
//   node scripts/generate-azurerm3.mjs --fetch
//
// The folder holds two releases of the CDKTF bindings, unpacked as `<version>/package`: the first for 3.100 and the last for
// 3.x (`RELEASES`). --fetch gets them with npm into a temporary folder. Which names exist is read off them; a name counts
// only where both have it. What bindings cannot say stands below, with its source.
// Without the folder nothing can be written, and --check says so and passes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { types } from './generate-facts.mjs';
import { attributesFromBindings } from './read-bindings.mjs';

/** The releases of @cdktf/provider-azurerm at both ends of the range: made of azurerm 3.100.0 and 3.116.0. */
export const RELEASES = ['12.13.0', '12.27.0'];

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(repository, 'controls/provider/azurerm3.json');

const scaleSet = {
  terminate_notification: { is: 'termination_notification' },
  gallery_applications: { is: 'gallery_application' },
  'gallery_applications.configuration_reference_blob_uri': { is: 'configuration_blob_uri' },
  'gallery_applications.package_reference_id': { is: 'version_id' },
};

/**
 * Names of 3.x and what 4.x calls them: the last step, in the same block. `not`: where one says true, the other says false.
 * `values`: what is said in other words. `as`: what has another form (see names-in-3.ts).
 * Source: the provider's upgrade guide for 4.0 (website/docs/guides/4.0-upgrade-guide.html.markdown), its schema at 3.117
 * (branches on FourPointOh), and for names that 4.x only deprecated the facts of 4.55.
 */
export const renames = {
  azurerm_cosmosdb_account: {
    enable_automatic_failover: { is: 'automatic_failover_enabled' },
    enable_free_tier: { is: 'free_tier_enabled' },
    enable_multiple_write_locations: { is: 'multiple_write_locations_enabled' },
    ip_range_filter: { is: 'ip_range_filter', as: 'commas' },
  },
  azurerm_key_vault: { enable_rbac_authorization: { is: 'rbac_authorization_enabled' } },
  azurerm_linux_virtual_machine_scale_set: scaleSet,
  azurerm_log_analytics_workspace: {
    local_authentication_disabled: { is: 'local_authentication_enabled', not: true },
  },
  azurerm_monitor_diagnostic_setting: { log: { is: 'enabled_log', as: 'enabled' } },
  azurerm_network_interface: {
    enable_accelerated_networking: { is: 'accelerated_networking_enabled' },
    enable_ip_forwarding: { is: 'ip_forwarding_enabled' },
  },
  azurerm_redis_cache: {
    enable_non_ssl_port: { is: 'non_ssl_port_enabled' },
    'redis_configuration.enable_authentication': { is: 'authentication_enabled' },
  },
  azurerm_storage_account: { enable_https_traffic_only: { is: 'https_traffic_only_enabled' } },
  azurerm_subnet: {
    private_endpoint_network_policies_enabled: {
      is: 'private_endpoint_network_policies',
      values: { true: 'Enabled', false: 'Disabled' },
    },
    // "Enforce" the link means: without the policies.
    enforce_private_link_endpoint_network_policies: {
      is: 'private_endpoint_network_policies',
      values: { true: 'Disabled', false: 'Enabled' },
    },
    enforce_private_link_service_network_policies: {
      is: 'private_link_service_network_policies_enabled',
      not: true,
    },
  },
  azurerm_virtual_network: { 'subnet.address_prefix': { is: 'address_prefixes', as: 'single' } },
  azurerm_web_application_firewall_policy: {
    'managed_rules.managed_rule_set.rule_group_override.disabled_rules': { is: 'rule', as: 'switched-off' },
  },
  azurerm_windows_virtual_machine: { enable_automatic_updates: { is: 'automatic_updates_enabled' } },
  azurerm_windows_virtual_machine_scale_set: scaleSet,
};

const noDefault = { default: null };
/**
 * Defaults, types and replacements that 3.x has otherwise; null for none. Source: "Defaults to" and "forces a new resource" in
 * the resources' documentation at 3.100, 3.117 and 4.55, compared, and the schema at 3.117 (branches on FourPointOh).
 */
const differing = {
  azurerm_application_insights: {
    daily_data_cap_in_gb: noDefault,
    daily_data_cap_notifications_disabled: noDefault,
  },
  azurerm_cosmosdb_account: {
    automatic_failover_enabled: noDefault,
    free_tier_enabled: noDefault,
    ip_range_filter: { type: 'String', elem: null },
    minimal_tls_version: noDefault,
    multiple_write_locations_enabled: noDefault,
  },
  azurerm_iothub: {
    event_hub_partition_count: noDefault,
    event_hub_retention_in_days: noDefault,
    'fallback_route.enabled': noDefault,
    'file_upload.default_ttl': noDefault,
    'file_upload.lock_duration': noDefault,
    'file_upload.sas_ttl': noDefault,
  },
  azurerm_lb: { sku: { default: 'Basic' } },
  azurerm_linux_virtual_machine_scale_set: {
    extension_operations_enabled: noDefault,
    zones: { forceNew: true, conditionalForceNew: null },
  },
  azurerm_log_analytics_workspace: { local_authentication_enabled: { default: true } },
  azurerm_managed_disk: { network_access_policy: noDefault },
  azurerm_monitor_activity_log_alert: { location: { default: 'global' } },
  azurerm_monitor_diagnostic_setting: {
    enabled_log: { atLeastOneOf: ['enabled_log', 'log', 'metric'], conflictsWith: ['log'] },
    metric: { atLeastOneOf: ['enabled_log', 'log', 'metric'] },
  },
  azurerm_mysql_flexible_server: { version: { forceNew: true, conditionalForceNew: null } },
  azurerm_network_watcher_flow_log: { version: noDefault },
  azurerm_public_ip: { sku: { default: 'Basic' } },
  azurerm_redis_cache: {
    'redis_configuration.data_persistence_authentication_method': { default: 'SAS' },
    redis_version: noDefault,
  },
  azurerm_security_center_contact: { name: { default: 'default1', forceNew: null } },
  azurerm_service_plan: { zone_balancing_enabled: { forceNew: true, conditionalForceNew: null } },
  azurerm_storage_account: {
    cross_tenant_replication_enabled: { default: true },
    large_file_share_enabled: noDefault,
  },
  azurerm_storage_container: { storage_account_name: { forceNew: true, conditionalForceNew: null } },
  azurerm_subnet: {
    private_endpoint_network_policies: noDefault,
    private_link_service_network_policies_enabled: noDefault,
  },
  azurerm_web_application_firewall_policy: {
    'managed_rules.managed_rule_set.rule_group_override.rule.enabled': noDefault,
  },
  azurerm_windows_virtual_machine_scale_set: {
    extension_operations_enabled: noDefault,
    zones: { forceNew: true, conditionalForceNew: null },
  },
};

/**
 * When names came that only the last release has: tells people which release they need. Others stand with that of `LAST`.
 * Source: the resources' documentation, compared from tag to tag.
 */
const seen = {
  'azurerm_network_interface.accelerated_networking_enabled': '3.108',
  'azurerm_network_interface.ip_forwarding_enabled': '3.108',
  'azurerm_postgresql_flexible_server.public_network_access_enabled': '3.105',
  'azurerm_storage_account.https_traffic_only_enabled': '3.114',
  'azurerm_subnet.default_outbound_access_enabled': '3.107',
  'azurerm_subnet.private_endpoint_network_policies': '3.103',
};
const LAST = '3.116';

/** Types that came with the last releases of 3.x, after those whose bindings are read. Source: the provider's change log. */
const late = { azurerm_storage_account_queue_properties: '3.117' };

/** Attributes of a type in both releases; undefined where one does not have it. */
export function bindingsOf(folder, type) {
  const name = type.slice('azurerm_'.length).replaceAll('_', '-');
  const folders = RELEASES.map((release) => join(folder, release, 'package/lib', name));
  return folders.every(existsSync) ? folders.map((each) => attributesFromBindings(each).attributes) : undefined;
}

const FLAGS = ['required', 'optional'];
const isSet = (facts) => facts !== undefined && FLAGS.some((flag) => facts[flag]);
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('.')));
const ancestorsOf = (path) => (parentOf(path) ? [parentOf(path), ...ancestorsOf(parentOf(path))] : []);

/** What both releases say of an attribute that 4.x does not have; undefined where one of them cannot set it. */
const only3 = (first, last) => {
  if (!isSet(first) || !isSet(last)) return undefined;
  const { type, elem, required, optional, maxItems } = first;
  return { type, elem, required, optional, maxItems };
};

/** The first name that all of 3.x has for an attribute of 4.x; its last step. */
const formerName = (type, path) => {
  const own = Object.entries(renames[type] ?? {}).find(
    ([old, { is }]) => parentOf(old) === parentOf(path) && is === path.slice(parentOf(path).length).replace('.', ''),
  );
  return own?.[0].split('.').at(-1);
};

/**
 * What 3.x says otherwise of an attribute of 4.x: null where it has none, else what differs. `former`: the name to write,
 * where not all of 3.x has that of 4.x; `since`: the release that brought it, where it had no other name.
 */
function difference(type, path, facts, [first, last], isAsBlock) {
  const changes = differing[type]?.[path];
  if (!isSet(first)) {
    const former = formerName(type, path);
    if (former) return { former, ...(isSet(last) ? { since: seen[`${type}.${path}`] ?? LAST } : {}), ...changes };
    return isSet(last) ? { since: seen[`${type}.${path}`] ?? LAST, ...changes } : null;
  }
  const flags = {};
  // Blocks that are attributes at the same time are optional to the bindings in all their parts.
  for (const flag of FLAGS)
    if (!isAsBlock && Boolean(facts[flag]) !== Boolean(last[flag])) flags[flag] = last[flag] ?? null;
  // What has to be written is never Azure's choice.
  if (flags.required && facts.computed) flags.computed = null;
  const all = { ...flags, ...changes };
  return Object.keys(all).length ? all : undefined;
}

function differencesOf(type, facts, [first, last]) {
  const attributes = {};
  const has4 = (path) => facts[path] !== undefined && facts[path].in5 !== 'added';
  const paths = new Set([...Object.keys(facts).filter(has4), ...Object.keys(first), ...Object.keys(last)]);
  for (const path of [...paths].sort()) {
    const above = ancestorsOf(path);
    if (!has4(path)) {
      const own = only3(first[path], last[path]);
      if (own) attributes[path] = own;
    } else if (isSet(facts[path]) && !above.some((each) => attributes[each] === null || attributes[each]?.since)) {
      const isAsBlock = above.some((each) => facts[each]?.attributeAsBlock);
      const found = difference(type, path, facts[path], [first[path], last[path]], isAsBlock);
      if (found !== undefined) attributes[path] = found;
    }
  }
  for (const path of Object.keys(differing[type] ?? {}))
    if (!has4(path)) throw new Error(`${type}.${path} is not in the facts of 4.x`);
  for (const [path, { is }] of Object.entries(renames[type] ?? {})) {
    const at = path.includes('.') ? `${parentOf(path)}.` : '';
    if (!isSet(first[path]) || !isSet(last[path])) throw new Error(`${type}.${path} is not in all of 3.100 to 3.x`);
    const outer = Object.entries(renames[type]).find(([name]) => `${name}.` === at);
    if (!has4(`${outer ? `${outer[1].is}.` : at}${is}`)) throw new Error(`${type}.${is} is not in the facts of 4.x`);
  }
  return attributes;
}

/** The file as text. Throws where a rename below is not what the releases say. */
export function azurerm3Text(folder) {
  const facts = JSON.parse(readFileSync(join(repository, 'controls/provider/azurerm.json'), 'utf8')).types;
  const versions = RELEASES.map(
    (release) => JSON.parse(readFileSync(join(folder, release, 'package/package.json'), 'utf8')).cdktf.provider.version,
  );
  const lines = types.flatMap((type) => {
    const bindings = bindingsOf(folder, type);
    if (!bindings) return [`    "${type}": ${JSON.stringify({ since: late[type] ?? null })}`];
    const attributes = differencesOf(type, facts[type].attributes, bindings);
    const entries = (of) => Object.entries(of).map(([path, each]) => `        "${path}": ${JSON.stringify(each)}`);
    const parts = [
      ['names', renames[type] ?? {}],
      ['attributes', attributes],
    ].filter(([, each]) => Object.keys(each).length);
    if (!parts.length) return [];
    const texts = parts.map(([name, each]) => `      "${name}": {\n${entries(each).join(',\n')}\n      }`);
    return [`    "${type}": {\n${texts.join(',\n')}\n    }`];
  });
  return `{\n  "versions": ${JSON.stringify(versions)},\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Both releases, unpacked in a temporary folder. */
function fetched() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-azurerm3-'));
  for (const release of RELEASES) {
    const at = join(folder, release);
    execFileSync('mkdir', ['-p', at]);
    const packed = execFileSync('npm', ['pack', `@cdktf/provider-azurerm@${release}`, '--silent'], { cwd: at });
    execFileSync('tar', ['xzf', String(packed).trim()], { cwd: at });
  }
  return folder;
}

/** Writes or, with --check, compares. Returns the exit code. */
export function generateAzurerm3(args) {
  const check = args.includes('--check');
  const given = args.find((argument) => !argument.startsWith('--')) ?? process.env.PLUMBLINE_AZURERM3;
  const temporary = args.includes('--fetch') ? fetched() : undefined;
  const folder = temporary ?? (given && resolve(given));
  if (!folder || !existsSync(join(folder, RELEASES[0]))) {
    const missing = 'the differences of azurerm 3.x have no source folder here (argument or PLUMBLINE_AZURERM3)';
    if (!check) throw new Error(`${missing}: nothing written`);
    console.log(`skipped: ${missing}`);
    return 0;
  }
  try {
    const text = azurerm3Text(folder);
    if (!check) writeFileSync(target, text);
    else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
      console.error('controls/provider/azurerm3.json is not what its source says: node scripts/generate-azurerm3.mjs');
      return 1;
    }
    return 0;
  } finally {
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = generateAzurerm3(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
