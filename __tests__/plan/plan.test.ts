import { changeId, differenceText } from '../../remediations/render/review';
import { account, finding, patched, reasons, remedy, type Tree, versions } from './code';

const A = 'azurerm_storage_account.a';
const vault = (body = '') =>
  `resource "azurerm_key_vault" "v" {\n  name     = "kv"\n  sku_name = "standard"\n${body.replace(/^(?=.)/gm, '  ')}\n}\n`;
const V = 'azurerm_key_vault.v';

const changes = (made: ReturnType<typeof remedy>): string[] => made.plan.changes.map(differenceText);

describe('what belongs together', () => {
  test('one variable that feeds five accounts is one change, closing the findings of several scanners', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const tree = {
      'main.tf': `${names.map((name) => account(name, 'min_tls_version = var.tls')).join('')}variable "tls" {\n  default = "TLS1_0"\n}\n`,
    };
    const findings = names.flatMap((name) => [
      finding('CKV_AZURE_44', `azurerm_storage_account.${name}`),
      finding('AVD-AZU-0011', `azurerm_storage_account.${name}`, 'trivy'),
      finding('8263f146-5e03-43e0-9cfe-db960d56d1e7', `azurerm_storage_account.${name}`, 'kics'),
    ]);
    const { plan } = remedy(tree, findings);
    expect(plan.changes).toHaveLength(1);
    expect(plan.changes[0].resources).toEqual(names.map((name) => `azurerm_storage_account.${name}`));
    expect(plan.changes[0].findings).toHaveLength(15);
    expect(plan.unplanned).toEqual([]);
  });

  test('a block that one control wants is not written for the sake of another that passes without it', () => {
    const made = remedy({ 'main.tf': account('a') }, [finding('CKV_AZURE_36', A)]);
    expect(made.files.size).toBe(0);
    expect(reasons(made)).toEqual([expect.stringMatching(/^already-compliant: /)]);
  });

  test('what a control asks for `with` it comes along, in an existing block as well', () => {
    const made = remedy({ 'main.tf': account('a') }, [finding('CKV_AZURE_35', A)]);
    expect(changes(made)).toEqual(['network_rules: not set → { default_action = "Deny", bypass = ["AzureServices"] }']);
    const open = account('a', 'network_rules {\n  default_action = "Allow"\n}');
    expect(changes(remedy({ 'main.tf': open }, [finding('CKV_AZURE_35', A)])).sort()).toEqual([
      'network_rules.bypass: not set → ["AzureServices"]',
      'network_rules.default_action: "Allow" → "Deny"',
    ]);
  });

  test('what is there stays', () => {
    const open = account('a', 'network_rules {\n  default_action = "Deny"\n  bypass         = ["Logging"]\n}');
    expect(changes(remedy({ 'main.tf': open }, [finding('CKV_AZURE_36', A)]))).toEqual([
      'network_rules.bypass: ["Logging"] → ["Logging", "AzureServices"]',
    ]);
  });

  test('the companion that exists is edited, no block is put beside it', () => {
    const rules = `resource "azurerm_storage_account_network_rules" "a" {\n  storage_account_id = ${A}.id\n  default_action     = "Allow"\n}\n`;
    const made = remedy({ 'main.tf': account('a') + rules }, [finding('CKV_AZURE_35', A)]);
    expect(made.plan.changes.map(({ resources }) => resources)).toEqual([
      ['azurerm_storage_account_network_rules.a'],
      ['azurerm_storage_account_network_rules.a'],
    ]);
    expect(patched({ m: '' }, made)).toEqual({ m: '' });
  });

  test('a value that one instance wants and another must not get is a conflict or is left alone, never half done', () => {
    const rule = (port: string) =>
      `resource "azurerm_network_security_rule" "r${port}" {\n  name = "r"\n  priority = 100\n  direction = "Inbound"\n  access = "Allow"\n  protocol = "Tcp"\n  source_port_range = "*"\n  destination_port_range = "${port}"\n  source_address_prefix = local.source\n  destination_address_prefix = "*"\n}\n`;
    const tree = { 'main.tf': `${rule('22')}${rule('443')}locals {\n  source = "*"\n}\n` };
    const answers = { managementNetworks: ['10.0.0.0/8'], clientNetworks: ['203.0.113.0/24'] };
    const findings = [
      finding('CKV_AZURE_10', 'azurerm_network_security_rule.r22'),
      finding('network-no-public-http', 'azurerm_network_security_rule.r443', 'plumbline'),
    ];
    const made = remedy(tree, findings, { answers });
    expect(made.plan.changes).toEqual([]);
    expect(made.plan.unplanned.map(({ reason }) => reason)).toEqual(['conflict', 'conflict']);
  });
});

