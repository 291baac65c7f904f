import type { Subject } from '../../remediations/findings/finding';
import { type Location, Locator } from '../../remediations/locate/locate';
import { account, estateOf, type Tree } from '../plan/code';

const TYPES = new Set(['azurerm_storage_account']);

const locate = (tree: Tree, subject: Subject): Location => new Locator(estateOf(tree)).locate(subject, TYPES);

/** `file:line address, address; note` or `reason: note`. */
function found(tree: Tree, subject: Subject): string {
  const location = locate(tree, subject);
  if ('reason' in location) return `${location.reason}: ${location.note}`;
  const { block, instances, notes } = location;
  const where = `${block.file.path}:${block.firstLine} ${instances.map(({ address }) => address).join(', ')}`;
  return [where, ...notes].join('; ');
}

const A = 'azurerm_storage_account.a';

describe('by address', () => {
  test('in the reported file', () => {
    expect(found({ 'main.tf': account('a') }, { address: A, file: 'main.tf' })).toBe(`main.tf:1 ${A}`);
  });

  test('without a file, when the tree holds one only', () => {
    expect(found({ 'x/main.tf': account('a') }, { address: A })).toBe(`x/main.tf:1 ${A}`);
  });

  test('the address wins over lines that have moved, and it is told', () => {
    const tree = { 'main.tf': `# one\n# two\n${account('b')}${account('a')}` };
    expect(found(tree, { address: A, file: 'main.tf', lines: [1, 7] })).toBe(
      `main.tf:10 ${A}; the report is stale: line 1 then, line 10 now`,
    );
  });

  test('moved to another file of the folder', () => {
    expect(found({ 'storage.tf': account('a'), 'main.tf': '' }, { address: A, file: 'main.tf' })).toBe(
      `storage.tf:1 ${A}; the report names main.tf, the resource now stands in storage.tf`,
    );
  });

  test('a file that is gone, and a resource that is unique in the tree', () => {
    expect(found({ 'x/main.tf': account('a') }, { address: A, file: 'y/main.tf' })).toBe(
      `x/main.tf:1 ${A}; the report names y/main.tf; the only ${A} stands in x/main.tf`,
    );
  });

  test('a renamed resource is not found, rather than the block that stands at its lines', () => {
    const tree = { 'main.tf': `${account('renamed', 'min_tls_version = "TLS1_0"')}${account('b')}` };
    expect(found(tree, { address: A, file: 'main.tf', lines: [2, 6] })).toBe(`not-found: ${A} is not in the tree`);
  });

  test('nor the next block of the same length, which moved into its lines when it was removed', () => {
    const tree = { 'main.tf': `${account('b')}${account('c')}` };
    expect(found(tree, { address: A, file: 'main.tf', lines: [1, 7] })).toBe(`not-found: ${A} is not in the tree`);
  });

  test('something else than a managed resource is looked up by its lines', () => {
    const tree = { 'main.tf': account('a') };
    expect(found(tree, { address: 'module.m', file: 'main.tf', lines: [1, 7] })).toMatch(`main.tf:1 ${A}`);
    expect(found(tree, { address: 'not an address' })).toBe('not-found: not an address is not in the tree');
  });
});

test('by label, where the report leaves the type out: the types of the rule stand in', () => {
  const json = { resource: { azurerm_storage_account: { logs: {} }, azurerm_resource_group: { logs: {} } } };
  const tree = { 'cdk.tf.json': JSON.stringify(json, null, 2) };
  expect(found(tree, { label: 'logs', file: 'cdk.tf.json' })).toBe('cdk.tf.json:4 azurerm_storage_account.logs');
  expect(found(tree, { label: 'other', file: 'cdk.tf.json', lines: [1, 20] })).toBe(
    'not-found: other is not in the tree',
  );
});

