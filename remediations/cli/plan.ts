import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Impact } from '../../controls/control';
import { type ProviderVersion, versionText } from '../../controls/provider/version';
import type { Value } from '../../controls/value';
import { asLiveReport, checkScan } from '../azure/check-scan';
import { readPrograms } from '../cdktf/read-programs';
import { toldConstructs } from '../cdktf/told';
import { asReport, checkEstate } from '../check';
import { UserError } from '../errors';
import { type ColumnMap, columnMap, ROLES } from '../findings/columns';
import { formats } from '../findings/formats';
import { readReport } from '../findings/read';
import { isInModule } from '../locate/address';
import { type Estate, readEstate } from '../locate/hcl/estate';
import { inStacks, type LedgerEntry, ledgerOf } from '../overlay/ledger';
import { exceptionsIn } from '../profile/exceptions';
import { answer } from '../profile/parameters';
import { PROFILE_NAME, release } from '../profile/profile';
import { type Remediation, remediate } from '../remediate';
import { writePatches } from '../render/patch';
import { planHtml } from '../render/plan-html';
import { planJson } from '../render/plan-json';
import { planMarkdown } from '../render/plan-markdown';
import { planSarif } from '../render/plan-sarif';
import type { PlanDocument } from '../render/review';
import { stackFiles } from '../render/stack-hcl';
import {
  controlIds,
  day,
  folderOfCode,
  folderOfReport,
  level,
  nameOf,
  profileNotes,
  profileOf,
  readCode,
  readInput,
  readLive,
  statesOf,
  unparsable,
} from './input';
import { boundHeap } from './memory';
import { checkOutput, earlierLedger, PLAN_OUTPUT, type Write, writeFolder } from './output-folder';
import { planText } from './plan-text';
import { print, progress } from './terminal';
import { refuseDirtyTree, writeTree } from './write-tree';

interface Options {
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
  readonly today?: string;
}

const IMPACTS: readonly Impact[] = ['replaces', 'irreversible'];

export function planCommand(program: Command): void {
  program
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
    .addHelpText(
      'after',
      '\nNothing is applied to Azure. Exit codes: 0 also with changes, 2 bad input.\n\nExamples:\n  plumbline plan --findings results_json.json --code infra/ --out plan/\n  plumbline plan --code infra/ --level 2 --only storage-min-tls,storage-https-only --write\n  plumbline plan --live plumbline-scan --out plumbline-out',
    )
    .action(async (options: Options) => run(options));
}