describe('a finding about several instances of which one cannot be changed', () => {
  const each = account(
    'a',
    'for_each = { x = { tls = "TLS1_0" }, y = { tls = local.tls } }\nmin_tls_version = each.value.tls',
  );
  const tree = { 'main.tf': `${each}locals {\n  tls = "TLS1_0"\n}\noutput "tls" {\n  value = local.tls\n}\n` };

  test('is not closed; the other instance is changed, and that is said', () => {
    const made = remedy(tree, [finding('CKV_AZURE_44', A)]);
    expect(reasons(made)).toEqual([expect.stringMatching(/^ambiguous: local\.tls is read for something else/)]);
    expect(made.plan.changes.map(({ resources, findings, notes }) => ({ resources, findings, notes }))).toEqual([
      { resources: [`${A}["x"]`], findings: [], notes: [expect.stringContaining('other instances stay as they are')] },
    ]);
  });

  test('findings about one instance each are told apart', () => {
    const made = remedy(tree, [finding('CKV_AZURE_44', `${A}["x"]`), finding('CKV_AZURE_44', `${A}["y"]`)]);
    expect(made.plan.changes.map(({ findings }) => findings.map(({ subject }) => subject.address))).toEqual([
      [`${A}["x"]`],
    ]);
    expect(made.plan.unplanned.map((each) => each.address)).toEqual([`${A}["y"]`]);
  });
});

describe('made explicit', () => {
  test('a default that is right is written out when a scanner asks, in a wave that changes nothing', () => {
    const { plan, waves } = remedy({ 'main.tf': account('a') }, [finding('CKV_AZURE_44', A)]);
    expect(plan.changes.map(({ explicit, impact, to }) => ({ explicit, impact, to }))).toEqual([
      { explicit: true, impact: 'in-place', to: 'TLS1_2' },
    ]);
    expect(waves.map(({ impact }) => impact)).toEqual(['in-place']);
  });

  test('a value that passes is never touched, even one a scanner dislikes', () => {
    const tree = { 'main.tf': account('a', 'min_tls_version = "TLS1_3"') };
    const made = remedy(tree, [finding('8263f146-5e03-43e0-9cfe-db960d56d1e7', A, 'kics')]);
    expect(made.files.size).toBe(0);
    expect(reasons(made)).toEqual([expect.stringMatching(/^already-compliant: /)]);
  });
});

describe('by name only', () => {
  const findings = [finding('AZU-0061', A, 'trivy'), finding('CKV_AZURE_110', V)];
  const tree = { 'main.tf': account('a') + vault() };

  test('what replaces or cannot be undone is left out, explained, and offered by name', () => {
    const made = remedy(tree, findings);
    expect(made.files.size).toBe(0);
    expect(reasons(made)).toEqual([
      expect.stringMatching(/^irreversible: Purge protection cannot be switched off.*--allow irreversible\.$/),
      expect.stringMatching(/^replaces-resource: It can only be chosen at creation.*--allow replaces\.$/),
    ]);
  });

  test('what was allowed gets waves of its own, the last ones', () => {
    const both = remedy(tree, [...findings, finding('CKV_AZURE_44', A)], { allow: ['replaces', 'irreversible'] });
    expect(both.waves.map(({ impact }) => impact)).toEqual(['in-place', 'irreversible', 'replaces']);
    const one = remedy(tree, findings, { allow: ['irreversible'] });
    expect(one.waves.map(({ impact }) => impact)).toEqual(['irreversible']);
    expect(one.plan.unplanned.map(({ reason }) => reason)).toEqual(['replaces-resource']);
  });
});

