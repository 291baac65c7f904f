import { spawnSync } from 'node:child_process';
import { plumbline as program } from '../../remediations/cli/program';
import { pathOf, plumbline, shell, useCommand, write } from './command';

useCommand();

const complete = (...words: string[]): string[] => {
  write('completion.bash', plumbline('completion', 'bash').out);
  const line = words.map((word) => `'${word}'`).join(' ');
  const script = `source completion.bash; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _plumbline; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['-c', script], { cwd: pathOf('.'), encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
};

test.each([
  [['x', 'pl'], ['plan']],
  [['x', 'plan', '--find'], ['--findings']],
  [
    ['x', 'plan', '--as', ''],
    ['cdktf', 'hcl'],
  ],
  [['x', 'check', '--fail-on', 'h'], ['high']],
  [['x', 'check', '--fail-on', '=', 'h'], ['high']],
  [
    ['x', 'plan', '--level', '='],
    ['1', '2'],
  ],
  [
    ['x', 'plan', '--level', ''],
    ['1', '2'],
  ],
  [
    ['x', 'baseline', ''],
    ['docs', '--help'],
  ],
  [['x', 'baseline', 'docs', '--co'], ['--code']],
  [
    ['x', 'completion', ''],
    ['bash', 'zsh', 'fish', '--help'],
  ],
])('bash completes %j', (words, expected) => {
  expect(complete(...words)).toEqual(expected);
});

test('bash knows every command and every option', () => {
  const { out } = plumbline('completion', 'bash');
  for (const command of program().commands) {
    expect(out).toContain(`"${command.name()}")`);
    for (const { long } of command.options) expect(out).toContain(long);
  }
});

test.each(['bash', 'zsh', 'fish'])('what %s gets is a script of its', (name) => {
  const { code, out } = plumbline('completion', name);
  expect(code).toBe(0);
  write('script', out);
  const { error, status, stderr } = spawnSync(name, ['-n', pathOf('script')], { encoding: 'utf8' });
  // The shell may not be installed here; `-n` reads a file without running it.
  if (error) return;
  expect([status, stderr]).toEqual([0, '']);
});

test('zsh: what follows a command is its own, below another one too; from a folder of fpath the first use completes', () => {
  const { out } = plumbline('completion', 'zsh');
  expect(out).toMatch(/^ {4}check\) _arguments .*'\*--fail-on=\[[^']*\]:value:\(low medium high critical none\)'/m);
  expect(out).toMatch(/^ {4}completion\) _arguments .*'1:word:\(bash zsh fish\)' ;;$/m);
  // One turn for each word that leads to a command.
  expect(out.match(/^ +shift words$/gm)?.length).toBe(
    1 + program().commands.filter((each) => each.commands.length).length,
  );
  expect(out).toContain('if [ "$funcstack[1]" = _plumbline ]; then _plumbline "$@"; else compdef');
});

test('another shell is told', () => {
  const { code, err } = plumbline('completion', 'tcsh');
  expect(code).toBe(2);
  expect(err).toContain('Allowed choices are bash, zsh, fish');
});

describe('colours', () => {
  const escapes = '\u001b[';

  test('none where no terminal is, or somebody wants none', () => {
    write(
      'infra/main.tf',
      'resource "azurerm_storage_account" "a" {\n  name = "sta"\n  min_tls_version = "TLS1_0"\n}\n',
    );
    for (const line of [
      'plumbline check infra',
      'plumbline plan --code infra',
      'plumbline controls',
      'plumbline check nowhere',
    ]) {
      const { out, err } = shell(line);
      expect(out + err).not.toContain(escapes);
    }
  });

  test('on a terminal, unless NO_COLOR says otherwise', () => {
    const onTerminal = (more: Record<string, string>) =>
      shell(`script -qec "plumbline controls" /dev/null | head -1`, { TERM: 'xterm-256color', CI: '', ...more }).out;
    if (spawnSync('script', ['--version']).error) return;
    expect(onTerminal({})).toContain(escapes);
    expect(onTerminal({ NO_COLOR: '1' })).not.toContain(escapes);
  });
});
