import type { Command, Option } from 'commander';
import { Argument } from 'commander';
import { print } from './terminal';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export function completionCommand(program: Command): void {
  program
    .command('completion')
    .description('Print what makes a shell complete commands and options.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      '\nExamples:\n  source <(plumbline completion bash)\n  plumbline completion fish > ~/.config/fish/completions/plumbline.fish',
    )
    .action((shell: Shell) => print(SCRIPTS[shell](knownIn(program))));
}

interface Flag {
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** A command by its whole name: `plan`, `baseline docs`. */
interface Known {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  /** What its argument can be, where only certain words can. */
  readonly words: readonly string[];
  readonly below: readonly Known[];
}

const knownIn = (program: Command): readonly Known[] =>
  program.commands.map((command) => ({
    name: command.name(),
    description: oneLine(command.description()),
    flags: [
      ...command.options.map(flagOf),
      { long: '--help', description: 'how to use it', takesValue: false, choices: [] },
    ],
    words: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    below: knownIn(command),
  }));

const flagOf = ({ long, description, required, optional, argChoices }: Option): Flag => ({
  long: long ?? '',
  description: oneLine(description),
  takesValue: required || optional,
  choices: argChoices ?? [],
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/['"`\\$]/g, '');

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Known[]) => string>> = { bash, zsh, fish };

/** Every command with the words that lead to it. */
const flat = (commands: readonly Known[], before = ''): (readonly [path: string, command: Known])[] =>
  commands.flatMap((command) => {
    const path = `${before}${command.name}`;
    return [[path, command] as const, ...flat(command.below, `${path} `)];
  });

function bash(commands: readonly Known[]): string {
  const names = (all: readonly Known[]) => all.map(({ name }) => name).join(' ');
  const cases = flat(commands).map(([path, { flags, words: own, below }]) => {
    const words = [...own, ...below.map(({ name }) => name), ...flags.map(({ long }) => long)].join(' ');
    return `    "${path}") words="${words}" ;;`;
  });
  const choices = flat(commands).flatMap(([path, { flags }]) =>
    flags
      .filter((flag) => flag.choices.length)
      .map(({ long, choices: all }) => `    "${path} ${long}") words="${all.join(' ')}" ;;`),
  );
  const parents = commands.filter(({ below }) => below.length).map(({ name }) => name);
  return `# Completion of plumbline for bash.
_plumbline() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} words="" path=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names(commands)} --help --version" -- "$word"))
    return
  fi
  case " ${parents.join(' ')} " in *" $path "*) if [ "$COMP_CWORD" -gt 2 ]; then path="$path \${COMP_WORDS[2]}"; fi ;; esac
  case "$path $before" in
${choices.join('\n')}
    *) case "$word" in -*) ;; *) words=" " ;; esac ;;
  esac
  if [ -z "$words" ] || { [ "$words" = " " ] && [ "$COMP_CWORD" -eq 2 ]; }; then
    case "$path" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [ \${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _plumbline plumbline
`;
}

function zsh(commands: readonly Known[]): string {
  const spec = (text: string) => text.replace(/[[\]:]/g, '\\$&');
  const flagSpecs = ({ flags }: Known) =>
    flags.map(({ long, description, takesValue, choices }) => {
      const value = takesValue ? `:value:${choices.length ? `(${choices.join(' ')})` : '_files'}` : '';
      return `'*${long}[${spec(description)}]${value}'`;
    });
  const one = (command: Known, depth: number): string => {
    const specs = [
      ...flagSpecs(command),
      ...(command.below.length
        ? []
        : [command.words.length ? `'1:word:(${command.words.join(' ')})'` : "'*:file:_files'"]),
    ];
    if (!command.below.length) return `_arguments ${specs.join(' ')}`;
    const inner = command.below.map((each) => `${each.name}) ${one(each, depth + 1)} ;;`).join(' ');
    const described = command.below.map(({ name, description }) => `'${name}:${spec(description)}'`).join(' ');
    return `if (( CURRENT == ${depth + 1} )); then local -a inner=(${described}); _describe command inner; else case $words[${depth}] in ${inner} esac; fi`;
  };
  const described = commands.map(({ name, description }) => `    '${name}:${spec(description)}'`).join('\n');
  return `#compdef plumbline
# Completion of plumbline for zsh.
_plumbline() {
  local -a commands=(
${described}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map((command) => `    ${command.name}) ${one(command, 3)} ;;`).join('\n')}
  esac
}
compdef _plumbline plumbline
`;
}

function fish(commands: readonly Known[]): string {
  const lines = flat(commands).flatMap(([path, { name, description, flags, words }]) => {
    const parents = path.split(' ').slice(0, -1);
    const here = parents.length ? `__fish_seen_subcommand_from ${parents.join(' ')}` : '__fish_use_subcommand';
    return [
      `complete -c plumbline -n '${here}' -f -a '${name}' -d '${description}'`,
      ...(words.length
        ? [`complete -c plumbline -n '__fish_seen_subcommand_from ${name}' -f -a '${words.join(' ')}'`]
        : []),
      ...flags.map(({ long, description: what, takesValue, choices }) => {
        const value = takesValue ? ` -r${choices.length ? ` -f -a '${choices.join(' ')}'` : ''}` : '';
        return `complete -c plumbline -n '__fish_seen_subcommand_from ${name}' -l '${long.slice(2)}'${value} -d '${what}'`;
      }),
    ];
  });
  return `# Completion of plumbline for fish.\n${lines.join('\n')}\n`;
}
