import { checkEstate } from '../../remediations/check';
import type { Finding } from '../../remediations/findings/finding';
import { differenceText } from '../../remediations/render/review';
import { estateOf, finding, patched, reasons, remedy, type Tree } from './code';

const SOURCE = 'Azure/avm-res-storage-storageaccount/azurerm';
const ACCOUNT = 'module.logs.azurerm_storage_account.this';
const TLS = 'CKV_AZURE_44';
const DENY = 'CKV_AZURE_35';

interface Call {
  readonly version?: string | null;
  readonly source?: string;
  readonly more?: Tree;
}

/** A call of the module of storage accounts; `body` stands behind what it requires. */
const call = (body = '', { version = '0.6.4', source = SOURCE, more = {} }: Call = {}): Tree => ({
  'main.tf': `module "logs" {
  source              = "${source}"
${version === null ? '' : `  version             = "${version}"\n`}  name                = "stlogs"
  location            = "westeurope"
  resource_group_name = "rg"
${body.replace(/^(?=.)/gm, '  ')}}
`,
  ...more,
});

/** What a plan for a finding on the account says, and what becomes of the code. */
const plan = (tree: Tree, rule = TLS, address = ACCOUNT, scanner: Finding['scanner'] = 'checkov') => {
  const made = remedy(tree, [finding(rule, address, scanner)]);
  return {
    made,
    changes: made.plan.changes.map(differenceText),
    notes: made.plan.changes.flatMap(({ notes }) => notes),
    reasons: reasons(made),
    after: patched(tree, made),
  };
};
const weak = (more: Call = {}) => call('min_tls_version     = "TLS1_0"\n', more);
const strong = (tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).map(([path, text]) => [path, text.replaceAll('TLS1_0', 'TLS1_2')]));

describe('an argument of the call', () => {
  test('is replaced where it is written', () => {
    const { made, changes, reasons, after, notes } = plan(weak());
    expect(reasons).toEqual([]);
    expect(changes).toEqual(['min_tls_version: "TLS1_0" → "TLS1_2"']);
    expect(after).toEqual(strong(weak()));
    expect(made.plan.changes).toMatchObject([{ resources: [ACCOUNT], edit: { place: { site: 'argument' } } }]);
    expect(notes).toEqual([`through input min_tls_version of ${SOURCE} (0.6.4)`]);
  });

  test('is right already by the default of the module', () => {
    const { changes, reasons } = plan(call());
    expect(changes).toEqual([]);
    expect(reasons).toEqual([expect.stringMatching(/^already-compliant: /)]);
  });

  test('is right by the default of the module although it is null', () => {
    const tree = call('account_tier = null\n');
    expect(plan(tree).reasons).toEqual([expect.stringMatching(/^already-compliant: /)]);
  });

  test('is added where the default of the module deviates', () => {
    const tree = call('', { source: 'Azure/avm-res-web-site/azurerm', version: '0.20.0' });
    const { changes, after } = plan(tree, 'CKV_AZURE_14', 'module.logs.azurerm_linux_web_app.this[0]');
    expect(changes).toEqual(['https_only: false → true']);
    expect(after['main.tf']).toBe(tree['main.tf'].replace(/\}\n$/, '  https_only          = true\n}\n'));
  });

  test('with the opposite meaning gets the opposite', () => {
    const tree = call('legacy_access_policies_enabled = true\n', {
      source: 'Azure/avm-res-keyvault-vault/azurerm',
      version: '0.9.1',
    });
    const { changes, after, notes } = plan(tree, 'key-vault-rbac', 'module.logs.azurerm_key_vault.this', 'plumbline');
    expect(changes).toEqual(['enable_rbac_authorization: false → true']);
    expect(after['main.tf']).toBe(tree['main.tf'].replace('= true', '= false'));
    expect(notes.join()).toContain('through input legacy_access_policies_enabled of');
  });

  test('that another input overrules', () => {
    const tree = call('nfsv3_enabled = true\n', { source: 'claranet/storage-account/azurerm', version: '9.0.0' });
    expect(plan(tree, 'CKV_AZURE_3', 'module.logs.azurerm_storage_account.main').reasons).toEqual([
      'remote-module: claranet/storage-account/azurerm (9.0.0) itself sets https_traffic_only_enabled to false because of its input nfsv3_enabled',
    ]);
  });

  test('that the module does not have', () => {
    const tree = call('', { source: 'claranet/storage-account/azurerm', version: '9.0.0' });
    const { reasons } = plan(tree, 'CKV2_AZURE_41', 'module.logs.azurerm_storage_account.main');
    expect(reasons).toEqual([
      'remote-module: claranet/storage-account/azurerm (9.0.0) has no input for sas_policy.expiration_period: ask its owner',
    ]);
  });
});

