// Where a value is written decides what is edited; everything else is told, never overwritten.
import { account, finding, patched, reasons, remedy, type Tree } from '../plan/code';

const TLS = 'storage-min-tls';
const A = 'azurerm_storage_account.a';

/** Plans TLS 1.2 for the accounts at `addresses`; the lines that change, by file, or why nothing does. */
function outcome(tree: Tree, addresses: readonly string[] = [A], only: readonly string[] = [TLS]): string[] {
  const rules: Record<string, string> = { [TLS]: 'CKV_AZURE_44', 'storage-firewall-deny': 'CKV_AZURE_35' };
  const findings = only.flatMap((control) => addresses.map((address) => finding(rules[control], address)));
  const made = remedy(tree, findings, { only: new Set(only) });
  const after = patched(tree, made);
  const lines = Object.keys(tree).flatMap((path) => {
    const before = tree[path].split('\n');
    return after[path].split('\n').flatMap((line) => (before.includes(line) ? [] : [`${path}: ${line.trim()}`]));
  });
  return [...lines, ...new Set(reasons(made))];
}

const user = (name: string, read: string, more = '') => account(name, `min_tls_version = ${read}${more}`);
const variable = (fallback: string, more = '') => `variable "tls" {\n  default = ${fallback}\n${more}}\n`;
const B = 'azurerm_storage_account.b';

test('an attribute', () => {
  expect(outcome({ 'main.tf': user('a', '"TLS1_0"') })).toEqual(['main.tf: min_tls_version = "TLS1_2"']);
  expect(outcome({ 'main.tf': user('a', '("TLS1_0")') })).toEqual(['main.tf: min_tls_version = "TLS1_2"']);
});

test('an attribute in a nested block, written in an override file', () => {
  const rules = account('a', 'network_rules {\n  default_action = "Allow"\n  bypass = ["AzureServices"]\n}');
  expect(outcome({ 'main.tf': rules }, [A], ['storage-firewall-deny'])).toEqual(['main.tf: default_action = "Deny"']);
  const override = 'resource "azurerm_storage_account" "a" {\n  min_tls_version = "TLS1_0"\n}\n';
  expect(outcome({ 'main.tf': user('a', '"TLS1_2"'), 'override.tf': override })).toEqual([
    'override.tf: min_tls_version = "TLS1_2"',
  ]);
  const nested = 'resource "azurerm_storage_account" "a" {\n  network_rules {\n    default_action = "Allow"\n  }\n}\n';
  expect(outcome({ 'main.tf': rules, 'main_override.tf': nested }, [A], ['storage-firewall-deny'])).toEqual([
    'main_override.tf: default_action = "Deny"',
    'main_override.tf: bypass         = ["AzureServices"]',
  ]);
  const json = JSON.stringify({ resource: { azurerm_storage_account: { a: { min_tls_version: 'TLS1_0' } } } });
  expect(outcome({ 'main.tf': user('a', '"TLS1_2"'), 'override.tf.json': json })).toEqual([
    'json-syntax: override.tf.json is JSON syntax, which is read but not edited',
  ]);
});

describe('the default of a variable', () => {
  test('is edited when every reader wants it', () => {
    const tree = { 'main.tf': user('a', 'var.tls') + user('b', '"${var.tls}"'), 'v.tf': variable('"TLS1_0"') };
    expect(outcome(tree, [A, B])).toEqual(['v.tf: default = "TLS1_2"']);
    expect(outcome(tree)).toEqual(['v.tf: default = "TLS1_2"']);
  });

  test.each([
    ['an output', 'output "tls" {\n  value = var.tls\n}\n'],
    ['another attribute', 'resource "azurerm_mssql_server" "s" {\n  minimum_tls_version = var.tls\n}\n'],
    ['a part of a text', 'locals {\n  name = "st-${var.tls}"\n}\n'],
    ['a condition', 'resource "azurerm_resource_group" "g" {\n  count = var.tls == "TLS1_0" ? 1 : 0\n}\n'],
    ['an index', 'locals {\n  port = { TLS1_0 = 1 }[var.tls]\n}\n'],
    ['a module that is not in the tree', 'module "m" {\n  source = "a/b/c"\n  tls = var.tls\n}\n'],
  ])('is left alone when %s reads it too', (_, other) => {
    expect(outcome({ 'main.tf': user('a', 'var.tls') + other, 'v.tf': variable('"TLS1_0"') })).toEqual([
      expect.stringMatching(/^ambiguous: var\.tls is read for something else at main\.tf:\d+$/),
    ]);
  });

  test('is left alone when its validation refuses the value', () => {
    const check =
      '  validation {\n    condition = contains(["TLS1_0", "TLS1_1"], var.tls)\n    error_message = "x"\n  }\n';
    expect(outcome({ 'main.tf': user('a', 'var.tls'), 'v.tf': variable('"TLS1_0"', check) })).toEqual([
      'ambiguous: the validation of var.tls does not admit the value',
    ]);
    const wider = check.replace('"TLS1_1"]', '"TLS1_2"]');
    expect(outcome({ 'main.tf': user('a', 'var.tls'), 'v.tf': variable('"TLS1_0"', wider) })).toEqual([
      'v.tf: default = "TLS1_2"',
    ]);
  });

  test('has nothing to say where it has none', () => {
    expect(outcome({ 'main.tf': user('a', 'var.tls'), 'v.tf': 'variable "tls" {}\n' })).toEqual([
      'computed-value: cannot be told: var.tls has no value in this tree',
    ]);
  });
});

