// Completion scripts, made from what the command takes. bash tries its own for real.
import type { Command } from 'commander';
import { plumbline as program } from '../../remediations/cli/program';
import { plumbline, shell, useCommand, write } from './command';

useCommand();

/** All commands with the words that lead there. */
const commands = (parent = program(), before: readonly string[] = []): (readonly [readonly string[], Command])[] =>
  parent.commands.flatMap((command) => {
    const path = [...before, command.name()];
    return [[path, command] as const, ...commands(command, path)];
  });

const script = (name: string) => plumbline('completion', name);

/** What bash offers for the last word of a line. */
function offered(...line: readonly string[]): string[] {
  write('completion.bash', script('bash').out);
  const words = ['it', ...line].map((word) => `'${word}'`).join(' ');
  const { out, err } = shell(
    `source completion.bash; COMP_WORDS=(${words}); COMP_CWORD=${line.length}; _\${NAME}; printf '%s\\n' "\${COMPREPLY[@]}"`,
    { NAME: 'plumbline' },
  );
  expect(err).toBe('');
  return out.split('\n').filter(Boolean);
}

test('bash reads its script, and completes commands', () => {
  write('completion.bash', script('bash').out);
  expect(shell('bash -n completion.bash')).toMatchObject({ code: 0, err: '' });
  expect(offered('pl')).toEqual(['plan']);
  expect(offered('')).toEqual(expect.arrayContaining(program().commands.map((command) => command.name())));
  expect(offered('--')).toEqual(['--version', '--help']);
});

test('then the flags of the command, and the choices of a flag', () => {
  for (const [path, command] of commands())
    expect(offered(...path, '--')).toEqual([...command.options.map(({ long }) => long), '--help']);
  expect(offered('check', 'infra', '--fail')).toEqual(['--fail-on']);
  expect(offered('check', '--fail-on', '')).toEqual(['low', 'medium', 'high', 'critical', 'none']);
  expect(offered('check', '--fail-on', '=', 'h')).toEqual(['high']);
  expect(offered('check', '--fail-on', '=')).toContain('critical');
  expect(offered('plan', '--level', '')).toEqual(['1', '2']);
  expect(offered('verify', '--format', 'm')).toEqual(['markdown']);
  expect(offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  expect(offered('help', 'ver')).toEqual(['verify']);
  expect(offered('baseline', 'd')).toEqual(['docs']);
  expect(offered('baseline', '--help', 'docs', '--level', '')).toEqual(['1', '2']);
  expect(offered('plan', '--code', '')).toEqual([]);
});

test('zsh and fish know the same commands, flags and choices', () => {
  const [zsh, fish] = [script('zsh').out, script('fish').out];
  expect(zsh).toMatch(/^#compdef plumbline\n/);
  for (const [, command] of commands()) {
    if (command.commands.length) {
      for (const each of command.commands) {
        expect(zsh).toMatch(new RegExp(`local -a commands=\\('${each.name()}:`));
        expect(fish).toContain(
          `'__fish_seen_subcommand_from ${command.name()}; and not __fish_seen_subcommand_from ${each.name()}' -f -a ${each.name()} `,
        );
      }
      continue;
    }
    const line = new RegExp(`^    ${command.name()}\\) _arguments (.*) ;;$`, 'm').exec(zsh)?.[1] ?? '';
    for (const { long, argChoices } of command.options) {
      expect(line).toMatch(new RegExp(`'\\*?${long}=?\\[`));
      expect(fish).toContain(`__fish_seen_subcommand_from ${command.name()}' -l ${long?.slice(2)} `);
      for (const choice of argChoices ?? []) for (const text of [line, fish]) expect(text).toContain(choice);
    }
  }
  // Quotes that were not closed would end in the middle of a word.
  for (const text of [zsh.replaceAll("'\\''", ''), fish.replaceAll("\\'", '')])
    for (const line of text.split('\n').filter((each) => !each.startsWith('#')))
      expect((line.match(/'/g) ?? []).length % 2).toBe(0);
});

test('another shell is refused', () => {
  expect(script('tcsh')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Allowed choices are bash, zsh, fish.'),
  });
});
