import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Renamed, renamedFrom3 } from '../../controls/provider/azurerm3';
import data from '../../controls/provider/azurerm3.json';
import { attributeFacts, attributesOf, knownTypes, majorsOf } from '../../controls/provider/facts';
import { contentIn3, isNameIn3, originalOf, pathIn3, readIn3, writeIn3 } from '../../controls/provider/names-in-3';
import { type Attributes, type Path, Unknown, type Value, valueAt } from '../../controls/value';

const repository = join(__dirname, '../..');
const source = process.env.PLUMBLINE_AZURERM3;
const withSource = source && existsSync(source) ? test : test.skip;

interface StoredType {
  readonly since?: string | null;
  readonly names?: Readonly<Record<string, Renamed>>;
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
}
const stored = Object.entries(data.types as unknown as Readonly<Record<string, StoredType>>);

const account = 'azurerm_storage_account';
const subnet = 'azurerm_subnet';
const setting = 'azurerm_monitor_diagnostic_setting';
const policy = 'azurerm_web_application_firewall_policy';
const override = ['managed_rules', 'managed_rule_set', 0, 'rule_group_override', 0];

/**
 * A second writing of the renames: type, path and value of 3.x, path and value of 4.x. Source: the provider's upgrade guide for
 * 4.0 and the documentation of both releases.
 */
const RENAMES: readonly (readonly [type: string, old: Path, before: Value, path: Path, after: Value])[] = [
  ['azurerm_cosmosdb_account', ['enable_automatic_failover'], true, ['automatic_failover_enabled'], true],
  ['azurerm_cosmosdb_account', ['enable_free_tier'], true, ['free_tier_enabled'], true],
  ['azurerm_cosmosdb_account', ['enable_multiple_write_locations'], false, ['multiple_write_locations_enabled'], false],
  ['azurerm_cosmosdb_account', ['ip_range_filter'], '203.0.113.7,::1', ['ip_range_filter'], ['203.0.113.7', '::1']],
  ['azurerm_key_vault', ['enable_rbac_authorization'], true, ['rbac_authorization_enabled'], true],
  ['azurerm_kubernetes_cluster', ['automatic_channel_upgrade'], 'patch', ['automatic_upgrade_channel'], 'patch'],
  ['azurerm_kubernetes_cluster', ['node_os_channel_upgrade'], 'NodeImage', ['node_os_upgrade_channel'], 'NodeImage'],
  ...(
    [
      ['enable_auto_scaling', 'auto_scaling_enabled'],
      ['enable_host_encryption', 'host_encryption_enabled'],
      ['enable_node_public_ip', 'node_public_ip_enabled'],
    ] as const
  ).map(
    ([old, now]) =>
      ['azurerm_kubernetes_cluster', ['default_node_pool', old], true, ['default_node_pool', now], true] as const,
  ),
  ['azurerm_log_analytics_workspace', ['local_authentication_disabled'], true, ['local_authentication_enabled'], false],
  [setting, ['log'], [{ category: 'AuditEvent' }], ['enabled_log'], [{ category: 'AuditEvent' }]],
  ['azurerm_network_interface', ['enable_accelerated_networking'], true, ['accelerated_networking_enabled'], true],
  ['azurerm_network_interface', ['enable_ip_forwarding'], true, ['ip_forwarding_enabled'], true],
  ['azurerm_redis_cache', ['enable_non_ssl_port'], true, ['non_ssl_port_enabled'], true],
  [
    'azurerm_redis_cache',
    ['redis_configuration', 'enable_authentication'],
    false,
    ['redis_configuration', 'authentication_enabled'],
    false,
  ],
  [account, ['enable_https_traffic_only'], false, ['https_traffic_only_enabled'], false],
  [subnet, ['private_endpoint_network_policies_enabled'], true, ['private_endpoint_network_policies'], 'Enabled'],
  [subnet, ['enforce_private_link_endpoint_network_policies'], true, ['private_endpoint_network_policies'], 'Disabled'],
  [
    subnet,
    ['enforce_private_link_service_network_policies'],
    true,
    ['private_link_service_network_policies_enabled'],
    false,
  ],
  [
    'azurerm_virtual_network',
    ['subnet', 0, 'address_prefix'],
    '10.0.0.0/24',
    ['subnet', 0, 'address_prefixes'],
    ['10.0.0.0/24'],
  ],
  [policy, [...override, 'disabled_rules'], ['944240'], [...override, 'rule'], [{ id: '944240', enabled: false }]],
  ['azurerm_windows_virtual_machine', ['enable_automatic_updates'], false, ['automatic_updates_enabled'], false],
  ...['azurerm_linux_virtual_machine_scale_set', 'azurerm_windows_virtual_machine_scale_set'].flatMap(
    (type): (readonly [string, Path, Value, Path, Value])[] => [
      [type, ['terminate_notification'], { enabled: true }, ['termination_notification'], { enabled: true }],
      [type, ['gallery_applications', 0, 'package_reference_id'], 'x', ['gallery_application', 0, 'version_id'], 'x'],
      [
        type,
        ['gallery_applications', 0, 'configuration_reference_blob_uri'],
        'x',
        ['gallery_application', 0, 'configuration_blob_uri'],
        'x',
      ],
    ],
  ),
];

