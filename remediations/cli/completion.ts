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

const flagOf = ({ long, flags, description, required, optional, argChoices }: Option): Flag => ({
  long: long ?? '',
  description: oneLine(description),
  takesValue: required || optional,
  choices: argChoices ?? alternatives(flags),
});

/** `1` and `2` of `--level <1|2>`. */
const alternatives = (flags: string): string[] => /<(\w+(?:\|\w+)+)>/.exec(flags)?.[1].split('|') ?? [];

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
  # bash takes --flag=value apart.
  if [ "$word" = = ]; then word=""; elif [ "$before" = = ]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
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
      return `'*${long}${takesValue ? '=' : ''}[${spec(description)}]${value}'`;
    });
  const described = (all: readonly Known[]) =>
    all.map(({ name, description }) => `'${name}:${spec(description)}'`).join(' ');
  // Of the words before, only those behind the command are arguments of it.
  const choose = (all: readonly Known[]): string => `if ((CURRENT == 2)); then
    local -a commands=(${described(all)})
    _describe command commands
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${all.map((each) => `    ${each.name}) ${each.below.length ? choose(each.below) : argumentsOf(each)} ;;`).join('\n')}
  esac`;
  const argumentsOf = (command: Known) => {
    const words = command.words.length ? `'1:word:(${command.words.join(' ')})'` : "'*:file:_files'";
    return `_arguments ${[...flagSpecs(command), words].join(' ')}`;
  };
  return `#compdef plumbline
# Completion of plumbline for zsh.
_plumbline() {
  ${choose(commands)}
}
# In a folder of fpath this file is the function; else it is read once.
if [ "$funcstack[1]" = _plumbline ]; then _plumbline "$@"; else compdef _plumbline plumbline; fi
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
