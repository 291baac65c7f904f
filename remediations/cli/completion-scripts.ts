import type { Argument, Command, Option } from 'commander';

/** A word with what it stands for. */
interface Word {
  readonly name: string;
  readonly description: string;
  /** Absent where nothing follows; empty where a file or any text does. */
  readonly choices?: readonly string[];
}

interface Offer extends Word {
  readonly flags: readonly (Word & { readonly isRepeatable: boolean })[];
  /** Of its first argument; absent where it has none. */
  readonly choices?: readonly string[];
  /** Commands that follow it. */
  readonly below: readonly Offer[];
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Commands, flags and choices of the program, as a script that a shell reads. */
export function completionScript(program: Command, shell: Shell): string {
  const offers = offersOf(program);
  return { bash, zsh, fish }[shell](program.name(), offers, flagsOf(program));
}

const flagsOf = (command: Command) => command.createHelp().visibleOptions(command).map(flagOf);

const offersOf = (parent: Command): Offer[] =>
  parent
    .createHelp()
    .visibleCommands(parent)
    .map((command) => {
      const isHelp = command.name() === 'help';
      const choices = isHelp ? parent.commands.map((each) => each.name()) : choicesOf(command.registeredArguments[0]);
      return {
        name: command.name(),
        description: command.summary() || command.description(),
        flags: isHelp ? [] : flagsOf(command),
        below: command.commands.length ? offersOf(command) : [],
        ...(choices ? { choices } : {}),
      };
    });

/** All of them by the words that lead there: `baseline docs`. */
const byPath = (offers: readonly Offer[], before = ''): (readonly [string, Offer])[] =>
  offers.flatMap((offer) => [[before + offer.name, offer] as const, ...byPath(offer.below, `${before + offer.name} `)]);

function flagOf(option: Option): Offer['flags'][number] {
  const choices = option.required || option.optional ? (option.argChoices ?? placeholders(option.flags)) : undefined;
  return {
    name: option.long ?? option.flags,
    description: option.description,
    isRepeatable: option.variadic,
    ...(choices ? { choices } : {}),
  };
}

const choicesOf = (argument: Argument | undefined): readonly string[] | undefined =>
  argument && (argument.argChoices ?? []);

/** `1` and `2` of `--level <1|2>`. */
const placeholders = (flags: string): string[] => /<(\w+(?:\|\w+)+)>/.exec(flags)?.[1].split('|') ?? [];

type Script = (name: string, offers: readonly Offer[], flags: Offer['flags']) => string;

const names = (words: readonly Word[]): string => words.map(({ name }) => name).join(' ');

const bash: Script = (name, offers, flags) => {
  const values = byPath(offers).flatMap(([path, offer]) => {
    const at = (flag: Word) => `'${path} ${flag.name}'`;
    const known = offer.flags.filter(({ choices }) => choices?.length);
    const free = offer.flags.filter(({ choices }) => choices?.length === 0).map(at);
    return [
      ...known.map((flag) => `    ${at(flag)}) words='${flag.choices?.join(' ')}' ;;`),
      ...(free.length ? [`    ${free.join(' | ')}) ;;`] : []),
    ];
  });
  const own = byPath(offers).map(
    ([path, { flags: own, choices = [], below }]) =>
      `        '${path}') flags='${names(own)}' words='${[...choices, ...below.map((each) => each.name)].join(' ')}' ;;`,
  );
  const parents = byPath(offers).flatMap(([path, { below }]) => (below.length ? `'${path}'` : []));
  return `# ${name} for bash: eval "$(${name} completion bash)"
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' flags='' words='' i
  # bash takes --flag=value apart.
  if [ "$cur" = = ]; then cur=''; elif [ "$prev" = = ]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in -*) continue ;; esac
    command=\${command:+$command }\${COMP_WORDS[i]}
    case $command in ${parents.join(' | ') || "''"}) ;; *) break ;; esac
  done
  if [ -z "$command" ]; then
    COMPREPLY=($(compgen -W '${names(offers)} ${names(flags)}' -- "$cur"))
    return
  fi
  # Where no word is known, a file is offered.
  case "$command $prev" in
${values.join('\n')}
    *)
      case $command in
${own.join('\n')}
      esac
      case $cur in -*) words=$flags ;; esac
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _${name} ${name}
`;
};

/** In single quotes, for a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const zsh: Script = (name, offers, flags) => {
  const text = (word: string) => word.replace(/[\\[\]:]/g, '\\$&');
  const value = ({ name: of, choices }: Word) =>
    choices ? `:${text(of.replace(/^-+/, ''))}:${choices.length ? `(${choices.join(' ')})` : '_files'}` : '';
  const flag = (each: Offer['flags'][number]) =>
    quoted(
      `${each.isRepeatable ? '*' : ''}${each.name}${each.choices ? '=' : ''}[${text(each.description)}]${value(each)}`,
    );
  const described = (words: readonly Word[]) =>
    words.map((each) => quoted(`${text(each.name)}:${text(each.description)}`)).join(' ');
  const argumentsOf = (offer: Offer) => {
    const argument = offer.choices ? [quoted(`1${value({ ...offer, name: 'argument' })}`)] : [];
    return `_arguments ${[...offer.flags.map(flag), ...argument].join(' ')}`;
  };
  // Behind a command, it is the first word: only then is an argument of its own the first one.
  const chosen = (all: readonly Offer[], beside: Offer['flags']): string => `  if ((CURRENT == 2)); then
    local -a commands=(${described([...all, ...beside])})
    _describe command commands
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${all.map((each) => `    ${each.name}) ${each.below.length ? `\n${chosen(each.below, each.flags)}` : argumentsOf(each)} ;;`).join('\n')}
  esac`;
  return `#compdef ${name}
# ${name} for zsh: eval "$(${name} completion zsh)", or a file _${name} on fpath
_${name}() {
${chosen(offers, flags)}
}
if [ "$funcstack[1]" = _${name} ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
};

const fish: Script = (name, offers, flags) => {
  const text = (word: string) => `'${word.replace(/[\\']/g, '\\$&')}'`;
  const at = `complete -c ${name} -n __fish_use_subcommand`;
  const lines = byPath(offers).flatMap(([, offer]) => {
    const on = `complete -c ${name} -n '__fish_seen_subcommand_from ${offer.name}'`;
    const value = ({ choices }: Word) => (choices?.length ? ` -x -a ${text(choices.join(' '))}` : choices ? ' -r' : '');
    return [
      ...offer.flags.map((flag) => `${on} -l ${flag.name.slice(2)}${value(flag)} -d ${text(flag.description)}`),
      ...offer.below.map(
        (each) =>
          `${on.slice(0, -1)}; and not __fish_seen_subcommand_from ${each.name}' -f -a ${each.name} -d ${text(each.description)}`,
      ),
      ...(offer.choices?.length ? [`${on} -f -a ${text(offer.choices.join(' '))}`] : []),
    ];
  });
  return `# ${name} for fish: ${name} completion fish | source
complete -c ${name} -e
${at} -f
${offers.map((offer) => `${at} -a ${offer.name} -d ${text(offer.description)}`).join('\n')}
${flags.map((flag) => `${at} -l ${flag.name.slice(2)} -d ${text(flag.description)}`).join('\n')}
${lines.join('\n')}
`;
};