/** An object, or lists of one, with one value at a path. */
const nested = ([step, ...rest]: Path, value: Value): Value => {
  if (step === undefined) return value;
  const inner = nested(rest, value);
  return typeof step === 'number' ? [inner] : { [step]: inner };
};
const attributesWith = (path: Path, value: Value) => nested(path, value) as Attributes;
const dotted = (path: Path) => path.filter((step) => typeof step === 'string').join('.');

test('every rename of the table is written a second time here, and none is missing there', () => {
  const here = RENAMES.flatMap(([type, old]) =>
    // The block of a nested name is renamed itself.
    old[0] === 'gallery_applications'
      ? [`${type} gallery_applications`, `${type} ${dotted(old)}`]
      : [`${type} ${dotted(old)}`],
  );
  const there = stored.flatMap(([type, { names = {} }]) => Object.keys(names).map((name) => `${type} ${name}`));
  expect(there.sort()).toEqual([...new Set(here)].sort());
});

test.each(RENAMES)('%s %j: %j is %j: %j in 4.x, and back', (type, old, before, path, after) => {
  const code = attributesWith(old, before);
  const read = readIn3(type, code);
  expect(valueAt(read, path)).toEqual(after);
  expect(dotted(old) === dotted(path) || valueAt(read, old) === undefined).toBe(true);
  expect(originalOf(read)).toBe(code);
  expect(pathIn3(type, read, path)).toEqual(old);
  const written = writeIn3(type, read, path, after, after);
  if (old[old.length - 1] === 'disabled_rules') expect(written).toContain('by hand');
  else expect(written).toEqual({ path: old, to: before, from: before });
});

test('what is new gets the name that all of 3.x has, and keeps a name of 4.x that the code has', () => {
  const path = ['https_traffic_only_enabled'];
  expect(writeIn3(account, {}, path, true)).toEqual({ path: ['enable_https_traffic_only'], to: true, from: undefined });
  const newer = readIn3(account, { https_traffic_only_enabled: false });
  expect(writeIn3(account, newer, path, true, false)).toEqual({ path, to: true, from: false });
  expect(contentIn3(account, '', { name: 'a', https_traffic_only_enabled: true })).toEqual({
    name: 'a',
    enable_https_traffic_only: true,
  });
  expect(contentIn3(subnet, '', { private_endpoint_network_policies: 'Enabled' })).toEqual({
    private_endpoint_network_policies_enabled: true,
  });
  expect(contentIn3('azurerm_redis_cache', '', { redis_configuration: { authentication_enabled: true } })).toEqual({
    redis_configuration: { enable_authentication: true },
  });
});

test('where a plan shows both names, the one that says something counts', () => {
  const both = (https_traffic_only_enabled: Value) =>
    readIn3(account, { https_traffic_only_enabled, enable_https_traffic_only: false }).https_traffic_only_enabled;
  expect([both(null), both(new Unknown('known after apply')), both(true)]).toEqual([false, false, true]);
  const [enabled, enforced] = [
    'private_endpoint_network_policies_enabled',
    'enforce_private_link_endpoint_network_policies',
  ];
  const policies = (code: Attributes) => readIn3(subnet, code).private_endpoint_network_policies;
  expect(policies({ [enforced]: null, [enabled]: true })).toBe('Enabled');
  expect(policies({ [enforced]: true, [enabled]: null })).toBe('Disabled');
  expect(policies({ [enforced]: true, [enabled]: false })).toBe('Disabled');
  expect(readIn3(account, { enable_https_traffic_only: null })).toEqual({ https_traffic_only_enabled: null });
});

test('what cannot be read stays unknown, whatever the name', () => {
  const unknown = new Unknown('var.x');
  expect(readIn3(account, { enable_https_traffic_only: unknown }).https_traffic_only_enabled).toBe(unknown);
  const workspace = readIn3('azurerm_log_analytics_workspace', { local_authentication_disabled: 'maybe' });
  expect(workspace.local_authentication_enabled).toBeInstanceOf(Unknown);
  expect(
    readIn3(subnet, { private_endpoint_network_policies_enabled: 'maybe' }).private_endpoint_network_policies,
  ).toBeInstanceOf(Unknown);
  expect(readIn3(setting, { log: [{ category: 'a', enabled: unknown }] }).enabled_log).toEqual([expect.any(Unknown)]);
});

