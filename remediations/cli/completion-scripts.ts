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
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Commands, flags and choices of the program, as a script that a shell reads. */
export function completionScript(program: Command, shell: Shell): string {
  const help = program.createHelp();
  const flagsOf = (command: Command) => help.visibleOptions(command).map(flagOf);
  const offers = help.visibleCommands(program).map((command): Offer => {
    const [argument] = command.registeredArguments;
    const choices = command.name() === 'help' ? program.commands.map((each) => each.name()) : choicesOf(argument);
    return {
      name: command.name(),
      description: command.summary() || command.description(),
      flags: command.name() === 'help' ? [] : flagsOf(command),
      ...(choices ? { choices } : {}),
    };
  });
  return { bash, zsh, fish }[shell](program.name(), offers, flagsOf(program));
}

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
  const values = offers.flatMap((offer) => {
    const at = (flag: Word) => `'${offer.name} ${flag.name}'`;
    const known = offer.flags.filter(({ choices }) => choices?.length);
    const free = offer.flags.filter(({ choices }) => choices?.length === 0).map(at);
    return [
      ...known.map((flag) => `    ${at(flag)}) words='${flag.choices?.join(' ')}' ;;`),
      ...(free.length ? [`    ${free.join(' | ')}) ;;`] : []),
    ];
  });
  const own = offers.map(
    (offer) => `        ${offer.name}) flags='${names(offer.flags)}' words='${offer.choices?.join(' ') ?? ''}' ;;`,
  );
  return `# ${name} for bash: eval "$(${name} completion bash)"
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' flags='' words='' i
  # bash takes --flag=value apart.
  if [ "$cur" = = ]; then cur=''; elif [ "$prev" = = ]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in -*) ;; *) command=\${COMP_WORDS[i]} && break ;; esac
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
  const commands = [...offers, ...flags].map(
    (each) => `      ${quoted(`${text(each.name)}:${text(each.description)}`)}`,
  );
  const cases = offers.map((offer) => {
    const argument = offer.choices ? [quoted(`1${value({ ...offer, name: 'argument' })}`)] : [];
    return `    ${offer.name}) _arguments ${[...offer.flags.map(flag), ...argument].join(' ')} ;;`;
  });
  return `#compdef ${name}
# ${name} for zsh: eval "$(${name} completion zsh)", or a file _${name} on fpath
_${name}() {
  if ((CURRENT == 2)); then
    local -a words_of_${name}
    words_of_${name}=(
${commands.join('\n')}
    )
    _describe command words_of_${name}
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = _${name} ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
};

const fish: Script = (name, offers, flags) => {
  const text = (word: string) => `'${word.replace(/[\\']/g, '\\$&')}'`;
  const at = `complete -c ${name} -n __fish_use_subcommand`;
  const lines = offers.flatMap((offer) => {
    const on = `complete -c ${name} -n '__fish_seen_subcommand_from ${offer.name}'`;
    const value = ({ choices }: Word) => (choices?.length ? ` -x -a ${text(choices.join(' '))}` : choices ? ' -r' : '');
    return [
      ...offer.flags.map((flag) => `${on} -l ${flag.name.slice(2)}${value(flag)} -d ${text(flag.description)}`),
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
