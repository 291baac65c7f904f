import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsTerraform } from '../stand-in/needs-terraform';
import { everything, pathOf, plumbline, readText, useCommand, write } from './command';

useCommand();

const SUBSCRIPTION = '5a1e0000-0000-4000-8000-000000000001';
const azure = join(__dirname, '../../examples/azure');
const run = (...more: string[]) => plumbline('guardrails', '--today', '2026-11-27', ...more);
const document = () => JSON.parse(readText('out/guardrails.json'));

test('without a place it shows what would be held, and writes nothing', () => {
  const { code, out } = run();
  expect(code).toBe(0);
  expect(out).toMatch(/^storage-https-only {2,}Audit {2,}Secure transfer to storage accounts should be enabled$/m);
  expect(out).toMatch(/^storage-min-tls {2,}Audit {2,}ours: Storage accounts refuse TLS below 1\.2$/m);
  expect(out).toContain(
    'Nothing was written: add --subscription <id> or --management-group <name>, and --out <folder>.',
  );
  expect(everything()).toEqual([]);
});

test('writes what to review and what the stack reads', () => {
  const { code, out, err } = run('--management-group', 'platform', '--out', 'out');
  expect([code, err]).toEqual([0, '']);
  expect(everything()).toEqual(['out', 'out/guardrails.json', 'out/guardrails.md']);
  expect(out.trimEnd()).toMatch(/Next: PLUMBLINE_GUARDRAILS=out\/guardrails\.json npx cdktf plan guardrails, .*$/);
  expect(readText('out/guardrails.md')).toMatch(/^# Guardrails for the management group platform$/m);
  expect(document()).toMatchObject({ schema: 'azure-plumbline/guardrails-1', enforce: true });
});

test('--json says what is written, and it is written', () => {
  const { code, out } = run('--management-group', 'platform', '--out', 'out', '--as', 'hcl', '--json');
  expect(code).toBe(0);
  expect(everything()).toEqual(['out', 'out/guardrails.json', 'out/guardrails.md', 'out/main.tf']);
  expect(JSON.parse(out)).toEqual(document());
});

test('with a scan it says what deviates before anything is refused', () => {
  const { code, out } = run(
    ...['--subscription', SUBSCRIPTION, '--live', azure, '--profile', join(azure, 'plumbline.yaml')],
    ...['--effect', 'deny', '--out', 'out'],
  );
  expect(code).toBe(0);
  expect(out).toMatch(/^Careful: \d+ controls would refuse from now on although resources deviate\./m);
  expect(out).toMatch(/^ +\d+ {2}storage-min-tls$/m);
  expect(readText('out/guardrails.md')).toContain('**Before you apply:**');
  expect(document().deviating['storage-min-tls']).toBeGreaterThan(0);
  const { out: calm } = run('--subscription', SUBSCRIPTION, '--live', azure, '--effect', 'deny', '--no-enforce');
  expect(calm).not.toContain('Careful');
});

test('the profile says where, how strictly, and what is exempted', () => {
  write(
    'plumbline.yaml',
    `level: 1
guardrails: { subscription: ${SUBSCRIPTION}, deny: [storage-https-only] }
exceptions:
  - control: storage-https-only
    arm: /subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stold
    reason: 'Printers | <b>speak</b> HTTP'
    owner: team-office
    until: 2027-01-31
  - control: storage-min-tls
    address: azurerm_storage_account.old
    reason: Old scanners
    owner: team-office
    until: 2027-01-31
`,
  );
  const { out } = run('--out', 'out', '--as', 'hcl');
  expect(out).toContain('Note: the exception of team-office from storage-min-tls is no exemption: it names code');
  expect(out).toMatch(/1 exemption, /);
  const hcl = readText('out/main.tf');
  expect(hcl).toMatch(/resource "azurerm_resource_policy_exemption" "storage_https_only_\w+" \{/);
  expect(hcl).toMatch(/expires_on +=\s"2027-01-31T23:59:59Z"/);
  expect(readText('out/guardrails.md')).toContain('Printers \\| &lt;b&gt;speak&lt;/b&gt; HTTP');
  const { references } = document().initiatives[0];
  expect(
    references.filter(({ effect }: { effect: string }) => effect === 'Deny').map(({ id }: { id: string }) => id),
  ).toEqual(['storage-https-only']);
});

test.each([
  [['--subscription', 'mine', '--out', 'out'], 'subscription mine: no id'],
  [['--management-group', 'a b', '--out', 'out'], 'management group "a b": no name'],
  [['--management-group', 'a', '--subscription', SUBSCRIPTION], 'one of both'],
  [['--out', 'out'], 'It is not said where the guardrails hold'],
  [['--effect', 'block'], '--effect block is not known'],
  [['--deny', 'storage-nothing'], 'No control "storage-nothing"'],
  [['--as', 'bicep'], '--as bicep is not known'],
])('%j is told and writes nothing', (args, message) => {
  const { code, err } = run(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(everything()).toEqual([]);
});

test.each([
  ['guardrails: [a]', 'a mapping is expected'],
  ['guardrails: { where: x }', '"where" is not known'],
  ['guardrails: { effect: block }', 'Allowed: audit, deny.'],
  ['guardrails: { deny: [nothing] }', 'no control "nothing"'],
  [`guardrails: { subscription: ${SUBSCRIPTION}, managementGroup: a }`, 'Name one of both.'],
])('%s in the profile is told', (profile, message) => {
  write('plumbline.yaml', profile);
  const { code, err } = run();
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('a folder of something else is left alone', () => {
  write('out/main.tf', 'resource "azurerm_resource_group" "mine" {}\n');
  const { code, err } = run('--management-group', 'platform', '--out', 'out', '--as', 'hcl');
  expect([code, err]).toEqual([2, expect.stringContaining('holds no earlier set of guardrails')]);
  expect(readText('out/main.tf')).toContain('mine');
});

needsTerraform('rules as Terraform reads them')('what main.tf encodes is what guardrails.json says', () => {
  run('--level', '2', '--management-group', 'platform', '--out', 'out', '--as', 'hcl');
  const hcl = readText('out/main.tf');
  execFileSync('terraform', ['fmt', '-check', pathOf('out')], { stdio: 'pipe' });
  const rules = [...hcl.matchAll(/^ {2}policy_rule = (jsonencode\(\{[\s\S]*?\n {2}\}\))$/gm)].map(([, rule]) => rule);
  expect(rules).toHaveLength(document().definitions.length);
  mkdirSync(pathOf('read'));
  const output = rules.map((rule, i) => `output "r${i}" {\n  value = ${rule}\n}\n`).join('\n');
  writeFileSync(pathOf('read/main.tf'), output);
  const terraform = (...args: string[]) =>
    execFileSync('terraform', [`-chdir=${pathOf('read')}`, ...args], { stdio: 'pipe' });
  terraform('init');
  terraform('apply', '-auto-approve');
  const read: Record<string, { value: string }> = JSON.parse(terraform('output', '-json').toString());
  expect(rules.map((_, i) => JSON.parse(read[`r${i}`].value))).toEqual(
    document().definitions.map(({ rule }: { rule: object }) => rule),
  );
});
