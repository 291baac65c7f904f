// Patches as git takes them: in order, back again, and bytes outside a change stay.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { asReport, checkEstate } from '../../remediations/check';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { readTree } from '../../remediations/locate/hcl/tree';
import { type Remediation, remediate } from '../../remediations/remediate';
import { account, files, finding, patched, patches, remedy, type Tree, versions } from './code';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waves-'));
  execFileSync('git', ['init', '-q'], { cwd: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
const read = (tree: Tree): Tree =>
  Object.fromEntries(Object.keys(tree).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));

const apply = (patch: string) =>
  execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn', '-'], {
    cwd: folder,
    input: patch,
    stdio: ['pipe', 'pipe', 'pipe'],
  });

const answers = {
  logAnalyticsWorkspaceId: '/subscriptions/0/resourceGroups/r/providers/x/workspaces/w',
  managementNetworks: ['203.0.113.0/24', '198.51.100.0/24'],
  clientNetworks: ['203.0.113.0/24'],
  keyExpirationDate: '2027-06-30T00:00:00Z',
  secretExpirationDate: '2027-06-30T00:00:00Z',
  privateEndpointSubnetId: '/subscriptions/0/resourceGroups/r/providers/x/subnets/s',
};
const options = { level: 2, answers, allow: new Set(['replaces', 'irreversible'] as const) } as const;

/** Everything that check finds, in all four waves. */
function everything(tree: Tree): Remediation {
  const estate = readEstate(files(tree));
  return remediate([asReport(checkEstate(estate, { level: 2 }))], estate, options);
}

const estate = (): Tree =>
  Object.fromEntries(readTree(join(__dirname, '../../examples/estate')).map(({ path, text }) => [path, text] as const));

/** Applies the waves one after the other, then the way back, and compares bytes at every step. */
function roundTrip(tree: Tree, made: Remediation): void {
  const wanted = patched(tree, made);
  write(tree);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  const { 'changes.patch': all, 'rollback.patch': back, ...waves } = patches(made);
  expect(Object.keys(waves)).toEqual(made.waves.map(({ impact }, i) => `wave-${i + 1}-${impact}.patch`));
  for (const wave of Object.values(waves)) apply(wave);
  expect(read(tree)).toEqual(wanted);
  apply(back);
  expect(read(tree)).toEqual(tree);
  apply(all);
  expect(read(tree)).toEqual(wanted);
  expect(git('status', '--porcelain', '-uall').split('\n').filter(Boolean)).toHaveLength(Object.keys(tree).length);
}

test('the example estate, with everything answered and allowed', () => {
  const tree = estate();
  const made = everything(tree);
  expect(made.waves.map(({ impact }) => impact)).toEqual(['in-place', 'disruptive', 'irreversible', 'replaces']);
  roundTrip(tree, made);
});

test('the second run is empty', () => {
  const tree = estate();
  const again = everything(patched(tree, everything(tree)));
  expect(again.plan.changes).toEqual([]);
  expect(again.files.size).toBe(0);
});

test('leaving a wave out by planning without it leaves the other changes as they are', () => {
  const tree = estate();
  const made = everything(tree);
  const report = asReport(checkEstate(readEstate(files(tree)), { level: 2 }));
  const less = remediate([report], readEstate(files(tree)), { ...options, allow: new Set() });
  const both = patches(made);
  for (const name of ['wave-1-in-place.patch', 'wave-2-disruptive.patch']) expect(patches(less)[name]).toBe(both[name]);
});

const code = `# first line
resource "azurerm_storage_account" "a" {
  name            = "a" # kept
  min_tls_version = "TLS1_0"
}

${account('b', 'network_rules {\n  default_action = "Allow"\n}')}`;
const report = [
  finding('CKV_AZURE_44', 'azurerm_storage_account.a'),
  finding('CKV_AZURE_35', 'azurerm_storage_account.b'),
  finding('CKV_AZURE_36', 'azurerm_storage_account.a'),
];

test.each([
  ['LF', code],
  ['CRLF', code.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${code}`],
  ['a byte order mark and CRLF', `\uFEFF${code.replaceAll('\n', '\r\n')}`],
  ['no newline at the end', code.trimEnd()],
  ['tabs', code.replace(/^ {2}/gm, '\t')],
  ['one line', 'resource "azurerm_storage_account" "a" { min_tls_version = "TLS1_0" }\n'],
])('%s', (_, text) => {
  const tree = { 'main.tf': text, 'versions.tf': versions() };
  const made = remedy(tree, report);
  expect(made.plan.changes.length).toBeGreaterThan(0);
  roundTrip(tree, made);
  const after = patched(tree, made)['main.tf'];
  expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
  if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  else expect(after).not.toContain('\r');
});

test('names with spaces and letters beyond ASCII', () => {
  const tree = { 'a folder/größe.tf': code, 'versions.tf': versions() };
  roundTrip(tree, remedy(tree, report));
});

test('a name that git quotes', () => {
  const tree = { 'a "b".tf': code, 'versions.tf': versions() };
  roundTrip(tree, remedy(tree, report));
});

test('bytes outside a change stay: comments, odd spaces, mixed line endings', () => {
  const odd = `/* a */\r\n\n\tlocals   {\n  x=1\r\n}\n${account('a', 'min_tls_version = "TLS1_0" # why\n# tail')}\n\n\n`;
  const tree = { 'main.tf': odd };
  const made = remedy(tree, report.slice(0, 1));
  expect(patched(tree, made)['main.tf']).toBe(odd.replace('"TLS1_0"', '"TLS1_2"'));
  roundTrip(tree, made);
});