describe('variable files', () => {
  const tree = { 'main.tf': user('a', 'var.tls'), 'v.tf': variable('"TLS1_2"') };
  test('what is loaded anyway is edited there', () => {
    expect(outcome({ ...tree, 'terraform.tfvars': 'tls = "TLS1_0"\n' })).toEqual(['terraform.tfvars: tls = "TLS1_2"']);
  });

  test('each environment is edited where it is wrong, and only there', () => {
    const environments = { 'env/dev.tfvars': 'tls = "TLS1_0"\n', 'env/prod.tfvars': 'tls = "TLS1_3"\n' };
    expect(outcome({ ...tree, ...environments })).toEqual(['env/dev.tfvars: tls = "TLS1_2"']);
  });

  test('a default that one environment overrides is not edited for the other', () => {
    const environments = { 'env/dev.tfvars': 'other = 1\n', 'env/prod.tfvars': 'tls = "TLS1_3"\n' };
    const code = { 'main.tf': user('a', 'var.tls'), 'v.tf': `${variable('"TLS1_0"')}variable "other" {}\n` };
    expect(outcome({ ...code, ...environments })).toEqual([
      'ambiguous: the default of var.tls is wrong, but env/prod.tfvars:1 sets another value: decide there',
    ]);
  });

  test('a JSON one is read, not edited', () => {
    expect(outcome({ ...tree, 'terraform.tfvars.json': '{"tls": "TLS1_0"}' })).toEqual([
      expect.stringMatching(/^json-syntax: terraform\.tfvars\.json is JSON syntax/),
    ]);
  });
});

describe('locals', () => {
  const local = (value: string) => `locals {\n  other = 1\n  tls = ${value}\n}\n`;
  test('are edited when every reader wants it', () => {
    expect(outcome({ 'main.tf': user('a', 'local.tls'), 'l.tf': local('"TLS1_0"') })).toEqual(['l.tf: tls = "TLS1_2"']);
  });

  test('lead to the variable they read, and into their own maps', () => {
    expect(outcome({ 'main.tf': user('a', 'local.tls') + variable('"TLS1_0"'), 'l.tf': local('var.tls') })).toEqual([
      'main.tf: default = "TLS1_2"',
    ]);
    const map = { 'main.tf': user('a', 'local.tls["x"].min'), 'l.tf': local('{ x = { min = "TLS1_0", max = 3 } }') };
    expect(outcome(map)).toEqual(['l.tf: tls = { x = { min = "TLS1_2", max = 3 } }']);
  });

  test('are left alone when somebody else reads them', () => {
    const tree = {
      'main.tf': `${user('a', 'local.tls')}output "o" {\n  value = local.tls\n}\n`,
      'l.tf': local('"TLS1_0"'),
    };
    expect(outcome(tree)).toEqual([expect.stringMatching(/^ambiguous: local\.tls is read for something else/)]);
  });
});

describe('local modules', () => {
  const child = { 'm/main.tf': user('a', 'var.tls') + variable('"TLS1_0"') };
  const call = (name: string, body: string) => `module "${name}" {\n  source = "./m"\n${body}}\n`;
  const inside = (name: string) => `module.${name}.${A}`;

  test('a wrong argument is edited at the call', () => {
    expect(outcome({ 'main.tf': call('x', '  tls    = "TLS1_1"\n'), ...child }, [inside('x')])).toEqual([
      'main.tf: tls    = "TLS1_2"',
    ]);
  });

  test('the variable of the caller, when the argument passes one on', () => {
    const tree = { 'main.tf': call('x', '  tls = var.tls\n'), 'v.tf': variable('"TLS1_0"'), ...child };
    expect(outcome(tree, [inside('x')])).toEqual(['v.tf: default = "TLS1_2"']);
  });

  test('the default of the child, when no caller says anything', () => {
    const tree = { 'main.tf': call('x', '') + call('y', ''), ...child };
    expect(outcome(tree, [inside('x'), inside('y')])).toEqual(['m/main.tf: default = "TLS1_2"']);
  });

  test('not when one of the callers overrides it', () => {
    const tree = { 'main.tf': call('x', '') + call('y', '  tls = "TLS1_3"\n'), ...child };
    expect(outcome(tree, [inside('x')])).toEqual([
      'ambiguous: the default of var.tls is wrong, but main.tf:6 sets another value: decide there',
    ]);
  });

  test('a literal of the child is edited once for all callers', () => {
    const tree = { 'main.tf': call('x', '') + call('y', ''), 'm/main.tf': user('a', '"TLS1_0"') };
    expect(outcome(tree, [inside('x'), inside('y')])).toEqual(['m/main.tf: min_tls_version = "TLS1_2"']);
  });
});

