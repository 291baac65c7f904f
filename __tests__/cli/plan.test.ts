import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { writeTree } from '../../remediations/cli/write-tree';
import { account, versions } from '../plan/code';
import { checkov, everything, exists, pathOf, plumbline, readText, useCommand, write } from './command';

useCommand();

const A = 'azurerm_storage_account.a';
const weak = account('a', 'min_tls_version = "TLS1_0"');
const report = (file = '/main.tf') => checkov(['CKV_AZURE_44', A, file], ['CKV_AZURE_3', A, file]);

beforeEach(() => {
  write('infra/main.tf', weak);
  write('infra/versions.tf', versions());
  write('report.json', report());
});
const plan = (...more: string[]) => plumbline('plan', '--code', 'infra', '--findings', 'report.json', ...more);
const written = () => JSON.parse(readText('plan/plan.json'));

test('writes every artefact, and the patch fits the tree', () => {
  const { code, err } = plan('--out', 'plan');
  expect([code, err]).toEqual([0, '']);
  expect(everything().filter((name) => name.startsWith('plan/'))).toEqual([
    'plan/changes.patch',
    'plan/plan.html',
    'plan/plan.json',
    'plan/plan.md',
    'plan/rollback.patch',
    'plan/wave-1-in-place.patch',
    'plan/wave-2-disruptive.patch',
  ]);
  execFileSync('git', ['apply', '--directory=infra', 'plan/changes.patch'], { cwd: pathOf('.') });
  expect(readText('infra/main.tf')).toContain('min_tls_version            = "TLS1_2"');
});

test('an earlier plan is replaced as a whole, and the bytes are the same', () => {
  plan('--out', 'plan');
  const before = everything().map((name) => (name.startsWith('plan/') ? readText(name) : name));
  write('plan/wave-9-replaces.patch', 'x');
  expect(plan('--out', 'plan').code).toBe(0);
  expect(everything().map((name) => (name.startsWith('plan/') ? readText(name) : name))).toEqual(before);
});

test('without --out and --write nothing is written, and that is said', () => {
  const before = everything();
  expect(plan().out).toContain('Nothing was written: add --out <folder>');
  expect(everything()).toEqual(before);
});

test('a report in UTF-16 with a byte order mark, as PowerShell writes it', () => {
  write('report.json', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(report(), 'utf16le')]));
  expect(plan('--out', 'plan').code).toBe(0);
  expect(written().counts).toMatchObject({ received: 2, planned: 2 });
});

test.each([
  '../infra/main.tf',
  'C:\\build\\infra\\main.tf',
  '/home/runner/work/infra/main.tf',
  '..\\..\\infra\\main.tf',
])('a report from elsewhere: %s', (file) => {
  write('report.json', report(file));
  expect(plan('--out', 'plan').code).toBe(0);
  expect(written().counts.planned).toBe(2);
});

test('a report about files that are not there is answered finding by finding', () => {
  write('report.json', checkov(['CKV_AZURE_44', 'azurerm_storage_account.gone', '/other/gone.tf']));
  const { code, out } = plan('--out', 'plan');
  expect(code).toBe(0);
  expect(out).toContain('not-found: The resource is not in this code');
  expect(written().unplanned).toMatchObject([{ reason: 'not-found' }]);
  expect(readText('plan/changes.patch')).toBe('');
});

