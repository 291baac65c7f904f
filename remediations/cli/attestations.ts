import type { Command } from 'commander';
import { cisNumbers } from '../../controls/index';
import { type AttestationState, type Attested, attested } from '../profile/attestations';
import { utcDay } from '../profile/exceptions';
import { PROFILE_NAME } from '../profile/profile';
import { day, level, profileOf } from './input';
import { plural, print, table } from './terminal';

interface Options {
  readonly level?: 1 | 2;
  readonly profile?: string;
  readonly today?: string;
  readonly json?: boolean;
  readonly strict?: boolean;
}

export function attestationsCommand(program: Command): void {
  program
    .command('attestations')
    .description('List what only a person can check: who has seen to it, and when it is due.')
    .option('--level <1|2>', 'level of the benchmark (default: that of the profile, else 1)', level)
    .option('--profile <file>', `where they stand (default: ${PROFILE_NAME} here)`)
    .option('--today <day>', 'day to judge on, such as 2027-06-30 (default: now)', day)
    .option('--json', 'everything, as JSON')
    .option('--strict', 'exit 1 when one is overdue or missing')
    .addHelpText('after', '\nplumbline explain <control> says what to do, what to keep as evidence, and how often.')
    .action(async (options: Options) => {
      const profile = await profileOf(options.profile, '.');
      const { today = utcDay() } = options;
      const all = attested(profile.attestations, {
        level: options.level ?? profile.level ?? 1,
        off: profile.off,
        today,
      });
      print(options.json ? JSON.stringify(all.map(asJson), null, 2) : attestationsText(all));
      if (options.strict && all.some(({ state }) => state === 'overdue' || state === 'missing')) process.exitCode = 1;
    });
}

const asJson = ({ control, attestation, state }: Attested) => ({
  control: control.id,
  cis: cisNumbers(control),
  title: control.title,
  every: control.manual?.every,
  state,
  ...(attestation ? { attestation } : {}),
});

function attestationsText(all: readonly Attested[]): string {
  const rows = all.map(({ control, attestation, state }) => [
    attestation?.next ?? '',
    state,
    cisNumbers(control).join(' '),
    control.id,
    control.manual?.every ?? '',
    attestation ? `${attestation.by}, ${attestation.on}` : '',
    attestation?.evidence ?? control.title,
  ]);
  const states: readonly AttestationState[] = ['attested', 'due soon', 'overdue', 'missing'];
  const count = (state: AttestationState) => all.filter((each) => each.state === state).length;
  const parts = states.filter(count).map((state) => `${count(state)} ${state}`);
  return [
    table(['NEXT', 'STATE', 'CIS', 'CONTROL', 'EVERY', 'BY', 'EVIDENCE, OR WHAT IS ASKED'], rows),
    '',
    `${plural(all.length, 'control')} for a person: ${parts.join(', ')}.`,
  ].join('\n');
}
