// Writes controls/provider/azurerm.json: what azurerm 4.55 and 5.2 say about the resource types our controls touch.
//
//   node scripts/generate-facts.mjs [folder] [--check]
//
// The folder holds schema-lite.json (every attribute of azurerm 4.55, read from the built provider) and facts.json
// (conditional replacement, replacements of deprecated names, and what 5.2 changed). It is not part of this repository:
// without it nothing can be written, and --check says so and passes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The resource types that have facts. Add one here, run this script, commit both. */
export const types = [
  'azurerm_key_vault',
  'azurerm_key_vault_access_policy',
  'azurerm_key_vault_key',
  'azurerm_key_vault_secret',
  'azurerm_log_analytics_workspace',
  'azurerm_management_lock',
  'azurerm_monitor_diagnostic_setting',
  'azurerm_network_security_group',
  'azurerm_network_security_rule',
  'azurerm_private_endpoint',
  'azurerm_resource_group',
  'azurerm_role_assignment',
  'azurerm_storage_account',
  'azurerm_storage_account_customer_managed_key',
  'azurerm_storage_account_network_rules',
  'azurerm_storage_account_queue_properties',
  'azurerm_storage_container',
  'azurerm_subnet',
  'azurerm_subnet_network_security_group_association',
  'azurerm_user_assigned_identity',
  'azurerm_virtual_network',
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
  const merged = { ...schema, ...within4[key], conditionalForceNew: side?.conditionalForceNew };
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
  const described = only5[type] ?? {};
  for (const path of added) {
    if (!described[path]) throw new Error(`${type}.${path} is new in 5.2: describe it in only5 in this script`);
  }
  for (const [path, facts] of Object.entries(described)) attributes[path] = { ...facts, in5: 'added' };
  dropRelationsIn5(attributes);
  return {
    importId: side?.import_id ?? schema.importId,
    timeouts: Object.keys(schema.timeoutsMin).sort(),
    attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The whole facts file as text. Throws when a type is missing from the schema or a new attribute is undescribed. */
export function factsText(folder) {
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const schema = read('schema-lite.json');
  const side = read('facts.json');
  const lines = ['{', `  "versions": { "4": "${schema._meta.version}", "5": "5.2.0" },`, '  "types": {'];
  types.forEach((type, index) => {
    if (!schema.types[type]) throw new Error(`${type} is not in schema-lite.json`);
    const { importId, timeouts, attributes } = typeFacts(type, schema.types[type], side.resources[type]);
    lines.push(
      `    "${type}": {`,
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

/** Writes or, with --check, compares. Returns the exit code. */
export function generateFacts(args) {
  const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
  const given = args.find((argument) => !argument.startsWith('--')) ?? process.env.PLUMBLINE_FACTS;
  const folder = resolve(given ?? join(repository, '../shared/azurerm'));
  const target = join(repository, 'controls/provider/azurerm.json');
  const check = args.includes('--check');
  if (!existsSync(join(folder, 'schema-lite.json'))) {
    const missing = 'the provider facts have no source folder here (argument or PLUMBLINE_FACTS)';
    if (!check) throw new Error(`${missing}: nothing written`);
    console.log(`skipped: ${missing}`);
    return 0;
  }
  const text = factsText(folder);
  if (!check) {
    writeFileSync(target, text);
    return 0;
  }
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return 0;
  console.error('controls/provider/azurerm.json is not what its source says: run node scripts/generate-facts.mjs');
  return 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = generateFacts(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
