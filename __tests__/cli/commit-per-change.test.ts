// A branch with one commit for each change, read back with git itself.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { account, versions } from '../plan/code';
import { checkov, everything, exists, pathOf, plumbline, readText, shell, useCommand, write } from './command';

useCommand();

const ESTATE = join(__dirname, '../../examples/estate');
const PROFILE = join(__dirname, '../../examples/plumbline.yaml');
const REPORT = join(__dirname, '../../examples/checkov-report.json');
const TLS = ['--only', 'storage-min-tls'] as const;

const git = (...args: string[]) => execFileSync('git', args, { cwd: pathOf('.'), encoding: 'utf8' });
const lines = (text: string) => text.split('\n').filter(Boolean);
const log = (format: string, branch = 'made') =>
  lines(git('log', '--reverse', `--format=${format}`, `HEAD..${branch}`));

function commitAll(): void {
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Someone');
  git('config', 'user.email', 'someone@example.com');
  git('add', '-A');
  git('commit', '-qm', 'what is there');
}

const weak = (name = 'a') => account(name, 'min_tls_version = "TLS1_0"');
function weakCode(text = weak()): void {
  write('infra/versions.tf', versions());
  write('infra/main.tf', text);
  commitAll();
}
const branch = (...more: string[]) =>
  plumbline('plan', '--code', 'infra', '--commit-per-change', '--branch', 'made', ...more);

describe('of the example', () => {
  beforeEach(() => {
    mkdirSync(pathOf('infra'));
    cpSync(ESTATE, pathOf('infra'), { recursive: true });
    write('notes.md', 'a\n');
    commitAll();
  });
  const example = () => branch('--findings', REPORT, '--profile', PROFILE, '--out', 'plan');
  const planned = () => JSON.parse(readText('plan/plan.json'));

  test('each change is one commit, and the last one is all patches', () => {
    const { code, out, err } = example();
    expect([code, err]).toEqual([0, '']);
    const { changes } = planned() as {
      changes: { id: string; wave: number; file: string; priority: number }[];
    };
    expect(out).toContain(`Branch made: ${changes.length} commits on what is checked out.`);
    const ids = log('%(trailers:key=Plumbline-Change,valueonly,separator=%x2C)');
    expect([...ids].sort()).toEqual(changes.map(({ id }) => id).sort());
    const inOrder = ids.map((id) => changes.find((change) => change.id === id)!);
    const ranks = inOrder.map(({ wave, priority }) => wave * 1000 - priority);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    const touched = lines(git('log', '--reverse', '--format=', '--name-only', 'HEAD..made'));
    expect(touched).toEqual(inOrder.map(({ file }) => `infra/${file}`));
    git('apply', '--directory=infra', 'plan/changes.patch');
    git('add', 'infra');
    expect(git('write-tree')).toBe(git('rev-parse', 'made^{tree}'));
  });

  test('index, working tree and what is checked out stay as they are', () => {
    write('notes.md', 'a\nb\n');
    git('add', 'notes.md');
    write('notes.md', 'a\nb\nc\n');
    write('new.tf', '');
    const look = () => [git('status', '--porcelain=v2', '--branch'), git('diff'), git('diff', '--cached')];
    const before = [look(), everything()];
    expect(branch('--findings', REPORT, '--profile', PROFILE).code).toBe(0);
    expect([look(), everything()]).toEqual(before);
    expect(git('diff', '--name-only', 'main', 'made', '--', 'notes.md', 'new.tf')).toBe('');
    expect(git('fsck', '--strict')).toBe('');
  });

  test('the message says what, why, what it does and whether it can be undone', () => {
    example();
    const { changes } = planned();
    const { id } = changes.find((change: { site: string }) => change.site === 'variable');
    const [sha] = lines(git('log', '--format=%H', `--grep=Plumbline-Change: ${id}`, 'made'));
    expect(git('log', '-1', '--format=%B', sha)).toMatchInlineSnapshot(`
      "fix: set min_tls_version to "TLS1_2" on storage_account.orders +1

      Storage accounts refuse TLS below 1.2 (CIS 4.15, storage-min-tls). TLS
      1.0 and 1.1 are broken; an account that accepts them lets clients be
      downgraded.

      - variables.tf: min_tls_version: "TLS1_1" → "TLS1_2"
      - For azurerm_storage_account.orders, azurerm_storage_account.pictures.
      - Impact: disruptive: clients may notice. Priority 66.
      - Clients that only speak TLS 1.0 or 1.1 stop connecting.
      - Undo: applying the old text restores Azure.
      - Closes checkov CKV_AZURE_44 ×2.

      Plumbline-Change: cd78785aed

      "
    `);
    expect(log('%an <%ae>')).toEqual(changes.map(() => 'Someone <someone@example.com>'));
    for (const subject of log('%s')) {
      expect(subject).toMatch(/^fix: (set|add|\S+: ) ?.*$/);
      expect([...subject].length).toBeLessThanOrEqual(72);
    }
  });
});