describe('an object', () => {
  test('gets another entry in place of the one that deviates', () => {
    const tree = call('network_rules       = { default_action = "Allow" }\n');
    const { made, after } = plan(tree, DENY);
    expect(after['main.tf']).toBe(tree['main.tf'].replace('"Allow"', '"Deny"'));
    expect(made.plan.changes[0].path).toEqual(['network_rules', 'default_action']);
  });

  test('keeps what a list has, and gets more', () => {
    const tree = call('network_rules = {\n  bypass         = ["Logging"]\n  default_action = "Deny"\n}\n');
    const { after } = plan(tree, 'CKV_AZURE_36');
    expect(after['main.tf']).toBe(tree['main.tf'].replace('["Logging"]', '["Logging", "AzureServices"]'));
  });

  const site = (body: string) => call(body, { source: 'Azure/avm-res-web-site/azurerm', version: '0.20.0' });
  const APP = 'module.logs.azurerm_linux_web_app.this[0]';

  test('gets an entry that it lacks, and keeps the others', () => {
    const tree = site('site_config = {\n  http2_enabled = null # later\n  always_on     = true # awake\n}\n');
    const { after } = plan(tree, 'CKV_AZURE_17', APP);
    expect(after).toEqual(tree);
    const added = plan(site('site_config = {\n  always_on     = true # awake\n}\n'), 'CKV_AZURE_18', APP).after;
    expect(added['main.tf']).toContain('\n    always_on     = true # awake\n    http2_enabled = true\n  }\n');
  });

  test('is added as a whole where nothing else changes by it', () => {
    const { after } = plan(site(''), 'CKV_AZURE_18', APP);
    expect(after['main.tf']).toMatch(/\n {2}site_config {9}= \{ http2_enabled = true \}\n\}\n$/);
  });

  test('is not added where it decides more', () => {
    const { reasons } = plan(call(), 'storage-soft-delete', ACCOUNT, 'plumbline');
    expect(reasons).toEqual([
      expect.stringMatching(/^remote-module: blob_properties of .* is not written in the call/),
    ]);
  });

  test.each(['', 'site_config = {}\n'])('two entries for two controls, into %j', (body) => {
    const findings = [finding('CKV_AZURE_18', APP), finding('web-app-health-check', APP, 'plumbline')];
    const made = remedy(site(body), findings, { answers: { webAppHealthCheckPath: '/health' } });
    expect(reasons(made)).toEqual([]);
    const [, inside] = /site_config +?= \{ (.*) \}\n\}\n$/.exec(patched(site(body), made)['main.tf'])!;
    expect(inside.split(', ').sort()).toEqual([
      'health_check_eviction_time_in_min = 10',
      'health_check_path = "/health"',
      'http2_enabled = true',
    ]);
  });
});