describe('maps, count and for_each', () => {
  const each = (collection: string) => account('a', `for_each = ${collection}\nmin_tls_version = each.value.tls`);
  const map = '{\n  x = { tls = "TLS1_0" }\n  y = { tls = "TLS1_3" }\n}';

  test('the entry of a map is edited, and only the wrong one', () => {
    expect(outcome({ 'main.tf': each(map) })).toEqual(['main.tf: x = { tls = "TLS1_2" }']);
    expect(outcome({ 'main.tf': each('var.all'), 'v.tf': `variable "all" {\n  default = ${map}\n}\n` })).toEqual([
      'v.tf: x = { tls = "TLS1_2" }',
    ]);
    expect(outcome({ 'main.tf': each('local.all'), 'l.tf': `locals {\n  all = ${map}\n}\n` })).toEqual([
      'l.tf: x = { tls = "TLS1_2" }',
    ]);
  });

  test('not when for_each is made by a function', () => {
    expect(outcome({ 'main.tf': each('{ for k in ["x"] : k => { tls = "TLS1_0" } }') })).toEqual([
      expect.stringMatching(/^computed-value: /),
    ]);
  });

  test('a literal counts for all instances of count', () => {
    expect(outcome({ 'main.tf': account('a', 'count = 3\nmin_tls_version = "TLS1_0"') }, [`${A}[1]`])).toEqual([
      'main.tf: min_tls_version = "TLS1_2"',
    ]);
  });

  test('no instance at all', () => {
    expect(outcome({ 'main.tf': account('a', 'count = 0\nmin_tls_version = "TLS1_0"') })).toEqual([
      'not-applicable: count or for_each makes no instance of it',
    ]);
  });
});

test.each([
  ['true ? "TLS1_0" : "TLS1_2"', 'depends on a condition'],
  ['try(local.none.x, "TLS1_0")', 'is made by try()'],
  ['format("TLS1_%s", "0")', 'is made by format()'],
  ['"TLS1_${local.minor}"', 'is built from other values'],
  ['lookup(local.map, "tls", "TLS1_0")', 'is made by lookup()'],
  ['local.list[local.minor]', 'local.minor is read for something else|is chosen by an index|TLS'],
])('%s is computed: told, not overwritten', (expression, why) => {
  const locals = 'locals {\n  minor = 0\n  map = {}\n  none = {}\n  list = ["TLS1_0"]\n}\n';
  const result = outcome({ 'main.tf': user('a', expression), 'l.tf': locals });
  expect(result.join()).toMatch(new RegExp(why.replace(/[()]/g, '\\$&')));
});

test('a dynamic block is told, no static one is put beside it', () => {
  const rules = account(
    'a',
    'dynamic "network_rules" {\n  for_each = ["Allow"]\n  content {\n    default_action = network_rules.value\n  }\n}',
  );
  expect(outcome({ 'main.tf': rules }, [A], ['storage-firewall-deny'])).toEqual([
    'dynamic-block: network_rules is a dynamic block: its content is made by an expression',
  ]);
  expect(outcome({ 'main.tf': rules.replace('["Allow"]', 'var.none') }, [A], ['storage-firewall-deny'])).toEqual([
    'dynamic-block: dynamic block network_rules cannot be read',
  ]);
});

test('JSON syntax is read, not edited', () => {
  const json = JSON.stringify({ resource: { azurerm_storage_account: { a: { min_tls_version: 'TLS1_0' } } } });
  expect(outcome({ 'main.tf.json': json })).toEqual([
    'json-syntax: main.tf.json is JSON syntax, which is read but not edited',
  ]);
  const native = { 'main.tf': user('a', 'var.tls') + user('b', 'local.tls') };
  const declared = JSON.stringify({ variable: { tls: { default: 'TLS1_0' } }, locals: { tls: 'TLS1_0' } });
  expect(outcome({ ...native, 'v.tf.json': declared }, [A, B])).toEqual([
    'json-syntax: v.tf.json is JSON syntax, which is read but not edited',
  ]);
});