test('nothing hostile in a report becomes markup, a control sequence or a path', () => {
  const nasty = [
    '](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '\u001b[31mred\u001b[0m\u0007',
    '`code` **bold** |cell|\n# heading',
    '\u202Eevil',
    '</details><script>',
    'A'.repeat(100_000),
  ];
  write(
    'report.json',
    checkov(
      ...nasty.flatMap(
        (text) =>
          [
            [text, A, '/main.tf'],
            ['CKV_AZURE_44', text, text],
          ] as const,
      ),
    ),
  );
  const { code, out } = plan('--out', 'plan');
  expect(code).toBe(0);
  const text = readText('plan/plan.md');
  expect(text).not.toMatch(/<(?!details>|\/details>|summary>|\/summary>|br>|sub>|\/sub>)/);
  expect(text).not.toMatch(/(?<!\\)\]\(/);
  expect(text).not.toMatch(/(?<!\\)\*\*bold/);
  expect(text).not.toMatch(/^# heading/m);
  for (const each of [text, out, readText('plan/plan.json')]) {
    expect(each.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    expect(each.length).toBeLessThan(60_000);
  }
});

describe('--write', () => {
  const git = (...args: string[]) => execFileSync('git', ['-C', pathOf('.'), ...args], { stdio: 'pipe' });
  const commit = () => {
    git('init', '-q');
    git('add', '-A');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'all');
  };

  test('edits the code, once: the second run has nothing to do', () => {
    expect(plan('--write').out).toContain('Edited main.tf.');
    expect(readText('infra/main.tf')).toContain('"TLS1_2"');
    const once = readText('infra/main.tf');
    expect(plan('--write').code).toBe(0);
    expect(readText('infra/main.tf')).toBe(once);
    expect(everything()).toEqual(['infra', 'infra/main.tf', 'infra/versions.tf', 'report.json']);
  });

  test('refuses a git tree with uncommitted changes, takes a clean one', () => {
    commit();
    expect(plan('--write').code).toBe(0);
    const { code, err } = plan('--write');
    expect(code).toBe(2);
    expect(err).toMatch(/^error: --write: infra has changes that are not committed\n.*git stash/);
  });

  test('takes one file as the code, with the folder around it for git and the profile', () => {
    const one = ['plan', '--code', 'infra/main.tf', '--only', 'storage-min-tls', '--write'];
    commit();
    expect(plumbline(...one)).toMatchObject({ code: 0, err: '' });
    expect(readText('infra/main.tf')).toContain('"TLS1_2"');
    expect(plumbline(...one).err).toContain('has changes that are not committed');
  });

  test('refuses however much is not committed', () => {
    commit();
    const long = 'x'.repeat(240);
    for (let i = 0; i < 4_500; i++) write(`infra/${i}-${long}`, '');
    expect(plan('--write').err).toContain('has changes that are not committed');
  });

  test('does not look at changes beside the code', () => {
    commit();
    write('notes.txt', 'not ours');
    expect(plan('--write').code).toBe(0);
  });

  test('a link is not followed, and nothing around it is edited half', () => {
    write('elsewhere.tf', account('b', 'min_tls_version = "TLS1_0"'));
    symlinkSync(pathOf('elsewhere.tf'), pathOf('infra/linked.tf'));
    write(
      'report.json',
      checkov(['CKV_AZURE_44', A, '/main.tf'], ['CKV_AZURE_44', 'azurerm_storage_account.b', '/linked.tf']),
    );
    const { code } = plan('--write', '--out', 'plan');
    expect(code).toBe(0);
    expect(readText('elsewhere.tf')).toContain('TLS1_0');
    expect(written().unplanned).toMatchObject([{ reason: 'not-found' }]);
  });
});

test('the profile in the code folder is read, --profile wins, --parameter wins over both', () => {
  write(
    'infra/nsg.tf',
    `resource "azurerm_network_security_rule" "r" {
  name                       = "r"
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  destination_port_range     = "22"
  source_address_prefix      = "*"
  destination_address_prefix = "*"
}
`,
  );
  write('infra/plumbline.yaml', 'parameters:\n  managementNetworks: [10.1.0.0/16]\n');
  write('mine.yaml', 'parameters:\n  managementNetworks: [10.2.0.0/16]\n');
  const to = (...more: string[]) => {
    plumbline('plan', '--code', 'infra', '--only', 'network-no-public-ssh', '--out', 'plan', ...more);
    return written().changes[0].to;
  };
  expect(to()).toBe('10.1.0.0/16');
  expect(to('--profile', 'mine.yaml')).toBe('10.2.0.0/16');
  expect(to('--profile', 'mine.yaml', '--parameter', 'managementNetworks=10.3.0.0/16')).toBe('10.3.0.0/16');
  expect(to('--parameter', 'managementNetworks=10.3.0.0/16,10.4.0.0/16')).toEqual(['10.3.0.0/16', '10.4.0.0/16']);
});

test('a file that does not parse is told and left alone, the others are planned', () => {
  write('infra/broken/main.tf', 'resource "x" {');
  const { code, out } = plan('--out', 'plan');
  expect(code).toBe(0);
  expect(out).toMatch(/Note: does not parse, left alone: broken\/main\.tf:1:\d+: /);
  expect(written().counts.planned).toBe(2);
});

test('a file that is changed while the plan is made is an error, and nothing is edited', () => {
  // The write step on its own: a plan is made too fast for a test to come in between.
  write('infra/second.tf', 'b');
  writeFileSync(pathOf('infra/main.tf'), 'changed');
  const files = new Map([
    ['second.tf', { before: 'b', after: 'B' }],
    ['main.tf', { before: weak, after: 'A' }],
  ]);
  expect(() => writeTree(pathOf('infra'), files)).toThrow('main.tf was changed while the plan was made');
  expect(() => writeTree(pathOf('infra'), new Map([['../report.json', { before: report(), after: '' }]]))).toThrow(
    'does not stand inside',
  );
  expect([readText('infra/second.tf'), readText('infra/main.tf')]).toEqual(['b', 'changed']);
  symlinkSync(pathOf('infra/second.tf'), pathOf('infra/link.tf'));
  expect(() => writeTree(pathOf('infra'), new Map([['link.tf', { before: 'b', after: 'B' }]]))).toThrow('inside');
  expect(exists('infra/second.tf.plumbline')).toBe(false);
  expect(everything().filter((name) => name.includes('.plumbline-'))).toEqual([]);
});

test('a table whose columns are named, of rules of any scanner and of ours', () => {
  write('list.csv', `Check;Where\nCKV_AZURE_44;${A}\nstorage-https-only;${A}\n`);
  const { code, out, err } = plumbline(
    ...['plan', '--code', 'infra', '--findings', 'list.csv', '--out', 'plan', '--columns', 'rule=check,address=Where'],
  );
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('min_tls_version: "TLS1_0" → "TLS1_2"');
  expect(written().reports).toEqual(['list.csv (csv)']);
  expect(written().counts).toMatchObject({ received: 2, ignored: 0 });
});

test('the folder of a report of Cloud Custodian is the rule', () => {
  const id = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/x';
  const file = write('out/storage-https-only/resources.json', JSON.stringify([{ id, 'c7n:MatchedFilters': [] }]));
  expect(plumbline('plan', '--code', 'infra', '--findings', file, '--out', 'plan').code).toBe(0);
  expect(written().unplanned).toEqual([
    expect.objectContaining({ control: 'storage-https-only', reason: 'not-found' }),
  ]);
});

test('--sarif writes the changes as results with fixes, and needs a folder', () => {
  write('infra/main.tf', account('a', 'min_tls_version = "TLS1_0"'));
  write('infra/versions.tf', versions());
  const only = ['--code', 'infra', '--only', 'storage-min-tls', '--sarif'];
  expect(plumbline('plan', ...only)).toMatchObject({ code: 2, err: expect.stringContaining('Name one with --out.') });
  expect(plumbline('plan', ...only, '--out', 'plan').code).toBe(0);
  const [{ ruleId, fixes }] = JSON.parse(readText('plan/plan.sarif')).runs[0].results;
  expect([ruleId, fixes[0].artifactChanges[0].replacements[0].insertedContent.text]).toEqual(['storage-min-tls', '2']);
});
