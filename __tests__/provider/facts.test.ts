import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import data from '../../controls/provider/azurerm.json';
import {
  attributeFacts,
  attributesOf,
  differsBetweenMajors,
  importIdForm,
  isAttributeAsBlock,
  isBlock,
  isSingleBlock,
  knownTypes,
  knowsType,
  omittedOnImport,
  replacesOnChange,
  requiredSiblings,
} from '../../controls/provider/facts';

const storage = 'azurerm_storage_account';
const vault = 'azurerm_key_vault';
const repository = join(__dirname, '../..');
const source = process.env.PLUMBLINE_FACTS ?? join(repository, '../shared/azurerm');
const withSource = existsSync(join(source, 'schema-lite.json')) ? test : test.skip;

test('defaults are those of the major', () => {
  expect(attributeFacts(storage, 'allow_nested_items_to_be_public', 4)?.default).toBe(true);
  expect(attributeFacts(storage, 'allow_nested_items_to_be_public', 5)?.default).toBe(false);
  expect(attributeFacts(storage, 'min_tls_version', 4)?.default).toBe('TLS1_2');
  expect(attributeFacts('azurerm_log_analytics_workspace', 'local_authentication_enabled', 4)?.default).toBeUndefined();
  expect(attributeFacts('azurerm_log_analytics_workspace', 'local_authentication_enabled', 5)?.default).toBe(true);
});

test('accepted values are those of the major', () => {
  expect(attributeFacts(storage, 'min_tls_version', 4)?.enum).toEqual(['TLS1_0', 'TLS1_1', 'TLS1_2', 'TLS1_3']);
  expect(attributeFacts(storage, 'min_tls_version', 5)?.enum).toEqual(['TLS1_2']);
  expect(attributeFacts(storage, 'sas_policy.expiration_action', 4)?.enumSince).toEqual({ Block: '4.45' });
});

test('names come and go with the major', () => {
  expect(attributeFacts(vault, 'enable_rbac_authorization', 4)?.deprecated).toEqual(['rbac_authorization_enabled']);
  expect(attributeFacts(vault, 'enable_rbac_authorization', 5)).toBeUndefined();
  expect(attributeFacts(vault, 'rbac_authorization_enabled', 4)).toMatchObject({ optional: true, since: '4.42' });
  expect(attributeFacts(vault, 'rbac_authorization_enabled', 5)).toEqual({
    type: 'Bool',
    required: true,
    since: '4.42',
  });
  expect(attributeFacts(storage, 'queue_properties', 5)).toBeUndefined();
  expect(attributeFacts(storage, 'queue_properties.logging.version', 5)).toBeUndefined();
  expect(attributeFacts('azurerm_subnet', 'service_endpoint', 4)).toBeUndefined();
  expect(isBlock('azurerm_subnet', 'service_endpoint', 5)).toBe(true);
});

test('blocks, single blocks and attributes as blocks are told apart', () => {
  expect(isSingleBlock(storage, 'network_rules', 4)).toBe(true);
  expect(isBlock(storage, 'network_rules.ip_rules', 4)).toBe(false);
  expect(attributeFacts('azurerm_network_security_group', 'security_rule', 4)?.type).toBe('Set');
  expect(isBlock('azurerm_network_security_group', 'security_rule', 4)).toBe(true);
  expect(isSingleBlock('azurerm_network_security_group', 'security_rule', 4)).toBe(false);
  expect(isAttributeAsBlock('azurerm_network_security_group', 'security_rule')).toBe(true);
  expect(isAttributeAsBlock(storage, 'network_rules')).toBe(false);
});

test('replacement is always, never or under a condition', () => {
  expect(replacesOnChange(storage, 'infrastructure_encryption_enabled', 4)).toBe(true);
  expect(replacesOnChange(storage, 'min_tls_version', 4)).toBe(false);
  expect(replacesOnChange(storage, 'account_replication_type', 4)).toContain('replace when crossing');
  expect(replacesOnChange(storage, 'immutability_policy', 4)).toBe(true);
  expect(replacesOnChange(storage, 'immutability_policy.period_since_creation_in_days', 4)).toContain('added');
  expect(replacesOnChange('azurerm_private_endpoint', 'private_service_connection', 4)).toContain('name');
  expect(replacesOnChange('azurerm_storage_container', 'storage_account_id', 5)).toBe(true);
  expect(replacesOnChange('azurerm_role_assignment', 'description', 5)).toBe(false);
});

test('majors differ where a configuration or a verdict would', () => {
  expect(differsBetweenMajors(storage, 'allow_nested_items_to_be_public')).toBe(true);
  expect(differsBetweenMajors(vault, 'rbac_authorization_enabled')).toBe(true);
  expect(differsBetweenMajors('azurerm_subnet', 'service_endpoint')).toBe(true);
  expect(differsBetweenMajors(storage, 'https_traffic_only_enabled')).toBe(false);
  expect(differsBetweenMajors(storage, 'no_such_attribute')).toBe(false);
});

test('a new block knows what it must bring along', () => {
  expect(requiredSiblings(storage, 'network_rules', 4)).toEqual(['default_action']);
  expect(requiredSiblings('azurerm_subnet', 'delegation', 4)).toEqual(['name', 'service_delegation']);
  expect(requiredSiblings('azurerm_resource_group', '', 4)).toEqual(['location', 'name']);
  expect(requiredSiblings(vault, '', 5)).toContain('rbac_authorization_enabled');
});

test('an unknown type is unknown, not an error', () => {
  expect(knowsType('azurerm_nothing')).toBe(false);
  expect(knowsType('constructor')).toBe(false);
  expect(attributesOf('azurerm_nothing', 4).size).toBe(0);
  expect(importIdForm('azurerm_nothing')).toBeUndefined();
  expect(attributeFacts(storage, 'constructor', 4)).toBeUndefined();
});

test('relations name attributes that exist in the same major', () => {
  for (const type of knownTypes()) {
    for (const major of [4, 5] as const) {
      const attributes = attributesOf(type, major);
      for (const [path, facts] of attributes) {
        const { conflictsWith = [], exactlyOneOf = [], requiredWith = [], atLeastOneOf = [] } = facts;
        const others = [...conflictsWith, ...exactlyOneOf, ...requiredWith, ...atLeastOneOf];
        const missing = others.filter((other) => !attributes.has(other));
        expect({ type, path, major, missing }).toEqual({ type, path, major, missing: [] });
      }
    }
  }
});

withSource('the generated file is what its source says', () => {
  const check = spawnSync('node', ['scripts/generate-facts.mjs', source, '--check'], { cwd: repository });
  expect(check.stderr.toString()).toBe('');
  expect(check.status).toBe(0);
});

interface SideFacts {
  default_drift: Record<string, unknown>;
  removed_if_omitted: string[];
  replace_if_omitted_or_wrong: string[];
}

withSource('what an import would change follows from the schema', () => {
  const { resources } = JSON.parse(readFileSync(join(source, 'facts.json'), 'utf8')) as {
    resources: Record<string, SideFacts>;
  };
  const inBoth = Object.keys(data.types).filter((type) => resources[type]);
  expect(inBoth.length).toBeGreaterThan(15);
  for (const type of inBoth) {
    const { default_drift, removed_if_omitted, replace_if_omitted_or_wrong } = resources[type];
    expect({ type, ...omittedOnImport(type, 4) }).toEqual({
      type,
      defaults: default_drift,
      removed: removed_if_omitted,
      replaced: replace_if_omitted_or_wrong,
    });
  }
});