async function run(options: Options): Promise<void> {
  if (options.sarif && !options.out)
    throw new UserError('--sarif: there is no folder to write plan.sarif to', 'Name one with --out.');
  if (options.as === 'hcl' && !options.out)
    throw new UserError('--as hcl: there is no folder to write the stacks to', 'Name one with --out.');
  if (options.out) checkOutput(options.out, PLAN_OUTPUT);
  const earlier = options.out ? earlierLedger(options.out) : [];
  const code = options.code ?? '.';
  if (options.write) refuseDirtyTree(folderOfCode(code));
  const profile = await profileOf(options.profile, code);
  const exceptions = exceptionsIn(profile);
  const version = options.providerVersion ?? profile.provider;
  const chosen = options.level ?? profile.level ?? (options.findings ? 2 : 1);
  const only = options.only && new Set(options.only);
  progress('reading findings …');
  // Reports first: most of what they hold is let go before the code takes its place.
  const { columns, format } = options;
  const given = options.findings?.map((path) =>
    readReport(readInput(path), nameOf(path), format, {
      folder: folderOfReport(path),
      ...(columns ? { columns } : {}),
    }),
  );
  progress('reading code …');
  const live = options.live === undefined ? undefined : readLive(options.live);
  const isCodeless = live !== undefined && options.code === undefined;
  const estate = isCodeless
    ? readEstate([])
    : readCode(code, { variableFiles: options.varFile, environments: profile.environments, version, reports: given });
  boundHeap();
  const { on, off } = profile;
  const how = { level: chosen, only, today: options.today, on, off, exceptions };
  const reports = given ?? [
    ...(isCodeless ? [] : [asReport(checkEstate(estate, how))]),
    ...(live ? [asLiveReport(checkScan(live.groups, how))] : []),
  ];
  progress('planning …');
  const answers: Record<string, Value> = { ...profile.parameters };
  for (const [name, value] of Object.entries(options.parameter ?? {}))
    answers[name] = answer(name, value.includes(',') ? value.split(',') : value, '--parameter');
  const result = remediate(reports, estate, {
    level: chosen,
    answers,
    allow: new Set(options.allow ?? []),
    on,
    off,
    exceptions,
    ...(live ? { live } : {}),
    criticality: profile.criticality,
    ...(options.state ? { states: statesOf(options.state, estate) } : {}),
    ...(options.top === undefined ? {} : { top: options.top }),
    ...(only ? { only } : {}),
    ...(options.today ? { today: options.today } : {}),
  });
  progress('');
  const document: PlanDocument = {
    ...result,
    plan: { ...result.plan, overlays: inStacks(result.plan.overlays, earlier) },
    earlier,
    released: released(options.release ?? [], earlier),
    ...(profile.backend ? { backend: profile.backend } : {}),
    constructs: result.plan.told.length
      ? toldConstructs(result.plan.told, estate, readPrograms(estate, folderOfCode(code)))
      : [],
    ...(options.today ? { today: options.today } : {}),
    level: chosen,
    sources: reports.map((report) => `${report.source} (${report.format})`),
    provider: [
      ...new Set(estate.roots.map((root) => `${root.dir || 'the root module'}: ${versionText(root.version)}`)),
    ].sort(),
    notes: [
      ...reports.flatMap((report) => report.notes.map((note) => `${report.source}: ${note}`)),
      ...unparsable(estate).map((error) => `does not parse, left alone: ${error}`),
      ...remoteNotes(estate),
      ...profileNotes(profile, exceptions),
    ],
  };
  if (options.out) {
    const files = isCodeless ? undefined : result.files;
    writeFolder(options.out, PLAN_OUTPUT, (write) => writeArtefacts(document, files, options, write));
  }
  if (options.write) writeTree(folderOfCode(code), result.files);
  print(planText(document, { ...options, code: isCodeless ? undefined : code }));
}

/** Entries of the ledger by the ids that were named. */
function released(ids: readonly string[], earlier: readonly LedgerEntry[]): ReadonlySet<string> {
  const unknown = ids.find((id) => !earlier.some((entry) => entry.id === id));
  if (unknown !== undefined)
    throw new UserError(
      `--release ${unknown}: no earlier plan in --out holds it`,
      earlier.length
        ? `In it: ${earlier.map(({ id }) => id).join(', ')}.`
        : 'Name the folder of the earlier plan with --out.',
    );
  return new Set(ids);
}

/**
 * Every file a plan leaves behind, piece by piece.
 * @param files of the code, where there is any
 */
function writeArtefacts(
  document: PlanDocument,
  files: Remediation['files'] | undefined,
  { sarif, as: form }: Options,
  write: Write,
): void {
  for (const piece of planJson(document)) write('plan.json', piece);
  write('plan.md', planMarkdown(document));
  for (const piece of planHtml(document)) write('plan.html', piece);
  if (files) writePatches(files, document.waves, write);
  if (sarif) write('plan.sarif', planSarif(document.plan.changes));
  if (form !== 'hcl') return;
  const { plan, earlier, released, backend } = document;
  for (const [name, text] of stackFiles(ledgerOf(plan.overlays, earlier ?? [], released), backend)) write(name, text);
}

function remoteNotes(estate: Estate): string[] {
  const isKnown = (module: string, { behind }: Estate['roots'][number]) =>
    behind.some(({ address }) => isInModule(address, module));
  const all = estate.roots.flatMap((root) => root.remote.map((name) => ({ name, known: isKnown(name, root) })));
  const named = (of: boolean) => [...new Set(all.flatMap(({ name, known }) => (known === of ? [name] : [])))].sort();
  const note = (what: string, names: readonly string[]) =>
    names.length
      ? [`${what}: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}`]
      : [];
  return [
    ...note('remote modules are not read', named(false)),
    ...note('of remote modules the arguments are judged where a report names what they make', named(true)),
  ];
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