describe('values from elsewhere', () => {
  test('a variable with a default, which only the call reads', () => {
    const tree = call('min_tls_version = var.tls\n', {
      more: { 'variables.tf': 'variable "tls" {\n  default = "TLS1_0"\n}\n' },
    });
    const { after, made } = plan(tree);
    expect(after).toEqual(strong(tree));
    expect(made.plan.changes[0].edit.place.site).toBe('variable');
  });

  test('a variable that a resource of the tree reads for the same', () => {
    const other =
      'resource "azurerm_storage_account" "other" {\n  name = "x"\n  min_tls_version = var.tls\n}\nvariable "tls" {\n  default = "TLS1_0"\n}\n';
    const tree = call('min_tls_version = var.tls\n', { more: { 'other.tf': other } });
    expect(plan(tree).after).toEqual(strong(tree));
    expect(plan(tree, TLS, 'azurerm_storage_account.other').after).toEqual(strong(tree));
  });

  test('a variable that something else reads', () => {
    const other = 'output "tls" {\n  value = var.tls\n}\nvariable "tls" {\n  default = "TLS1_0"\n}\n';
    const tree = call('min_tls_version = var.tls\n', { more: { 'other.tf': other } });
    expect(plan(tree).reasons).toEqual(['ambiguous: var.tls is read for something else at other.tf:2']);
  });

  test('a variable without a value', () => {
    const tree = call('min_tls_version = var.tls\n', { more: { 'variables.tf': 'variable "tls" {}\n' } });
    expect(plan(tree).reasons).toEqual(['computed-value: cannot be told: var.tls has no value in this tree']);
  });

  test('tfvars', () => {
    const tree = call('min_tls_version = var.tls\n', {
      more: { 'variables.tf': 'variable "tls" {}\n', 'terraform.tfvars': 'tls = "TLS1_0"\n' },
    });
    expect(plan(tree).after).toEqual(strong(tree));
  });

  test('an argument of a local module around the call', () => {
    const { 'main.tf': inner } = call('min_tls_version = var.tls\n');
    const tree = {
      'main.tf': 'module "app" {\n  source = "./app"\n  tls    = "TLS1_0"\n}\n',
      'app/main.tf': `${inner}variable "tls" {}\n`,
    };
    const { after, made } = plan(tree, TLS, `module.app.${ACCOUNT}`);
    expect(after).toEqual(strong(tree));
    expect(made.plan.changes[0].resources).toEqual([`module.app.${ACCOUNT}`]);
  });
});

describe('the same module several times', () => {
  const twice = {
    'main.tf': weak()['main.tf'] + weak()['main.tf'].replace('"logs"', '"data"'),
  };
  test('each call is changed for itself', () => {
    const { after } = plan(twice, TLS, 'module.data.azurerm_storage_account.this');
    expect(after['main.tf']).toBe(weak()['main.tf'] + strong(weak())['main.tf'].replace('"logs"', '"data"'));
  });

  test('for_each: the entry of the instance', () => {
    const tree = call(
      'for_each        = { eu = { tls = "TLS1_0" }, us = { tls = "TLS1_2" } }\nmin_tls_version = each.value.tls\n',
    );
    const { after, made } = plan(tree, TLS, 'module.logs["eu"].azurerm_storage_account.this');
    expect(after).toEqual(strong(tree));
    expect(made.plan.changes[0].resources).toEqual(['module.logs["eu"].azurerm_storage_account.this']);
    expect(plan(tree, TLS, 'module.logs["us"].azurerm_storage_account.this').reasons).toEqual([
      expect.stringMatching(/^already-compliant/),
    ]);
  });

  test('for_each: what all instances share', () => {
    const tree = call('for_each        = toset(["a", "b"])\nmin_tls_version = "TLS1_0"\n');
    const made = remedy(
      tree,
      ['a', 'b'].map((key) => finding(TLS, `module.logs["${key}"].azurerm_storage_account.this`)),
    );
    expect(made.plan.changes).toHaveLength(1);
    expect(made.plan.changes[0].findings).toHaveLength(2);
    expect(patched(tree, made)).toEqual(strong(tree));
  });
});