test('of log blocks those count that are enabled, and beside others nothing is written', () => {
  const read = readIn3(setting, {
    log: [{ category: 'a' }, { category: 'b', enabled: false }, { category: 'c', enabled: true }],
  });
  expect(read.enabled_log).toEqual([{ category: 'a' }, { category: 'c' }]);
  expect(writeIn3(setting, read, ['enabled_log'], [])).toContain('not enabled');
});

test('a value that 3.x has no words for is refused', () => {
  const read = readIn3(subnet, { private_endpoint_network_policies_enabled: true });
  expect(writeIn3(subnet, read, ['private_endpoint_network_policies'], 'RouteTableEnabled')).toContain('by hand');
  expect(writeIn3('azurerm_cosmosdb_account', {}, ['ip_range_filter'], ['203.0.113.7', new Unknown('x')])).toContain(
    'by hand',
  );
});

test('code without old names is not copied', () => {
  const code = { name: 'a', https_traffic_only_enabled: true, network_rules: { default_action: 'Deny' } };
  expect(readIn3(account, code)).toBe(code);
  expect(readIn3('azurerm_resource_group', code)).toBe(code);
});

test('defaults of 3.x that are others than in 4.x, all of them', () => {
  const differing = knownTypes().flatMap((type) =>
    [...attributesOf(type, 3)].flatMap(([path, { default: inThree }]) => {
      const facts = attributeFacts(type, path, 4);
      return facts && facts.default !== inThree
        ? [`${type} ${path}: ${inThree ?? 'none'}, not ${facts.default ?? 'none'}`]
        : [];
    }),
  );
  expect(differing).toEqual([
    'azurerm_application_insights daily_data_cap_in_gb: none, not 100',
    'azurerm_cosmosdb_account automatic_failover_enabled: none, not false',
    'azurerm_cosmosdb_account free_tier_enabled: none, not false',
    'azurerm_cosmosdb_account minimal_tls_version: none, not Tls12',
    'azurerm_cosmosdb_account multiple_write_locations_enabled: none, not false',
    'azurerm_eventhub_namespace minimum_tls_version: none, not 1.2',
    'azurerm_iothub event_hub_partition_count: none, not 4',
    'azurerm_iothub event_hub_retention_in_days: none, not 1',
    'azurerm_iothub fallback_route.enabled: none, not true',
    'azurerm_iothub file_upload.default_ttl: none, not PT1H',
    'azurerm_iothub file_upload.lock_duration: none, not PT1M',
    'azurerm_iothub file_upload.sas_ttl: none, not PT1H',
    'azurerm_kubernetes_cluster node_os_upgrade_channel: none, not NodeImage',
    'azurerm_lb sku: Basic, not Standard',
    'azurerm_linux_virtual_machine_scale_set extension_operations_enabled: none, not true',
    'azurerm_log_analytics_workspace local_authentication_enabled: true, not none',
    'azurerm_managed_disk network_access_policy: none, not AllowAll',
    'azurerm_monitor_activity_log_alert location: global, not none',
    'azurerm_network_watcher_flow_log version: none, not 1',
    'azurerm_public_ip sku: Basic, not Standard',
    'azurerm_redis_cache redis_configuration.data_persistence_authentication_method: SAS, not none',
    'azurerm_redis_cache redis_version: none, not 6',
    'azurerm_security_center_contact name: default1, not none',
    'azurerm_servicebus_namespace minimum_tls_version: none, not 1.2',
    'azurerm_storage_account cross_tenant_replication_enabled: true, not false',
    'azurerm_subnet private_endpoint_network_policies: none, not Disabled',
    'azurerm_subnet private_link_service_network_policies_enabled: none, not true',
    'azurerm_web_application_firewall_policy managed_rules.managed_rule_set.rule_group_override.rule.enabled: none, not false',
    'azurerm_windows_virtual_machine_scale_set extension_operations_enabled: none, not true',
  ]);
});