describe('lifecycle', () => {
  const ignoring = (what: string) =>
    account('a', `min_tls_version = "TLS1_0"\n\nlifecycle {\n  ignore_changes = ${what}\n}`);
  test.each(['[min_tls_version]', '[tags, min_tls_version]', 'all'])('ignore_changes = %s', (what) => {
    const made = remedy({ 'main.tf': ignoring(what) }, [finding('CKV_AZURE_44', A)]);
    expect(made.files.size).toBe(0);
    expect(reasons(made)).toEqual([expect.stringMatching(/^ignored-by-lifecycle: /)]);
  });

  test('of another attribute does not matter', () => {
    const made = remedy({ 'main.tf': ignoring('[tags["x"]]') }, [finding('CKV_AZURE_44', A)]);
    expect(made.plan.changes).toHaveLength(1);
  });
});

describe('the version of azurerm', () => {
  const made = (tree: Tree, rule: string, address: string, options = {}) => {
    const result = remedy(tree, [finding(rule, address, rule.includes('-') ? 'plumbline' : 'checkov')], options);
    return [...changes(result), ...reasons(result).map((each) => each.split(':')[0])];
  };
  const code = { 'main.tf': vault() };

  test.each([
    ['~> 4.55', ['rbac_authorization_enabled: not set → true']],
    ['4.40.0', ['enable_rbac_authorization: not set → true']],
    ['~> 4.40.0', ['enable_rbac_authorization: not set → true']],
    ['>= 4.0, < 4.42', ['enable_rbac_authorization: not set → true']],
    ['>= 4.0.0, < 4.42.0', ['enable_rbac_authorization: not set → true']],
    ['>= 4.0, <= 4.41', ['enable_rbac_authorization: not set → true']],
    ['>= 4.0, < 5.0, != 4.50', ['rbac_authorization_enabled: not set → true']],
    ['~> 4.0', ['rbac_authorization_enabled: not set → true']],
    ['~> 5.0', ['rbac_authorization_enabled: not set → true']],
    ['~> 3.116', ['enable_rbac_authorization: not set → true']],
    ['~> 3.0', ['enable_rbac_authorization: not set → true']],
    ['>= 3.50, < 4.0', ['enable_rbac_authorization: not set → true']],
    ['~> 3.99.0', ['unsupported-provider-version']],
    ['>= 3.0, < 3.100', ['unsupported-provider-version']],
    ['>= 3.0', ['unsupported-provider-version']],
    ['~> 2.99', ['unsupported-provider-version']],
  ])('%s', (constraint, expected) => {
    expect(made({ ...code, 'versions.tf': versions(constraint) }, 'key-vault-rbac', V)).toEqual(expected);
  });

  test('a former name that is written is kept', () => {
    const former = { 'main.tf': vault('enable_rbac_authorization = false') };
    expect(made(former, 'key-vault-rbac', V)).toEqual(['enable_rbac_authorization: false → true']);
  });

  test('the lock file wins over the constraint', () => {
    const lock = (version: string) =>
      `provider "registry.terraform.io/hashicorp/azurerm" {\n  version     = "${version}"\n  constraints = ">= 3.0.0"\n}\n`;
    const tree = { ...code, 'versions.tf': versions('>= 3.0') };
    expect(made({ ...tree, '.terraform.lock.hcl': lock('3.116.0') }, 'key-vault-rbac', V)).toEqual([
      'enable_rbac_authorization: not set → true',
    ]);
    expect(made({ ...tree, '.terraform.lock.hcl': lock('3.99.0') }, 'key-vault-rbac', V)).toEqual([
      'unsupported-provider-version',
    ]);
    expect(made({ ...tree, '.terraform.lock.hcl': lock('4.41.0') }, 'key-vault-rbac', V)).toEqual([
      'enable_rbac_authorization: not set → true',
    ]);
  });

  test('unknown: what both majors have and judge alike is planned, what differs is written either way', () => {
    const tree = { 'versions.tf': '', 'main.tf': account('a', 'min_tls_version = "TLS1_0"') };
    expect(made(tree, 'CKV_AZURE_44', A)).toEqual(['min_tls_version: "TLS1_0" → "TLS1_2"']);
    expect(made({ 'versions.tf': '', 'main.tf': account('a') }, 'CKV_AZURE_190', A)).toEqual([
      'allow_nested_items_to_be_public: not set → false',
    ]);
  });

  test('unknown, and names in the code that only 3.x has: it is for 3.x', () => {
    const tree = { 'versions.tf': '', 'main.tf': account('a', 'enable_https_traffic_only = false') };
    expect(made(tree, 'CKV_AZURE_3', A)).toEqual(['enable_https_traffic_only: false → true']);
    const later = { ...tree, 'versions.tf': versions('>= 4.0') };
    expect(made(later, 'CKV_AZURE_3', A)).toEqual(['unsupported-provider-version']);
    const both = { ...tree, 'vault.tf': vault('rbac_authorization_enabled = true') };
    expect(made(both, 'CKV_AZURE_3', A)).toEqual(['unsupported-provider-version']);
    const older = { ...tree, 'main.tf': account('a', 'allow_blob_public_access = false') };
    expect(made(older, 'CKV_AZURE_44', A)).toEqual(['unsupported-provider-version']);
  });

  test('code for a release of 3.x before 3.100 is judged by its names, and told what to do first', () => {
    const tree = { 'versions.tf': versions('~> 3.75.0'), 'main.tf': account('a', 'enable_https_traffic_only = false') };
    const { plan } = remedy(tree, [finding('CKV_AZURE_3', A)]);
    expect(plan.unplanned.map(({ reason, note }) => `${reason}: ${note}`)).toEqual([
      'unsupported-provider-version: azurerm 3.75 (version ~> 3.75.0) is older than 3.100: upgrade to "~> 3.100" first, then plan again',
    ]);
  });

  test('a default that is another one in 3.x is written out where 3.x is not excluded', () => {
    const tree = (constraint: string) => ({ 'versions.tf': versions(constraint), 'main.tf': account('a') });
    const told = (constraint: string) => made(tree(constraint), 'storage-no-cross-tenant-replication', A);
    expect(told('~> 3.100')).toEqual(['cross_tenant_replication_enabled: true → false']);
    for (const constraint of ['>= 3.0', '>= 3.0, < 5.0'])
      expect(told(constraint)).toEqual(['cross_tenant_replication_enabled: not set → false']);
    expect(told('~> 4.0')).toEqual(['already-compliant']);
  });

  test('in code for 5.x the new name takes the place of a former one', () => {
    const tree = { 'versions.tf': versions('~> 5.0'), 'main.tf': vault('enable_rbac_authorization = true') };
    const result = remedy(tree, [finding('key-vault-rbac', V, 'plumbline')]);
    const text = patched(tree, result)['main.tf'];
    expect(text).toContain('rbac_authorization_enabled = true');
    expect(text).not.toContain('enable_rbac_authorization');
  });

  test('a name that 5.x removed is not written into code for 5.x', () => {
    const five = { 'versions.tf': versions('~> 5.0'), 'main.tf': account('a') };
    const result = remedy(five, [finding('CKV_AZURE_33', A)], {
      answers: { logAnalyticsWorkspaceId: '/subscriptions/0/resourceGroups/g/providers/x/workspaces/w' },
    });
    expect(changes(result)).toEqual(['add azurerm_monitor_diagnostic_setting.a_queue_logs']);
    expect(JSON.stringify(patched({ 'main.tf': '' }, result))).not.toContain('queue_properties');
  });

  test('a block that 5.x removed and the code still writes is refused', () => {
    const queues = account(
      'a',
      'queue_properties {\n  logging {\n    delete  = true\n    read    = false\n    write   = true\n    version = "1.0"\n  }\n}',
    );
    const tree = { 'versions.tf': versions('~> 5.0'), 'main.tf': queues };
    expect(made(tree, 'CKV_AZURE_33', A)).toEqual(['unsupported-provider-version']);
  });

  test('one release for each root module', () => {
    const tree = {
      'versions.tf': '',
      'four/main.tf': versions('4.40.0') + vault(),
      'five/main.tf': versions('~> 5.1') + vault(),
    };
    const findings = ['four', 'five'].map((root) =>
      finding('key-vault-rbac', { address: V, file: `${root}/main.tf` }, 'plumbline'),
    );
    expect(changes(remedy(tree, findings))).toEqual([
      'rbac_authorization_enabled: not set → true',
      'enable_rbac_authorization: not set → true',
    ]);
  });
});