test('without a name the branch has that of the day', () => {
  weakCode();
  plumbline('plan', '--code', 'infra', ...TLS, '--commit-per-change', '--today', '2027-03-01');
  expect(log('%s', 'plumbline/2027-03-01')).toEqual([
    'fix: min_tls_version: "TLS1_0" → "TLS1_2" on azurerm_storage_account.a',
  ]);
});

test('where nothing changes there is no branch, and that is said', () => {
  weakCode(account('a', 'min_tls_version = "TLS1_2"'));
  expect(branch(...TLS).out).toContain('No change of code: there is no branch made.');
  expect(git('branch', '--list', 'made')).toBe('');
});

describe('refuses', () => {
  const refused = (run: { code: number | null; err: string }, ...parts: string[]) => {
    expect(run.code).toBe(2);
    for (const part of parts) expect(run.err).toContain(part);
    expect(run.err).not.toContain('    at ');
    if (exists('.git')) expect(git('branch', '--list', 'made')).toBe('');
  };

  test('a branch that is there, and leaves it alone', () => {
    weakCode();
    expect(branch(...TLS).code).toBe(0);
    const before = git('rev-parse', 'made');
    const { code, err } = branch(...TLS);
    expect(code).toBe(2);
    expect(err).toContain('--branch made: it exists already');
    expect(err).toContain('git branch -D made');
    expect(git('rev-parse', 'made')).toBe(before);
    const below = plumbline('plan', '--code', 'infra', ...TLS, '--commit-per-change', '--branch', 'made/more');
    expect(below).toMatchObject({
      code: 2,
      err: expect.stringContaining('--branch made/more: git refused it: '),
    });
  });

  test.each(['-x', '--force', 'a..b', 'HEAD', '@{-1}', 'a b', 'a\nb', '../made', 'made.lock', ''])(
    'a name that is none: %j',
    (name) => {
      weakCode();
      refused(
        plumbline('plan', '--code', 'infra', ...TLS, '--commit-per-change', `--branch=${name}`),
        'not a name for a branch',
      );
    },
  );

  test('code in no repository, and a repository without a commit', () => {
    write('infra/main.tf', weak());
    refused(branch(), 'infra is in no working tree of git', 'Run it where the code was checked out.');
    git('init', '-q');
    refused(branch(), 'has no commit yet', 'Commit the code first.');
  });

  test('files that are not as they were committed: changed, new, or ignored', () => {
    weakCode();
    write('infra/main.tf', `${weak()}# more\n`);
    refused(branch(...TLS), 'not as in the last commit: main.tf', 'Commit or stash');
    git('add', '-A');
    refused(branch(...TLS, '--out', 'plan'), 'not as in the last commit: main.tf');
    expect(exists('plan')).toBe(false);
    git('commit', '-qm', 'more');
    write('infra/new.tf', weak('b'));
    refused(branch(...TLS), 'not as in the last commit: new.tf');
    write('.gitignore', 'new.tf\n');
    refused(branch(...TLS), 'not as in the last commit: new.tf');
  });

  test('nobody to be the author', () => {
    weakCode();
    git('config', '--unset', 'user.email');
    const run = shell('plumbline plan --code infra --commit-per-change --branch made', {
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      EMAIL: '',
    });
    refused(run, 'infra has no author', 'git config user.email');
  });

  test('no git on PATH', () => {
    weakCode();
    const run = shell('PATH=/nowhere plumbline plan --code infra --commit-per-change --branch made');
    expect(run).toMatchObject({
      code: 2,
      err: expect.stringContaining('git cannot be run: there is none on PATH'),
    });
  });

  test('what does not go together', () => {
    weakCode();
    refused(plumbline('plan', '--code', 'infra', '--branch', 'made'), 'Add --commit-per-change');
    refused(branch('--write'), "'--commit-per-change' cannot be used with option '--write'");
    refused(
      plumbline('plan', '--live', 'scan.json', '--commit-per-change'),
      '--commit-per-change: there is no code to change',
    );
  });
});