describe('what is beside the resource', () => {
  test('is named with the input that makes it', () => {
    expect(plan(call(), 'CKV2_AZURE_33').reasons).toEqual([
      `remote-module: it depends on azurerm_private_endpoint, which ${SOURCE} (0.6.4) makes itself: set its input private_endpoints`,
    ]);
  });
});

describe('releases', () => {
  const source = 'Azure/avm-res-storage-storageaccount/azurerm';
  test.each([
    ['0.6.4', '0.6.4'],
    ['= 0.6.4', '0.6.4'],
    ['~> 0.6.3', '0.6.3 to 0.6.9'],
    ['~> 0.5', '0.5.0 to 0.6.9'],
    ['>= 0.4.0, < 0.6', '0.4.0 to 0.5.0'],
    ['!= 0.6.9', '0.4.0 to 0.6.8'],
    [null, '0.4.0 to 0.6.9'],
  ])('version %s is %s', (version, releases) => {
    expect(plan(weak({ version })).notes).toEqual([`through input min_tls_version of ${source} (${releases})`]);
  });

  test.each([
    'git::https://github.com/Azure/terraform-azurerm-avm-res-storage-storageaccount.git?ref=v0.6.4',
    'github.com/Azure/terraform-azurerm-avm-res-storage-storageaccount?ref=0.6.4',
    'git::ssh://git@github.com/Azure/terraform-azurerm-avm-res-storage-storageaccount?depth=1&ref=refs/tags/v0.6.4',
    'git@github.com:Azure/terraform-azurerm-avm-res-storage-storageaccount.git?ref=v0.6.4',
  ])('%s', (address) => {
    expect(plan(weak({ source: address, version: null })).notes).toEqual([
      `through input min_tls_version of ${source} (0.6.4)`,
    ]);
  });

  test('the registry by its name', () => {
    expect(plan(weak({ source: `registry.terraform.io/${source.toLowerCase()}` })).changes).toHaveLength(1);
  });

  test.each([
    ['99.0.0', 'its version 99.0.0 is not known; releases 0.4.0 to 0.9.0 are known'],
    ['0.1.0', 'its version 0.1.0 is not known; releases 0.4.0 to 0.9.0 are known'],
    ['latest', 'its version latest cannot be read; releases 0.4.0 to 0.9.0 are known'],
  ])('version %s is refused', (version, why) => {
    expect(plan(weak({ version })).reasons).toEqual([expect.stringContaining(`remote-module: `)]);
    expect(plan(weak({ version })).reasons[0]).toContain(why);
  });

  test('a commit is refused', () => {
    const address = 'github.com/Azure/terraform-azurerm-avm-res-storage-storageaccount?ref=abcdef1';
    expect(plan(weak({ source: address, version: null })).reasons[0]).toContain('its ref abcdef1 is no release');
  });
});

test('another module stays as it is', () => {
  for (const other of ['example/store/azurerm', `${SOURCE}//modules/blob`, `app.terraform.io/${SOURCE}`])
    expect(plan(weak({ source: other })).reasons).toEqual([
      `remote-module: module logs is fetched from ${other}: not edited here`,
    ]);
});

test('JSON syntax is judged, not edited', () => {
  const module = { logs: { source: SOURCE, version: '0.6.4', min_tls_version: 'TLS1_0' } };
  expect(plan({ 'main.tf.json': JSON.stringify({ module }) }).reasons).toEqual([
    'json-syntax: main.tf.json is JSON syntax, which is read but not edited',
  ]);
});

test('a report that names the module alone', () => {
  const made = remedy(weak(), [
    finding(
      'AZU-0011',
      { module: 'module.logs', file: 'git::https:/github.com/x?ref=v1/main.tf', lines: [1, 9] },
      'trivy',
    ),
  ]);
  expect(patched(weak(), made)).toEqual(strong(weak()));
});