test('closing the network that Terraform itself needs is warned about', () => {
  const container = `resource "azurerm_storage_container" "c" {\n  name               = "c"\n  storage_account_id = ${A}.id\n}\n`;
  const notes = (code: string) => remedy({ 'main.tf': code }, [finding('CKV_AZURE_59', A)]).plan.changes[0].notes;
  expect(notes(account('a'))).toEqual([]);
  expect(notes(account('a') + container)).toEqual([
    'Terraform reaches azurerm_storage_container.c through this account: run it from inside the network, or admit its address first',
  ]);
});

test('closing the vault that Terraform reads is warned about', () => {
  const secret = `resource "azurerm_key_vault_secret" "s" {\n  name         = "s"\n  key_vault_id = ${V}.id\n}\n`;
  for (const rule of ['CKV_AZURE_109', 'CKV_AZURE_189']) {
    const notes = (code: string) => remedy({ 'main.tf': code }, [finding(rule, V)]).plan.changes[0].notes;
    expect(notes(vault())).toEqual([]);
    expect(notes(vault() + secret)).toEqual([
      'Terraform reaches azurerm_key_vault_secret.s through this vault: run it from inside the network, or admit its address first',
    ]);
  }
});

const server = (more = '') => `resource "azurerm_mssql_server" "s" {
  name                = "sql-s"
  resource_group_name = "rg-data"
  location            = "westeurope"
  version             = "12.0"
}
${more}`;

