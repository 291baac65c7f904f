import { parse } from 'yaml';
import { account, versions } from '../plan/code';
import { checkov, exists, plumbline, readText, useCommand, write } from './command';

useCommand();

beforeEach(() => {
  write('infra/main.tf', account('a'));
  write('infra/versions.tf', versions());
});

test('the profile that is written can be read, and asks what the code raises', () => {
  const { code, out, err } = plumbline('init', '--code', 'infra');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Wrote plumbline.yaml: ');
  expect(readText('plumbline.yaml')).toContain('  # logAnalyticsWorkspaceId: ');
  expect(readText('plumbline.yaml')).toContain('azurerm 4.x (version ~> 4.55)');
  expect(plumbline('check', 'infra').out).toContain('Level 2: ');
});

test('every example in it is one that the command takes', () => {
  for (const name of ['common', 'dev', 'prod']) write(`infra/env/${name}.tfvars`, '');
  plumbline('init', '--code', 'infra');
  // The whole of it without the prose: what stands behind a hash and is YAML.
  const examples = readText('plumbline.yaml')
    .split('\n')
    .map((line) => line.replace(/^(\s*)# ?(?=(\s*- |[a-z]\w*:|\s{2,}\S))/, '$1'))
    .filter((line) => !line.trim().startsWith('#'))
    .join('\n')
    .replaceAll('…/providers/…', 'x/providers/y')
    .replace('/subscriptions/…', '/subscriptions/0');
  write('all.yaml', examples);
  expect(Object.keys(parse(examples) as object).sort()).toEqual(
    expect.arrayContaining(['criticality', 'exceptions', 'level', 'off', 'parameters']),
  );
  const checked = plumbline('check', 'infra', '--profile', 'all.yaml');
  expect(checked.err).toBe('');
  expect(checked.out).toContain('Note: an exception of the profile fits nothing: storage-no-public-network on ');
  expect(checked.out).toContain('Note: off in the profile: web-app-http2 (Our gateway speaks HTTP/1.1 only)');
});

test('with the schema beside it, and nothing is overwritten', () => {
  expect(plumbline('init', '--code', 'infra', '--schema').code).toBe(0);
  expect(readText('plumbline.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\/plumbline\.schema\.json\n/);
  expect(JSON.parse(readText('plumbline.schema.json')).properties.parameters.properties).toHaveProperty(
    'managementNetworks',
  );
  const again = plumbline('init', '--code', 'infra');
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('plumbline.yaml: exists already') });
  expect(plumbline('init', '--code', 'infra', '--out', 'other.yaml', '--schema').code).toBe(2);
  expect(exists('other.yaml')).toBe(false);
});

test('code that says no release is told so, and no code is an error', () => {
  write('old/main.tf', account('a'));
  plumbline('init', '--code', 'old', '--out', 'old.yaml');
  expect(readText('old.yaml')).toContain('# The azurerm release: the root module does not say one.');
  write('empty/readme.md', '');
  expect(plumbline('init', '--code', 'empty', '--out', 'x.yaml')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no Terraform files'),
  });
});

test('finds reports and scanners, and says how to go on with them', () => {
  write('reports/my report.json', checkov(['CKV_AZURE_44', 'azurerm_storage_account.a', '/main.tf']));
  write('reports/other.json', '{"a":1}');
  write('reports/broken.json', '{');
  write('node_modules/x/report.json', checkov(['CKV_AZURE_44', 'azurerm_storage_account.a', '/main.tf']));
  write('.checkov.yaml', '');
  const { code, out } = plumbline('init', '--code', 'infra');
  expect(code).toBe(0);
  expect(out).toMatch(/^Code in infra: 2 files, 1 root module, azurerm 4\.x/m);
  expect(out).toMatch(/^Report reports\/my report\.json: checkov, 1 finding\.$/m);
  expect(out).toContain('checkov is set up here: plumbline suppress --for checkov tells it what is excepted.');
  expect(out).toContain(
    "Next: plumbline plan --findings 'reports/my report.json' --code infra --profile plumbline.yaml",
  );
  expect(out).not.toContain('other.json');
});