test('rules of a network security group: the entry of the map that the rule is made for', () => {
  const rules =
    'security_rules = {\n  ssh = {\n    access = "Allow"\n    direction = "Inbound"\n    protocol = "Tcp"\n    source_port_range = "*"\n    destination_port_range = "22"\n    source_address_prefix = "*"\n    destination_address_prefix = "*"\n    name = "ssh"\n    priority = 100\n  }\n}\n';
  const tree = call(rules, { source: 'Azure/avm-res-network-networksecuritygroup/azurerm', version: '0.5.0' });
  const at = finding('CKV_AZURE_10', 'module.logs.azurerm_network_security_rule.this["ssh"]');
  const one = remedy(tree, [at], { answers: { managementNetworks: ['10.0.0.0/24'] } });
  expect(patched(tree, one)['main.tf']).toBe(
    tree['main.tf'].replace('source_address_prefix = "*"', 'source_address_prefix = "10.0.0.0/24"'),
  );
  const several = remedy(tree, [at], { answers: { managementNetworks: ['10.0.0.0/24', '10.1.0.0/24'] } });
  expect(reasons(several)).toEqual([]);
  const after = patched(tree, several)['main.tf'];
  expect(after).toMatch(/source_address_prefix += null\n/);
  expect(after).toMatch(/source_address_prefixes += \["10.0.0.0\/24", "10.1.0.0\/24"\]\n/);
  expect(several.plan.changes[0]).toMatchObject({
    path: ['source_address_prefixes'],
    to: ['10.0.0.0/24', '10.1.0.0/24'],
  });
});

describe('reports', () => {
  const at = (address: string, file?: string) => patched(weak(), remedy(weak(), [finding(TLS, { address, file })]));

  test('of Checkov that fetched the module, and of a plan', () => {
    expect(at(ACCOUNT, '.external_modules/github.com/Azure/x/abc/main.tf')).toEqual(strong(weak()));
    expect(at(`${ACCOUNT}[0]`)).toEqual(strong(weak()));
  });

  test('in another instance than the code makes lead nowhere', () => {
    const made = remedy(weak(), [finding(TLS, 'module.logs["eu"].azurerm_storage_account.this')]);
    expect(reasons(made)).toEqual([expect.stringMatching(/^remote-module: /)]);
  });

  test('on what a module makes once or not at all have its address with the key 0', () => {
    const tree = call('', { source: 'Azure/avm-res-web-site/azurerm', version: '0.20.0' });
    const { made } = plan(tree, 'CKV_AZURE_14', 'module.logs.azurerm_linux_web_app.this');
    expect(made.plan.changes[0].resources).toEqual(['module.logs.azurerm_linux_web_app.this[0]']);
  });

  test('of two kinds from one input: a variable may carry it to both', () => {
    const tree = call('https_only = var.https\n', {
      source: 'Azure/avm-res-web-site/azurerm',
      version: '0.20.0',
      more: { 'variables.tf': 'variable "https" {\n  default = false\n}\n' },
    });
    const { after } = plan(tree, 'CKV_AZURE_14', 'module.logs.azurerm_linux_web_app.this[0]');
    expect(after['variables.tf']).toContain('default = true');
  });
});

test('check does not judge what a module makes: a call does not say whether it makes it', () => {
  const { deviating, unknown } = checkEstate(estateOf(weak()), { level: 2 });
  expect([...deviating, ...unknown].filter(({ address }) => address.startsWith('module.'))).toEqual([]);
});

test('files that make several environments are told apart', () => {
  const tree = call('min_tls_version = var.tls\n', {
    more: {
      'variables.tf': 'variable "tls" {}\n',
      'dev.tfvars': 'tls = "TLS1_0"\n',
      'prod.tfvars': 'tls = "TLS1_2"\n',
    },
  });
  const { after, made } = plan(tree);
  expect(after).toEqual(strong(tree));
  expect(made.plan.changes.map(({ roots }) => roots)).toEqual([['. (dev.tfvars)']]);
});