test('closing a database server to those who reach it now is warned about', () => {
  const S = 'azurerm_mssql_server.s';
  const rule = `resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  server_id        = ${S}.id
  start_ip_address = "203.0.113.7"
  end_ip_address   = "203.0.113.7"
}
`;
  const endpoint = `resource "azurerm_private_endpoint" "sql" {
  private_service_connection {
    private_connection_resource_id = ${S}.id
  }
}
`;
  const alone = 'no azurerm_private_endpoint here leads to it: unless one stands elsewhere, nobody can connect';
  const notes = (code: string) => remedy({ 'main.tf': code }, [finding('CKV_AZURE_113', S)]).plan.changes[0].notes;
  expect(notes(server())).toEqual([alone]);
  expect(notes(server(endpoint))).toEqual([]);
  expect(notes(server(endpoint + rule))).toEqual([
    'azurerm_mssql_firewall_rule.office no longer admit anybody: take them out of the code',
  ]);
});

test('keys of a Cosmos DB account are not refused unnoticed where nobody has a role', () => {
  const C = 'azurerm_cosmosdb_account.c';
  const code = (more = '') => `resource "azurerm_cosmosdb_account" "c" {\n  name = "cosmos-c"\n}\n${more}`;
  const role = (account: string) =>
    `resource "azurerm_cosmosdb_sql_role_assignment" "app" {\n  account_name = ${account}\n}\n`;
  const notes = (text: string) => remedy({ 'main.tf': text }, [finding('CKV_AZURE_140', C)]).plan.changes[0].notes;
  expect(notes(code())).toEqual([
    'no azurerm_cosmosdb_sql_role_assignment here belongs to it: without one no identity can read or write',
  ]);
  expect(notes(code(role(`${C}.name`)))).toEqual([]);
  expect(notes(code(role('"cosmos-c"')))).toEqual([]);
});

test('what has no effect alone is added together, for two rules once, or not at all', () => {
  const S = 'azurerm_mssql_server.s';
  const findings = [finding('CKV_AZURE_23', S), finding('CKV_AZURE_24', S)];
  const workspace = 'resource "azurerm_log_analytics_workspace" "central" {\n  name = "log-central"\n}\n';
  const done = remedy({ 'main.tf': server(workspace) }, findings).plan;
  expect(
    done.changes.map(({ edit: { what }, findings: closed }) => [what.do === 'add' && what.type, closed.length]),
  ).toEqual([
    ['azurerm_mssql_server_extended_auditing_policy', 2],
    ['azurerm_monitor_diagnostic_setting', 2],
  ]);
  const open = remedy({ 'main.tf': server() }, findings).plan;
  expect(open.changes).toEqual([]);
  expect(open.unplanned.map(({ reason }) => reason)).toEqual(['needs-answer', 'needs-answer']);
});