test('attributes and types that 3.x lacks are lacking, and what came later says when', () => {
  expect(attributeFacts('azurerm_mysql_flexible_server', 'public_network_access', 3)).toBeUndefined();
  expect(attributeFacts('azurerm_virtual_network', 'subnet.delegation.name', 3)).toBeUndefined();
  expect(attributeFacts('azurerm_postgresql_flexible_server', 'public_network_access_enabled', 3)?.since).toBe('3.105');
  expect(attributeFacts(account, 'https_traffic_only_enabled', 3)).toMatchObject({
    former: 'enable_https_traffic_only',
    default: true,
  });
  expect(attributeFacts('azurerm_key_vault', 'rbac_authorization_enabled', 3)?.since).toBeUndefined();
  expect(attributeFacts('azurerm_service_plan', 'zone_balancing_enabled', 3)?.forceNew).toBe(true);
  expect([
    isNameIn3('azurerm_key_vault', 'rbac_authorization_enabled'),
    isNameIn3('azurerm_key_vault', 'enable_rbac_authorization'),
  ]).toEqual([false, true]);
  expect(majorsOf(account, { admits: [3, 4] })).toEqual([3, 4]);
});

test('the table has its shape: sorted types of the facts, former names that are renamed back', () => {
  const types = stored.map(([type]) => type);
  expect(types).toEqual([...types].sort());
  expect(types.filter((type) => !knownTypes().includes(type))).toEqual([]);
  for (const [type, { names = {}, attributes = {} }] of stored) {
    for (const [name, { is }] of Object.entries(names)) {
      expect(isNameIn3(type, name)).toBe(true);
      expect([type, name, typeof is]).toEqual([type, name, 'string']);
    }
    for (const [path, changes] of Object.entries(attributes)) {
      if (typeof changes?.former !== 'string') continue;
      const old = [...path.split('.').slice(0, -1), changes.former].join('.');
      expect([type, renamedFrom3(type)[old]?.is]).toEqual([type, path.split('.').at(-1)]);
    }
  }
});

test('the table holds as many differences of each kind as were reviewed', () => {
  const kindOf = (type: string, path: string, changes: Readonly<Record<string, unknown>> | null) => {
    if (changes === null) return 'lacking';
    if (!attributeFacts(type, path, 4)) return 'only in 3.x';
    return changes.former ? 'former name' : changes.since ? 'later' : 'other facts';
  };
  const kinds = stored.flatMap(([type, { since, attributes = {} }]) => [
    ...(since === undefined ? [] : ['late type']),
    ...Object.entries(attributes).map(([path, changes]) => kindOf(type, path, changes)),
  ]);
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  expect(counts).toEqual({
    'former name': 15,
    lacking: 85,
    'late type': 1,
    later: 28,
    'only in 3.x': 91,
    'other facts': 52,
  });
});

withSource('the bindings of 3.100 and the last 3.x have exactly the names of the table', () => {
  const code = `
    import { RELEASES, bindingsOf } from './scripts/generate-azurerm3.mjs';
    import { types } from './scripts/generate-facts.mjs';
    const set = (all) => Object.keys(all).filter((path) => all[path].required || all[path].optional);
    console.log(JSON.stringify(types.flatMap((type) => {
      const found = bindingsOf(process.argv[1], type);
      return found ? [[type, ...found.map(set)]] : [];
    })));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code, source!], {
    cwd: repository,
    encoding: 'utf8',
  });
  const found = JSON.parse(stdout) as [string, string[], string[]][];
  expect(found.length).toBeGreaterThan(80);
  for (const [type, first, last] of found) {
    const own = [...attributesOf(type, 3)].filter(([, facts]) => facts.required || facts.optional);
    const since = own.filter(([, facts]) => facts.since !== undefined).map(([path]) => path);
    const isLate = (path: string) => since.some((each) => path === each || path.startsWith(`${each}.`));
    const known = own.map(([path]) => path).filter((path) => isNameIn3(type, path));
    expect([type, known.filter((path) => !last.includes(path))]).toEqual([type, []]);
    expect([type, known.filter((path) => !isLate(path) && !first.includes(path))]).toEqual([type, []]);
    // What only Azure sets from 4.0 on is no setting.
    const isForgotten = (path: string) => !known.includes(path) && !attributeFacts(type, path, 3)?.computed;
    expect([type, last.filter((path) => first.includes(path) && isForgotten(path))]).toEqual([type, []]);
  }
});

withSource('the table is what the generator makes of its source', () => {
  const run = spawnSync(process.execPath, ['scripts/generate-azurerm3.mjs', source!, '--check'], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
});

test('without its source the generator says so and writes nothing', () => {
  const run = (args: string[]) =>
    spawnSync(process.execPath, ['scripts/generate-azurerm3.mjs', ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, PLUMBLINE_AZURERM3: '' },
    });
  expect(run(['--check'])).toMatchObject({ status: 0, stdout: expect.stringContaining('skipped') });
  expect(run([])).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing written') });
});
