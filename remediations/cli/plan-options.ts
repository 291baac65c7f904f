import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Impact } from '../../controls/control';
import type { ProviderVersion } from '../../controls/provider/version';
import { type ColumnMap, columnMap, ROLES } from '../findings/columns';
import { formats } from '../findings/formats';
import { PROFILE_NAME, release } from '../profile/profile';
import { controlIds, day, level } from './input';

export interface PlanOptions {
  readonly findings?: readonly string[];
  readonly code?: string;
  readonly live?: string;
  readonly release?: readonly string[];
  readonly out?: string;
  readonly only?: readonly string[];
  readonly level?: 1 | 2;
  readonly allow?: readonly Impact[];
  readonly profile?: string;
  readonly parameter?: Record<string, string>;
  readonly state?: readonly string[];
  readonly varFile?: readonly string[];
  readonly providerVersion?: ProviderVersion;
  readonly top?: number;
  readonly format?: string;
  readonly columns?: ColumnMap;
  readonly sarif?: boolean;
  readonly as?: 'cdktf' | 'hcl';
  readonly write?: boolean;
  readonly commitPerChange?: boolean;
  readonly branch?: string;
  readonly today?: string;
  readonly json?: boolean;
}

const IMPACTS: readonly Impact[] = ['replaces', 'irreversible'];

/** The command with everything it takes; what it does is said elsewhere. */
export function planOptions(program: Command): Command {
  return program
    .command('plan')
    .description('Turn findings into changes to review: patches, plan.json and plan.md.')
    .option(
      '--findings <files...>',
      'reports of scanners, told apart by their shape (--format lists them). Without it: what plumbline check finds',
    )
    .option('--code <folder>', 'the Terraform code (default: this folder; with --live: none)')
    .option('--live <scan>', 'what plumbline scan read from Azure: its folder or scan.json')
    .option(
      '--release <ids...>',
      'changes of earlier plans that remediation stacks let go of: Terraform forgets them and destroys nothing',
    )
    .option('--out <folder>', 'where to write the plan: an empty or new folder, or one with an earlier plan')
    .option('--only <controls>', 'these controls only, separated by commas', controlIds)
    .option(
      '--level <1|2>',
      'level of the benchmark (default: that of the profile, else 2 with findings, 1 without)',
      level,
    )
    .option(
      '--allow <impacts>',
      'also plan what replaces resources or cannot be undone: replaces, irreversible',
      impacts,
    )
    .option('--profile <file>', `level, answers, exceptions (default: ${PROFILE_NAME} in the code folder or here)`)
    .option('--parameter <name=value>', 'an answer, as in the profile; may be repeated', parameter)
    .option(
      '--state <files...>',
      'states or plans by terraform show -json, to find resources by their id in Azure: file, or folder=file for one root module',
    )
    .option('--var-file <files...>', 'variable files to plan by, instead of those found')
    .option('--provider-version <release>', 'azurerm release where the code does not say one, such as 4.55', (text) =>
      release(text, '--provider-version'),
    )
    .option('--top <number>', 'only so many changes, the most urgent ones', count)
    .addOption(
      new Option('--format <name>', 'format of the reports, where their shape does not tell').choices(
        formats.map(({ name }) => name),
      ),
    )
    .option(
      '--columns <map>',
      `what the columns of a table (CSV) hold, such as rule=Check,arm=ResourceId: ${ROLES.join(', ')}`,
      columnMap,
    )
    .option('--today <day>', 'day that exceptions are judged on, such as 2027-06-30 (default: now)', day)
    .addOption(
      new Option(
        '--as <form>',
        'form of the stacks for what stands in no code: cdktf reads plan.json, hcl is written to --out',
      ).choices(['cdktf', 'hcl']),
    )
    .option('--sarif', 'also write plan.sarif: every change as a result with its fix')
    .option('--write', 'edit the code itself, all files or none; refuses a git tree with uncommitted changes')
    .option('--json', 'everything, as JSON: what plan.json holds')
    .addOption(
      new Option(
        '--commit-per-change',
        'make a git branch with one commit for each change; what is checked out stays as it is',
      ).conflicts('write'),
    )
    .option('--branch <name>', 'name of that branch, which must not exist (default: plumbline/ and the day)')
    .addHelpText(
      'after',
      '\nNothing is applied to Azure. Exit codes: 0 also with changes, 2 bad input.\n\nExamples:\n  plumbline plan --findings results_json.json --code infra/ --out plan/\n  plumbline plan --code infra/ --level 2 --only storage-min-tls,storage-https-only --write\n  plumbline plan --live plumbline-scan --out plumbline-out\n  plumbline plan --code infra/ --top 10 --commit-per-change --branch plumbline/top-10',
    );
}

function impacts(text: string): readonly Impact[] {
  const chosen = text.split(',').map((each) => each.trim());
  const wrong = chosen.find((each) => !IMPACTS.includes(each as Impact));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is not known. Allowed: ${IMPACTS.join(', ')}.`);
  return chosen as Impact[];
}

function parameter(text: string, before: Record<string, string> = {}): Record<string, string> {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('Write it as name=value.');
  return { ...before, [text.slice(0, equals)]: text.slice(equals + 1) };
}

function count(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Write a number from 1 on.');
  return Number(text);
}
