import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { controls } from '../../controls/index';
import { checkScan } from '../azure/check-scan';
import { type CheckOptions, type CheckResult, checkEstate } from '../check';
import { UserError } from '../errors';
import { readReport } from '../findings/read';
import { plan } from '../plan';
import { Exceptions, isExpired, type ProfileException, utcDay } from '../profile/exceptions';
import { PROFILE_NAME, type Profile } from '../profile/profile';
import { checkovBaseline } from '../suppress/checkov';
import { kicsConfig } from '../suppress/kics';
import { prowlerMutelist } from '../suppress/prowler';
import { NO_LAST_DAY, type Rows, type Suppressions, WRITTEN_BY } from '../suppress/silence';
import { trivyIgnore } from '../suppress/trivy';
import { day, folderOfCode, nameOf, profileOf, readCode, readInput, readLive } from './input';
import { plural, print } from './terminal';
import { writeWhole } from './write-whole';

interface Options {
  readonly for: Scanner;
  readonly code: string;
  readonly live?: string;
  readonly findings?: readonly string[];
  readonly out?: string;
  readonly profile?: string;
  readonly today?: string;
  readonly json?: boolean;
}

/** The scanners that can be told, the file that each looks for, and how it is run with it. */
const SCANNERS = {
  checkov: { file: '.checkov.baseline', next: (code: string, out: string) => `checkov -d ${code} --baseline ${out}` },
  trivy: { file: '.trivyignore.yaml', next: (code: string, out: string) => `trivy config ${code} --ignorefile ${out}` },
  kics: { file: 'kics.config', next: (code: string, out: string) => `kics scan -p ${code} --config ${out}` },
  prowler: { file: 'prowler-mutelist.yaml', next: (_: string, out: string) => `prowler azure --mutelist-file ${out}` },
} as const;
type Scanner = keyof typeof SCANNERS;

export function suppressCommand(program: Command): void {
  program
    .command('suppress')
    .description('Write what is excepted as the file of a scanner, so that one decision holds for it too.')
    .addOption(new Option('--for <scanner>', 'the scanner').choices(Object.keys(SCANNERS)).makeOptionMandatory())
    .option('--code <folder>', 'the Terraform code, as it is given to the scanner', '.')
    .option('--findings <files...>', 'for kics: its report, which alone says by which ids it knows results')
    .option('--live <scan>', 'for prowler: what plumbline scan read from Azure, its folder or scan.json')
    .option(
      '--out <file>',
      `where to write it (default: ${Object.values(SCANNERS)
        .map(({ file }) => file)
        .join(', ')}; in the code folder, that of prowler here)`,
    )
    .option('--profile <file>', `exceptions (default: ${PROFILE_NAME} in the code folder or here)`)
    .option('--today <day>', 'day that exceptions are judged on, such as 2027-06-30 (default: now)', day)
    .option('--json', 'what was written and what is still reported, as JSON')
    .addHelpText(
      'after',
      '\nOnly Trivy knows last days: make the file anew before each run, and what has ended is reported again.\n\nExamples:\n  plumbline suppress --for checkov --code infra/\n  plumbline suppress --for kics --code infra/ --findings results.json\n  plumbline suppress --for prowler --live plumbline-scan',
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { for: scanner, code, today = utcDay() } = options;
  const profile = await profileOf(options.profile, code);
  const inForce = inForceOf(profile, today);
  const { file, next } = SCANNERS[scanner];
  const out = options.out ?? (scanner === 'prowler' ? file : join(folderOfCode(code), file));
  refuseForeign(out);
  const { text, told, left } = suppressions(options, profile, inForce, today);
  writeWhole(
    out,
    scanner === 'checkov' ? text : `# Written by ${WRITTEN_BY}; make it anew instead of editing it.\n${text}`,
  );
  const ended = profile.exceptions.filter((each) => isExpired(each, today)).length;
  if (options.json) return print(JSON.stringify({ file: out, told, ended, left }, null, 2));
  print(
    [
      `Wrote ${out}: ${plural(told, scanner === 'kics' ? 'result' : 'deviation')} that ${scanner} no longer reports${ended ? `; ${plural(ended, 'exception')} ended and left out` : ''}.`,
      ...(left.length ? ['', 'Still reported:', ...left.map((each) => `  ${each}`)] : []),
      `Next: ${next(code, out)}`,
    ].join('\n'),
  );
}

function suppressions(
  { for: scanner, code, live, findings }: Options,
  profile: Profile,
  exceptions: readonly ProfileException[],
  today: string,
): Suppressions {
  const how: CheckOptions = {
    level: 2,
    exceptions: new Exceptions(exceptions),
    // What a scanner asks for alone may be excepted too.
    on: new Set(controls.flatMap(({ onRequest, id }) => (onRequest ? id : []))),
    today,
  };
  if (scanner === 'prowler') {
    if (live === undefined)
      throw new UserError(
        '--for prowler: what it looks at is not known',
        'Name what plumbline scan wrote with --live.',
      );
    return prowlerMutelist(rowsOf(checkScan(readLive(live).groups, how)));
  }
  if (scanner === 'kics' && !findings)
    throw new UserError('--for kics: it knows results by ids of its own', 'Name its JSON report with --findings.');
  const reports = (findings ?? []).map((path) => readReport(readInput(path), nameOf(path)));
  const { environments, provider: version } = profile;
  const estate = readCode(code, { environments, version, reports });
  if (scanner === 'kics') return kicsConfig(plan(reports, estate, { ...how, answers: {}, allow: new Set() }));
  const rows = rowsOf(checkEstate(estate, how));
  return scanner === 'trivy' ? trivyIgnore(rows) : checkovBaseline(rows);
}

const rowsOf = ({ excepted, deviating, unknown }: CheckResult): Rows => ({
  excepted,
  open: [...deviating, ...unknown],
});

/** What counts today, with what the profile turns off for good. */
const inForceOf = ({ exceptions, noExceptions, off }: Profile, today: string): ProfileException[] => [
  ...exceptions.filter((each) => !isExpired(each, today) && !noExceptions.has(each.control)),
  ...[...off].flatMap(([control, reason]) =>
    ['address', 'arm'].map((name) => ({ control, reason, owner: PROFILE_NAME, until: NO_LAST_DAY, [name]: '*' })),
  ),
];

/** What a team or the scanner itself wrote is not lost. */
function refuseForeign(out: string): void {
  if (existsSync(out) && !readFileSync(out, 'utf8').includes(WRITTEN_BY))
    throw new UserError(`${out}: not written by ${WRITTEN_BY}`, 'Name another file with --out, or remove this one.');
}