describe('modules and keys', () => {
  const tree: Tree = {
    'main.tf': 'module "m" {\n  source = "./m"\n  for_each = { "x.y" = 1, z = 2 }\n}\n',
    'm/main.tf': account('b', 'for_each = { k = 1, "k.\\"2\\"" = 2 }'),
  };
  const B = 'azurerm_storage_account.b';

  test.each([
    [`module.m["x.y"].${B}["k"]`, `module.m["x.y"].${B}["k"]`],
    [`module.m["x.y"].${B}["k.\\"2\\""]`, `module.m["x.y"].${B}["k.\\"2\\""]`],
    [`module.m['z'].${B}['k']`, `module.m["z"].${B}["k"]`],
    [`module.m["z"].${B}`, `module.m["z"].${B}["k"], module.m["z"].${B}["k.\\"2\\""]`],
    [`${B}["k"]`, `module.m["x.y"].${B}["k"], module.m["z"].${B}["k"]`],
  ])('%s', (address, expected) => expect(found(tree, { address })).toBe(`m/main.tf:1 ${expected}`));

  test('an address without any key means all instances', () => {
    expect(found(tree, { address: B, file: 'm/main.tf' }).split(', ')).toHaveLength(4);
  });

  test('reported at the call, in the file of the root', () => {
    expect(found(tree, { address: `module.m["z"].${B}["k"]`, file: 'main.tf', lines: [20, 24] })).toBe(
      `m/main.tf:1 module.m["z"].${B}["k"]; the report names main.tf, the resource stands in m/main.tf`,
    );
  });
});

describe('many roots with the same address', () => {
  const tree: Tree = {
    'dev/main.tf': account('a'),
    'prod/eu/main.tf': account('a'),
    'prod/us/main.tf': account('a'),
  };

  test.each([
    ['dev/main.tf', 'dev/main.tf'],
    ['prod/us/main.tf', 'prod/us/main.tf'],
    ['us/main.tf', 'prod/us/main.tf'],
    ['/home/build/agent/_work/1/s/infra/prod/eu/main.tf', 'prod/eu/main.tf'],
    ['C:\\agent\\work\\infra\\prod\\eu\\main.tf', 'prod/eu/main.tf'],
    ['../infra/dev/main.tf', 'dev/main.tf'],
    ['./prod/../dev/main.tf', 'dev/main.tf'],
    ['../../prod/us/main.tf', 'prod/us/main.tf'],
  ])('%s', (file, expected) => {
    expect(found(tree, { address: A, file })).toBe(`${expected}:1 ${A}`);
  });

  test('without a file all fit', () => {
    expect(found(tree, { address: A })).toBe('ambiguous: fits dev/main.tf:1, prod/eu/main.tf:1, prod/us/main.tf:1');
  });

  test('a path that fits several is ambiguous; a further path of the report may be the exact one', () => {
    expect(found(tree, { address: A, file: 'main.tf' })).toMatch(/^ambiguous: /);
    expect(found(tree, { address: A, file: 'main.tf', files: ['main.tf', 'prod/eu/main.tf'] })).toBe(
      `prod/eu/main.tf:1 ${A}`,
    );
  });

  test('the path from the root of the repository says more than the one from the folder that was scanned', () => {
    const both = { ...tree, 'main.tf': account('a') };
    expect(found(both, { address: A, file: 'main.tf' })).toBe(`main.tf:1 ${A}`);
    expect(found(both, { address: A, file: 'main.tf', files: ['main.tf', 'prod/us/main.tf'] })).toBe(
      `prod/us/main.tf:1 ${A}`,
    );
  });

  test('a name that only ends alike is no match', () => {
    expect(found(tree, { address: A, file: 'olddev/main.tf' })).toMatch(/^ambiguous: /);
    expect(found({ 'dev/main.tf': account('b') }, { file: 'olddev/main.tf', lines: [1, 7] })).toMatch(/^not-found: /);
  });

  test('a file that is gone is not one of the same name at the top', () => {
    const some: Tree = { 'main.tf': account('a'), 'modules/store/main.tf': account('b') };
    const lines = [1, 7] as const;
    for (const file of ['modules/vault/main.tf', '/home/build/infra/modules/vault/main.tf'])
      expect(found(some, { file, lines })).toBe(`not-found: ${file} is not in the tree`);
    expect(found(some, { file: '/home/build/infra/main.tf', lines })).toBe(`main.tf:1 ${A}`);
  });

  test('the tree was given from below what was scanned, and from above', () => {
    expect(found({ 'main.tf': account('a') }, { address: A, file: 'infra/dev/main.tf' })).toBe(`main.tf:1 ${A}`);
    expect(found({ 'infra/dev/main.tf': account('a') }, { address: A, file: 'dev/main.tf' })).toBe(
      `infra/dev/main.tf:1 ${A}`,
    );
  });
});

