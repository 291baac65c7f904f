// Values that the command or the profile chooses: TF_VAR_… (read as Terraform reads it, never edited), files, environments.
import { account, attributes, estateOf, finding, patched, reasons, remedy, type Tree } from '../plan/code';

const variable = (name: string, body = '') => `variable "${name}" {\n${body}}\n`;
const read = (type: string | undefined, text: string) =>
  attributes(
    {
      'main.tf': `${variable('v', type ? `  type = ${type}\n` : '')}resource "test_thing" "it" {\n  value = var.v\n}\n`,
    },
    'test_thing.it',
    { ofShell: { v: text } },
  ).value;

test.each([
  ['string', 'true', 'true'],
  ['string', 'a "b" ${c} \\', 'a "b" ${c} \\'],
  ['bool', 'true', true],
  ['number', '12', 12],
  [undefined, '["a"]', '["a"]'],
  ['list(string)', '["a", "b"]', ['a', 'b']],
  ['map(string)', '{ a = "b" }', { a: 'b' }],
  ['any', '[1]', [1]],
])('a variable of type %s with %j', (type, text, expected) => {
  expect(read(type, text)).toEqual(expected);
});

const A = 'azurerm_storage_account.a';
const tree: Tree = {
  'main.tf': `${account('a', 'min_tls_version = var.tls')}${variable('tls', '  default = "TLS1_2"\n')}`,
};
const weak = [finding('CKV_AZURE_44', { address: A, file: 'main.tf' })];

test('it wins over the default, loses to a variable file, and is told', () => {
  expect(reasons(remedy(tree, weak, { ofShell: { tls: 'TLS1_0' } }))).toEqual([
    'computed-value: TF_VAR_tls in the environment sets it: decide there',
  ]);
  const code = { ...tree, 'terraform.tfvars': 'tls = "TLS1_1"\n' };
  const result = remedy(code, weak, { ofShell: { tls: 'TLS1_2' } });
  expect(patched(code, result)['terraform.tfvars']).toBe('tls = "TLS1_2"\n');
});

test('what no variable takes, and what cannot be read, does no harm', () => {
  expect(attributes(tree, A, { ofShell: { other: '{', TLS: 'x' } }).min_tls_version).toBe('TLS1_2');
  expect(() => read('list(string)', '{{')).not.toThrow();
});

test('a file that is named is judged again after the edit', () => {
  const code: Tree = {
    'main.tf': tree['main.tf'],
    'env/prod.tfvars': 'tls = "TLS1_0"\n',
    'env/dev.tfvars': 'tls = "TLS1_2"\n',
  };
  const result = remedy(code, weak, { variableFiles: ['env/prod.tfvars'] });
  expect(patched(code, result)['env/prod.tfvars']).toBe('tls = "TLS1_2"\n');
  expect(result.plan.changes.map(({ roots }) => roots)).toEqual([['. (env/prod.tfvars)']]);
});

describe('environments of the profile', () => {
  const code: Tree = {
    'app/main.tf': `${account('a', 'min_tls_version = var.tls')}variable "tls" {}\n`,
    'other/main.tf': account('a', 'min_tls_version = "TLS1_2"'),
    'env/common.tfvars': 'tls = "TLS1_0"\n',
    'env/prod.tfvars': 'tls = "TLS1_2"\n',
    'env/dev.tfvars': 'unused = 1\n',
    'app/found.tfvars': 'tls = "TLS1_1"\n',
  };
  const environments = [
    { name: 'dev', files: ['env/common.tfvars', 'env/dev.tfvars'] },
    { name: 'prod', files: ['env/common.tfvars', 'env/prod.tfvars'] },
  ];
  const subject = [finding('CKV_AZURE_44', { address: A, file: 'app/main.tf' })];

  test('later files win, each root module is in those that set its variables, and nothing else is looked for', () => {
    expect(estateOf(code, { environments }).roots.map((root) => [root.dir, root.environment])).toEqual([
      ['app', 'dev'],
      ['app', 'prod'],
      ['other', ''],
      ['', ''],
    ]);
    const result = remedy(code, subject, { environments });
    expect(result.plan.changes.map(({ roots }) => roots)).toEqual([['app (dev)']]);
    expect([...result.files].map(([path, { after }]) => [path, after])).toEqual([
      ['env/common.tfvars', 'tls = "TLS1_2"\n'],
    ]);
  });

  test('a file that is named on the command line counts instead', () => {
    const { roots } = estateOf(code, { environments, variableFiles: ['env/prod.tfvars'] });
    expect(roots.map(({ environment }) => environment)).not.toContain('dev');
  });
});