test('a parameter of another name is not taken for the one a rule is about', () => {
  const parameter = (name: string) => `resource "azurerm_postgresql_flexible_server_configuration" "p" {
  name      = "${name}"
  server_id = var.server_id
  value     = "off"
}
`;
  const made = (name: string) =>
    remedy({ 'main.tf': parameter(name) }, [
      finding('AZU-0024', 'azurerm_postgresql_flexible_server_configuration.p', 'trivy'),
    ]).plan;
  expect(made('log_checkpoints').changes.map(({ to }) => to)).toEqual(['on']);
  expect(made('geqo').changes).toEqual([]);
  expect(made('geqo').unplanned.map(({ reason }) => reason)).toEqual(['not-applicable']);
});

test('a finding on a resource type that azurerm 4.x no longer has says what took its place', () => {
  const notes = (type: string) =>
    remedy({ 'main.tf': `resource "${type}" "s" {\n  name = "s"\n}\n` }, [
      finding('CKV_AZURE_23', `${type}.s`),
    ]).plan.unplanned.map(({ reason, note }) => `${reason}: ${note}`);
  expect(notes('azurerm_sql_server')).toEqual([
    'not-applicable: azurerm 4.x has no azurerm_sql_server: azurerm_mssql_server took its place',
  ]);
  expect(notes('azurerm_postgresql_server')).toEqual([
    'not-applicable: sql-server-auditing is about azurerm_mssql_server, not about azurerm_postgresql_server',
  ]);
});

describe('app services of azurerm 4.x', () => {
  const S = 'azurerm_app_service.shop';
  const service = (body = '', type = 'azurerm_app_service') =>
    `resource "${type}" "shop" {\n  name                = "app-shop"\n  resource_group_name = "rg-web"\n${body}}\n`;
  const site = (body: string) => `\n  site_config {\n    ${body}\n  }\n`;
  const plan = (text: string, rule: string, constraint?: string) =>
    remedy({ 'main.tf': text, 'versions.tf': constraint === undefined ? versions() : constraint }, [finding(rule, S)]);

  test('the same rule reaches the control of the resource type', () => {
    expect(changes(plan(service(site('min_tls_version = "1.0"')), 'CKV_AZURE_15'))).toEqual([
      'site_config.min_tls_version: "1.0" → "1.2"',
    ]);
    expect(changes(plan(service(site('remote_debugging_enabled = true')), 'CKV_AZURE_72'))).toEqual([
      'site_config.remote_debugging_enabled: true → false',
    ]);
  });

  test('code that does not say its release is for the one that has the type', () => {
    expect(changes(plan(service(), 'CKV_AZURE_14', ''))).toEqual(['https_only: false → true']);
  });

  test('code for 5.x is told that it does not have the type', () => {
    const [left, ...others] = plan(service(), 'CKV_AZURE_14', versions('~> 5.0')).plan.unplanned;
    expect(others).toEqual([]);
    expect(left.note).toMatch(/^azurerm 5.x has no azurerm_app_service: /);
  });

  test('a new site_config block is not written where it would decide the bitness', () => {
    const [left] = plan(service(), 'CKV_AZURE_18').plan.unplanned;
    expect(left.reason).toBe('needs-answer');
    expect(left.note).toContain('use_32_bit_worker_process');
    expect(changes(plan(service(site('always_on = true')), 'CKV_AZURE_18'))).toEqual([
      'site_config.http2_enabled: false → true',
    ]);
  });
});

test('ids of changes do not depend on what else is planned', () => {
  const tree = { 'main.tf': account('a', 'min_tls_version = "TLS1_0"') };
  const alone = remedy(tree, [finding('CKV_AZURE_44', A)]).plan.changes.map(changeId);
  const among = remedy(tree, [finding('CKV_AZURE_59', A), finding('CKV_AZURE_44', A)]).plan.changes.map(changeId);
  expect(among).toEqual(expect.arrayContaining(alone));
});
