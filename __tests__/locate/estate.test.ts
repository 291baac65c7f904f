import { Unknown } from '../../controls/value';
import { account, addresses, attributes, estateOf, resourcesOf, type Tree } from '../plan/code';

const tls = account('a', 'min_tls_version = var.tls');
const variable = (fallback = '"default"') => `variable "tls" {\n  default = ${fallback}\n}\n`;
const code = { 'main.tf': tls + variable() };

/** min_tls_version of the only account, by environment. */
const judged = (tree: Tree, variableFiles: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries(
    resourcesOf(estateOf(tree, { variableFiles })).map((each) => [
      each.root.environment,
      each.attributes.min_tls_version,
    ]),
  );

describe('variable files', () => {
  test('the default counts where nothing else is said', () => expect(judged(code)).toEqual({ '': 'default' }));

  test('terraform.tfvars wins over the default, *.auto.tfvars over that, in the order of their names', () => {
    const tree: Tree = { ...code, 'terraform.tfvars': 'tls = "t"' };
    expect(judged(tree)).toEqual({ '': 't' });
    expect(judged({ ...tree, 'a.auto.tfvars': 'tls = "a"' })).toEqual({ '': 'a' });
    expect(judged({ ...tree, 'a.auto.tfvars': 'tls = "a"', 'b.auto.tfvars': 'tls = "b"' })).toEqual({ '': 'b' });
  });

  test('JSON variable files are read; a JSON one among the automatic ones keeps its place by name', () => {
    expect(judged({ ...code, 'terraform.tfvars': 'tls = "t"', 'terraform.tfvars.json': '{"tls": "j"}' })).toEqual({
      '': 'j',
    });
    const automatic = { 'a.auto.tfvars.json': '{"tls": "a"}', 'b.auto.tfvars': 'tls = "b"' };
    expect(judged({ ...code, ...automatic })).toEqual({ '': 'b' });
  });

  test('each further variable file below the root is an environment, on top of what is loaded anyway', () => {
    const tree: Tree = { ...code, 'terraform.tfvars': 'tls = "t"', 'env/dev.tfvars': 'tls = "dev"' };
    expect(judged({ ...tree, 'env/prod.tfvars': 'tls = "prod"' })).toEqual({
      'env/dev.tfvars': 'dev',
      'env/prod.tfvars': 'prod',
    });
  });

  test('a root below has variable files of its own', () => {
    const inner = { 'team/main.tf': 'variable "tls" {}\n', 'team/prod.tfvars': 'tls = "theirs"' };
    expect(judged({ ...code, ...inner })).toEqual(judged(code));
  });

  test('a file that sets none of the variables is no environment', () => {
    expect(judged({ ...code, 'env/dev.tfvars': 'other = 1' })).toEqual({ '': 'default' });
  });

  test('a variable file above the root, or of another root, is none of its business', () => {
    const tree: Tree = { 'app/main.tf': tls + variable(), 'dev.tfvars': 'tls = "x"', 'web/dev.tfvars': 'tls = "y"' };
    expect(judged(tree)).toEqual({ '': 'default' });
  });

  test('--var-file replaces what would be found, the last one wins', () => {
    const tree: Tree = { ...code, 'env/dev.tfvars': 'tls = "dev"', 'env/more.tfvars': 'tls = "more"' };
    expect(judged(tree, ['env/dev.tfvars'])).toEqual({ 'env/dev.tfvars': 'dev' });
    expect(judged(tree, ['env/dev.tfvars', 'env/more.tfvars'])).toEqual({ 'env/dev.tfvars env/more.tfvars': 'more' });
  });

  test('a child module gets its values from its caller, never from a variable file', () => {
    const tree: Tree = {
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'terraform.tfvars': 'tls = "t"',
      'm/main.tf': tls + variable(),
      'm/terraform.tfvars': 'tls = "m"',
    };
    expect(judged(tree)).toEqual({ '': 'default' });
  });

  test('a value for a variable that nobody declares is not a variable', () => {
    const [resource] = resourcesOf(estateOf({ 'main.tf': tls, 'terraform.tfvars': 'tls = "t"' }));
    expect(resource.attributes.min_tls_version).toBeInstanceOf(Unknown);
  });
});

describe('count and for_each', () => {
  const made = (repeat: string, more = ''): string[] =>
    addresses(estateOf({ 'main.tf': `resource "test_thing" "it" {\n  ${repeat}\n}\n${more}` }));

  test.each([
    ['count = 0', []],
    ['count = 2', ['test_thing.it[0]', 'test_thing.it[1]']],
    ['count = var.on ? 1 : 0', ['test_thing.it[0]']],
    ['count = var.unset', ['test_thing.it']],
    ['count = length(local.names)', ['test_thing.it[0]', 'test_thing.it[1]']],
    ['for_each = {}', []],
    ['for_each = { a = 1, "b.c" = 2 }', ['test_thing.it["a"]', 'test_thing.it["b.c"]']],
    ['for_each = toset(local.names)', ['test_thing.it["eu"]', 'test_thing.it["us"]']],
    ['for_each = toset(var.unset)', ['test_thing.it']],
    [
      'for_each = { for each in local.names : "${each}-1" => each }',
      ['test_thing.it["eu-1"]', 'test_thing.it["us-1"]'],
    ],
    ['count = 1e9', ['test_thing.it']],
    ['count = -1', []],
  ])('%s', (repeat, expected) => {
    const more =
      'variable "on" {\n  default = true\n}\nvariable "unset" {}\nlocals {\n  names = ["eu", "us", "eu"]\n}\n';
    expect(made(repeat, more.replace(', "eu"]', repeat.includes('toset') ? ', "eu"]' : ']'))).toEqual(expected);
  });

  test('each and count are known inside', () => {
    const tree = {
      'main.tf':
        'resource "test_thing" "it" {\n  for_each = { a = { x = 1 } }\n  v = "${each.key}${each.value.x}"\n}\n',
    };
    expect(attributes(tree).v).toBe('a1');
    const counted = { 'main.tf': 'resource "test_thing" "it" {\n  count = 1\n  v = ["p", "q"][count.index]\n}\n' };
    expect(attributes(counted).v).toBe('p');
  });

  test('a key with a quote is escaped as Terraform escapes it', () => {
    expect(made('for_each = { "a\\"b" = 1 }')).toEqual(['test_thing.it["a\\"b"]']);
  });
});

describe('modules', () => {
  const child =
    'variable "v" {}\nresource "test_thing" "it" {\n  v = var.v\n}\noutput "v" {\n  value = { inner = var.v }\n}\n';
  const call = (body: string) => `module "m" {\n  source = "./child"\n${body}\n}\n`;

  test('arguments arrive, keys of count and for_each are in the address', () => {
    const tree = (body: string) => ({ 'main.tf': call(body), 'child/main.tf': child });
    expect(attributes(tree('  v = "x"'), 'module.m.test_thing.it').v).toBe('x');
    const each = tree('  for_each = { a = "1", "b.c" = "2" }\n  v = each.value');
    expect(attributes(each, 'module.m["b.c"].test_thing.it').v).toBe('2');
    expect(addresses(estateOf(tree('  count = 2\n  v = count.index')))).toEqual([
      'module.m[0].test_thing.it',
      'module.m[1].test_thing.it',
    ]);
  });

  test('outputs are read through, with keys too', () => {
    const use = (output: string) => `resource "test_thing" "user" {\n  v = ${output}\n}\n`;
    const tree = { 'main.tf': call('  v = "x"') + use('module.m.v.inner'), 'child/main.tf': child };
    expect(attributes(tree, 'test_thing.user').v).toBe('x');
    const keyed = {
      'main.tf': call('  for_each = { a = "1" }\n  v = each.value') + use('module.m["a"].v.inner'),
      'child/main.tf': child,
    };
    expect(attributes(keyed, 'test_thing.user').v).toBe('1');
  });

  test('a module that calls itself, directly or in a circle, ends', () => {
    expect(addresses(estateOf({ 'main.tf': `module "m" {\n  source = "./"\n}\n${account('a')}` }))).toEqual([
      'azurerm_storage_account.a',
    ]);
    const circle = {
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': `module "b" {\n  source = "../b"\n}\n${account('a')}`,
      'b/main.tf': `module "a" {\n  source = "../a"\n}\n${account('b')}`,
    };
    expect(addresses(estateOf(circle)).sort()).toEqual([
      'module.a.azurerm_storage_account.a',
      'module.a.module.b.azurerm_storage_account.b',
    ]);
  });

  test('remote modules are told, and local ones that the tree does not hold', () => {
    const remote = (source: string) =>
      estateOf({ 'main.tf': `module "m" {\n  source = "${source}"\n}\n` }).roots[0].remote;
    expect(remote('Azure/avm-res-storage-storageaccount/azurerm')).toEqual(['module.m']);
    expect(remote('git::https://example.com/m.git')).toEqual(['module.m']);
    expect(remote('../elsewhere')).toEqual(['module.m']);
  });

  test('an output of such a module is unknown', () => {
    const tree = {
      'main.tf': 'module "m" {\n  source = "a/b/c"\n}\nresource "test_thing" "it" {\n  v = module.m.id\n}\n',
    };
    expect(attributes(tree).v).toEqual(new Unknown('an output of module.m, which is not in this tree'));
  });
});

describe('the normal form', () => {
  const account = 'azurerm_storage_account';
  const pairs: Record<string, [native: string, json: unknown]> = {
    'blocks that stand once': [
      'blob_properties {\n  versioning_enabled = true\n  delete_retention_policy {\n    days = 7\n  }\n}',
      { blob_properties: [{ versioning_enabled: true, delete_retention_policy: { days: 7 } }] },
    ],
    'templates and references': [
      'name = "st${var.suffix}"\nkey = azurerm_key_vault.v.id\ntags = { "a b" = "$${x}" }',
      { name: 'st${var.suffix}', key: '${azurerm_key_vault.v.id}', tags: { 'a b': '$${x}' } },
    ],
    'lists and numbers': ['a = [1, "b", true, null]\nb = -1.5', { a: [1, 'b', true, null], b: -1.5 }],
    'count and lifecycle are no arguments': [
      'count = 1\nname = "x"\nlifecycle {\n  ignore_changes = [tags]\n}',
      { count: 1, name: 'x', lifecycle: { ignore_changes: ['tags'] } },
    ],
    functions: ['name = lower("${upper("x")}Y")', { name: '${lower("${upper("x")}Y")}' }],
  };
  test.each(Object.entries(pairs))('%s: the same in JSON syntax', (_, [native, json]) => {
    const more = 'variable "suffix" {\n  default = "s"\n}\n';
    const inNative = { 'main.tf': `resource "${account}" "it" {\n${native}\n}\n`, 'more.tf': more };
    const inJson = { 'main.tf.json': JSON.stringify({ resource: { [account]: { it: json } } }), 'more.tf': more };
    const [one, two] = [inNative, inJson].map((tree) => resourcesOf(estateOf(tree))[0]);
    expect(two.attributes).toEqual(one.attributes);
    expect(two.address).toBe(one.address);
  });

  test('repeated blocks are lists in both', () => {
    const group = 'azurerm_network_security_group';
    const native = `resource "${group}" "it" {\n  security_rule {\n    name = "a"\n  }\n}\n`;
    const json = JSON.stringify({ resource: { [group]: { it: [{ security_rule: { name: 'a' } }] } } });
    expect(attributes({ 'main.tf': native })).toEqual({ security_rule: [{ name: 'a' }] });
    expect(attributes({ 'main.tf.json': json })).toEqual({ security_rule: [{ name: 'a' }] });
  });

  test('an override file wins argument by argument, block by block', () => {
    const tree = {
      'main.tf': `resource "${account}" "it" {\n  a = 1\n  b = 1\n  blob_properties {\n    versioning_enabled = true\n  }\n}\n`,
      'main_override.tf': `resource "${account}" "it" {\n  b = 2\n}\n`,
      'override.tf': `resource "${account}" "it" {\n  blob_properties {\n    change_feed_enabled = true\n  }\n}\n`,
    };
    expect(attributes(tree)).toEqual({ a: 1, b: 2, blob_properties: { change_feed_enabled: true } });
  });

  test('ignore_changes in JSON syntax counts as well', () => {
    const json = JSON.stringify({
      resource: { [account]: { it: { lifecycle: { ignore_changes: ['tags', 'name'] } } } },
    });
    expect(resourcesOf(estateOf({ 'main.tf.json': json }))[0].ignored).toEqual(['tags', 'name']);
    const all = JSON.stringify({ resource: { [account]: { it: { lifecycle: [{ ignore_changes: 'all' }] } } } });
    expect(resourcesOf(estateOf({ 'main.tf.json': all }))[0].ignored).toBe('all');
  });
});
