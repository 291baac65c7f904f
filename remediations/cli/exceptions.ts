import type { Command } from 'commander';
import { type ExceptionState, exceptionRegister, type RegisterEntry, subjectText, WRONG } from '../exception-register';
import { utcDay } from '../profile/exceptions';
import { PROFILE_NAME } from '../profile/profile';
import { day, profileOf } from './input';
import { lookedAt, readSources } from './sources';
import { plural, print, table } from './terminal';

interface Options {
  readonly code?: string;
  readonly live?: string;
  readonly profile?: string;
  readonly today?: string;
  readonly json?: boolean;
  readonly strict?: boolean;
}

export function exceptionsCommand(program: Command): void {
  program
    .command('exceptions')
    .description('List what is excepted, by whom, until when, and what it covers.')
    .option('--code <folder>', 'Terraform code to look at, and the exceptions it says of itself')
    .option('--live <scan>', 'what plumbline scan read from Azure, to look at: its folder or scan.json')
    .option('--profile <file>', `where they stand (default: ${PROFILE_NAME} in the code folder or here)`)
    .option('--today <day>', 'day to judge on, such as 2027-06-30 (default: now)', day)
    .option('--json', 'everything, as JSON')
    .option('--strict', 'exit 1 when one has ended, fits nothing, fits everything, or is not allowed')
    .addHelpText(
      'after',
      '\nExamples:\n  plumbline exceptions\n  plumbline exceptions --code infra/ --live plumbline-scan --strict',
    )
    .action(async (options: Options) => {
      const profile = await profileOf(options.profile, options.code ?? '.');
      const { today = utcDay() } = options;
      const entries = exceptionRegister(profile, { today, ...lookedAt(readSources(options, profile)) });
      if (options.json) print(JSON.stringify(entries, null, 2));
      else print(exceptionsText(entries));
      if (options.strict && entries.some(({ state }) => WRONG.includes(state))) process.exitCode = 1;
    });
}

function exceptionsText(entries: readonly RegisterEntry[]): string {
  if (!entries.length)
    return `Nothing is excepted. ${PROFILE_NAME} says how (plumbline init), and so does except() in CDKTF code.`;
  const looked = entries.some(({ covers }) => covers !== undefined);
  const hasDoubts = entries.some(({ doubts }) => doubts);
  const rows = entries.map(({ control, for: subject, exception, state, covers, doubts = [] }) => {
    const { owner, until, reason, ticket } = exception;
    return [
      until,
      state,
      control,
      subjectText(subject),
      ...(looked ? [String(covers ?? 0)] : []),
      owner,
      ticket ?? '',
      ...(hasDoubts ? [doubts.join(', ')] : []),
      reason,
    ];
  });
  const count = (state: ExceptionState) => entries.filter((each) => each.state === state).length;
  const parts = (['in force', 'ends soon', ...WRONG] as const)
    .filter((state) => count(state))
    .map((state) => `${count(state)} ${state}`);
  return [
    table(
      [
        'UNTIL',
        'STATE',
        'CONTROL',
        'FOR',
        ...(looked ? ['COVERS'] : []),
        'OWNER',
        'TICKET',
        ...(hasDoubts ? ['DOUBTS'] : []),
        'REASON',
      ],
      rows,
    ),
    '',
    `${plural(entries.length, 'exception')}: ${parts.join(', ')}.`,
  ].join('\n');
}