describe('by line', () => {
  const group = 'resource "azurerm_resource_group" "g" {\n  name = "g"\n}\n';
  const tree: Tree = { 'main.tf': `${group}${account('a')}${account('b')}` };

  test('the resource of a fitting type that the lines touch', () => {
    expect(found(tree, { file: 'main.tf', lines: [6, 6] })).toBe(`main.tf:4 ${A}`);
    expect(found(tree, { file: 'main.tf', lines: [1, 5] })).toBe(`main.tf:4 ${A}`);
  });

  test('exact lines win over touching ones', () => {
    expect(found(tree, { file: 'main.tf', lines: [4, 10] })).toBe(`main.tf:4 ${A}`);
  });

  test('lines that touch two are ambiguous, and the places are listed', () => {
    expect(found(tree, { file: 'main.tf', lines: [1, 20] })).toBe('ambiguous: fits main.tf:4, main.tf:11');
  });

  test('lines that touch another type only lead nowhere', () => {
    expect(found(tree, { file: 'main.tf', lines: [1, 3] })).toBe(
      'not-found: no resource this rule is about stands at main.tf:1',
    );
  });

  test('no place, no line, no file', () => {
    expect(found(tree, {})).toBe('not-found: the report names no place');
    expect(found(tree, { file: 'other.tf', lines: [1, 3] })).toBe('not-found: other.tf is not in the tree');
    expect(found(tree, { file: 'main.tf' })).toMatch(/^not-found: /);
  });
});

describe('by the argument name, where type and label lead nowhere', () => {
  const type = 'azurerm_storage_account';
  const written = (name: string, label: string) => account(label).replace(/"st\w+"/, name);
  const tree: Tree = {
    'main.tf': `${account('a')}${written('"st${random_id.it.hex}"', 'made')}${written('var.name', 'given')}`,
    'variables.tf': 'variable "name" {\n  default = "stgiven"\n}\n',
    'other/main.tf': account('a'),
  };

  test.each([
    ['STA', 'main.tf:1', A],
    ['st${random_id.it.hex}', 'main.tf:8', `${type}.made`],
    ['${var.name}', 'main.tf:15', `${type}.given`],
    ['stgiven', 'main.tf:15', `${type}.given`],
  ])('%s', (azureName, at, address) => {
    expect(found(tree, { azureName, type, file: 'main.tf' })).toBe(`${at} ${address}`);
    expect(found(tree, { azureName, file: 'main.tf' })).toBe(`${at} ${address}`);
  });

  test('a label that was renamed is told', () => {
    const subject = { address: `${type}.old`, type, azureName: 'stgiven', file: 'main.tf', lines: [17, 17] } as const;
    expect(found(tree, subject)).toBe(
      `main.tf:15 ${type}.given; ${type}.old is not in the tree; the resource with the name stgiven is taken`,
    );
  });

  test('type and label win over the name, both over the line', () => {
    const subject = { address: A, type, azureName: 'stgiven', file: 'main.tf', lines: [15, 15] } as const;
    expect(found(tree, subject)).toBe(`main.tf:1 ${A}; the report is stale: line 15 then, line 1 now`);
    expect(found(tree, { type, azureName: 'sta', file: 'main.tf', lines: [15, 15] })).toBe(
      `main.tf:1 ${A}; the report is stale: line 15 then, line 1 now`,
    );
  });

  test('two of the name are ambiguous; a name in a file that is not here is nobody', () => {
    expect(found(tree, { type, azureName: 'sta' })).toBe('ambiguous: fits main.tf:1, other/main.tf:1');
    expect(found(tree, { type, azureName: 'stgiven', file: 'gone.tf' })).toMatch(/^not-found: /);
    expect(found(tree, { type: 'azurerm_subnet', azureName: 'sta', file: 'main.tf' })).toMatch(/^not-found: /);
  });
});