const blob = (path: string, of = 'made') => git('show', `${of}:${path}`);

test('CRLF stays; where git keeps LF, LF is committed', () => {
  const text = weak().replaceAll('\n', '\r\n');
  weakCode(text);
  expect(branch(...TLS).code).toBe(0);
  expect(blob('infra/main.tf')).toBe(text.replace('TLS1_0', 'TLS1_2'));
  write('.gitattributes', '*.tf text eol=crlf\n');
  git('add', '.gitattributes');
  git('add', '--renormalize', '.');
  git('commit', '-qam', 'LF');
  git('branch', '-D', 'made');
  expect(readText('infra/main.tf')).toContain('\r\n');
  expect(branch(...TLS).code).toBe(0);
  expect(blob('infra/main.tf')).toBe(weak().replace('TLS1_0', 'TLS1_2'));
  expect(git('status', '--porcelain')).toBe('');
});

test('a byte order mark and the mode of a file stay', () => {
  write('infra/main.tf', `\uFEFF${weak()}`);
  chmodSync(pathOf('infra/main.tf'), 0o755);
  weakCode(`\uFEFF${weak()}`);
  branch(...TLS);
  expect(git('ls-tree', 'made', 'infra/main.tf')).toMatch(/^100755 /);
  expect(blob('infra/main.tf')).toBe(`\uFEFF${weak().replace('TLS1_0', 'TLS1_2')}`);
});

test('changes that stand closer than a blank line, in a map, and in a file of variables', () => {
  const text = `${weak('a')}${weak('b')}variable "tls" {}\n${account(
    'c',
    'min_tls_version = var.tls\n\ntags = { a = "b" } # here',
  )}`;
  write('infra/terraform.tfvars', 'tls = "TLS1_1" # old\nlonger = 1 # x\n');
  weakCode(text);
  expect(branch('--level', '2', '--out', 'plan').code).toBe(0);
  expect(log('%s').length).toBe(JSON.parse(readText('plan/plan.json')).changes.length);
  git('apply', '--directory=infra', 'plan/changes.patch');
  git('add', 'infra');
  expect(git('write-tree')).toBe(git('rev-parse', 'made^{tree}'));
});

test('nothing hostile in names of code or in a report becomes a command, a path, a line or a mention', () => {
  const name = 'in "quotes"\\ and é\n-- two lines.tf';
  const key = '@team/secops fixes #12\\n\\nSigned-off-by: Eve <eve@example.com>';
  write(
    `infra/${name}`,
    `resource "azurerm_storage_account" "a" {
  for_each = { "${key}" = "x" }

  name                     = "st\${each.value}"
  resource_group_name      = "rg"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_0"
}
`,
  );
  write('infra/versions.tf', versions());
  write(
    'report.json',
    checkov(['CKV_AZURE_44', 'azurerm_storage_account.a', `/../../etc/passwd\ncommit refs/heads/main\n`]),
  );
  commitAll();
  const main = git('rev-parse', 'main');
  const { code, err } = branch('--findings', 'report.json', ...TLS);
  expect([code, err]).toEqual([0, '']);
  expect(git('rev-parse', 'main')).toBe(main);
  expect(git('ls-tree', '-r', '-z', '--name-only', 'made')).toBe(`infra/${name}\0infra/versions.tf\0report.json\0`);
  const [message] = [git('log', '-1', '--format=%B', 'made')];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is asked
  expect(message).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  expect(message).not.toMatch(/^Signed-off-by/m);
  expect(message).not.toMatch(/@team|#12/);
  expect(git('log', '-1', '--format=%(trailers:only,unfold)', 'made').trim()).toMatch(
    /^Plumbline-Change: [0-9a-f]{10}$/,
  );
});

test('a thousand changes in one file are a thousand commits, in seconds', () => {
  const text = Array.from({ length: 1000 }, (_, i) => weak(`n${i}`)).join('\n');
  weakCode(text);
  const began = Date.now();
  expect(branch(...TLS).code).toBe(0);
  const seconds = (Date.now() - began) / 1000;
  expect(Number(git('rev-list', '--count', 'HEAD..made'))).toBe(1000);
  expect(blob('infra/main.tf')).toBe(text.replaceAll('TLS1_0', 'TLS1_2'));
  expect(seconds).toBeLessThan(30);
});