describe('by module and line, where the report does not name the resource', () => {
  const tree: Tree = {
    'main.tf': 'module "m" {\n  source = "./m"\n  count  = 2\n}\nmodule "n" {\n  source = "./m"\n}\n',
    'm/main.tf': account('a'),
  };

  test.each([
    ['module.m', `module.m[0].${A}, module.m[1].${A}`],
    ['module.m[1]', `module.m[1].${A}`],
    ['module.n', `module.n.${A}`],
    ['module.gone', `module.m[0].${A}, module.m[1].${A}, module.n.${A}`],
  ])('%s', (module, instances) => {
    const expected = instances.split(', ').sort();
    const [at, ...rest] = found(tree, { module, file: '/src/m/main.tf', lines: [3, 3] }).split(/ |, /);
    expect([at, ...rest.sort()]).toEqual(['m/main.tf:1', ...expected]);
  });
});

describe('code that is fetched from elsewhere', () => {
  const call = (name: string, source: string) => `module "${name}" {\n  source = "${source}"\n}\n`;
  const tree: Tree = {
    'main.tf': `${call('far', 'example/store/azurerm')}${call('near', './m')}${account('a')}`,
    'm/main.tf': `${call('deep', 'git::https://example.test/x.git?ref=v1')}${account('a')}`,
  };
  const lines = [7, 9] as const;

  test.each([
    'git::https:/github.com/example/modules?ref=v1.2.0/main.tf',
    'github.com/example/modules?ref=v1.2.0/main.tf',
    'https:/example.test/main.tf',
    'registry.opentofu.org/example/store/azurerm/main.tf',
    'infra/.terraform/modules/far/main.tf',
    '.external_modules/github.com/example/main.tf',
  ])('%s', (file) => {
    expect(found(tree, { file, lines })).toBe(`remote-module: ${file} is fetched from elsewhere: not edited here`);
    expect(found(tree, { file, lines, address: A })).toMatch(/^remote-module: /);
  });

  test('a module whose path looks like one of the tree', () => {
    const far = 'remote-module: module far is fetched from example/store/azurerm: not edited here';
    expect(found(tree, { module: 'module.far', file: 'example/store/azurerm/main.tf', lines })).toBe(far);
    expect(found(tree, { address: `module.far[0].${A}`, file: 'main.tf' })).toBe(far);
    expect(found(tree, { module: 'module.near["k"].module.deep', file: 'x/main.tf', lines })).toBe(
      'remote-module: module near.deep is fetched from git::https://example.test/x.git?ref=v1: not edited here',
    );
  });

  test('a module that is here in one root is not fetched', () => {
    const two = { ...tree, 'other/main.tf': call('far', '../m') };
    expect(found(two, { address: `module.far.${A}`, file: 'm/main.tf' })).toBe(`m/main.tf:4 module.far.${A}`);
  });
});

describe('a file that does not parse', () => {
  const tree: Tree = { 'a/main.tf': 'resource "azurerm_storage_account" "a" {', 'b/main.tf': account('a') };

  test('what is reported in it cannot be found there, nor elsewhere under the same name', () => {
    expect(found(tree, { address: A, file: 'a/main.tf', lines: [1, 1] })).toMatch(/^unparsable: a\/main\.tf:1:\d+: /);
    expect(found(tree, { file: 'a/main.tf', lines: [1, 1] })).toMatch(/^unparsable: /);
  });

  test('the others are found', () => {
    expect(found(tree, { address: A, file: 'b/main.tf' })).toBe(`b/main.tf:1 ${A}`);
  });
});

test('hostile addresses and paths end, and lead nowhere', () => {
  const tree: Tree = { 'main.tf': account('a') };
  for (const address of [
    '['.repeat(50_000),
    '.'.repeat(50_000),
    'a["'.repeat(20_000),
    `${'module.a.'.repeat(20_000)}x`,
  ])
    expect(found(tree, { address })).toMatch(/^not-found: /);
  for (const file of ['/'.repeat(50_000), '../'.repeat(50_000), '__proto__', 'constructor', ''])
    expect(found(tree, { file, lines: [1, 1] })).toMatch(/^not-found: /);
});
