import { statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { ProviderVersion } from '../../controls/provider/version';
import { Surroundings } from '../../controls/surroundings';
import { checkScan, liveGroups } from '../azure/check-scan';
import { isScan, readScan } from '../azure/read-scan';
import { type CheckOptions, type CheckResult, check, checkEstate, deviationText, type Owned, type Row } from '../check';
import { UserError } from '../errors';
import { isShowJson, readShowJson } from '../locate/plan/plan-json';
import { exceptionsIn } from '../profile/exceptions';
import { PROFILE_NAME, type Profile, release } from '../profile/profile';
import { checkSarif } from '../render/check-sarif';
import { checkText } from './check-text';
import { GATES, type Gate, isAtGate } from './gate';
import { controlIds, day, level, owned, profileNotes, profileOf, readCode, readJson, unparsable } from './input';
import { print } from './terminal';

const FORMATS = ['table', 'json', 'sarif'] as const;

interface Options {
  readonly level?: 1 | 2;
  readonly profile?: string;
  readonly only?: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly varFile?: readonly string[];
  readonly providerVersion?: ProviderVersion;
  readonly failOn: Gate;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly owns?: readonly Owned[];
  readonly today?: string;
}

export function checkCommand(program: Command): void {
  program
    .command('check')
    .description('Judge code, a plan or a state by the benchmark.')
    .argument(
      '<path>',
      'folder with Terraform files, a cdk.tf.json, the output of terraform show -json, or the scan.json of plumbline scan',
    )
    .option('--level <1|2>', 'level of the benchmark (default: that of the profile, else 1)', level)
    .option('--profile <file>', `level and exceptions (default: ${PROFILE_NAME} in the code folder or here)`)
    .option('--only <controls>', 'these controls only, separated by commas', controlIds)
    .option('--var-file <files...>', 'variable files to judge by, instead of those found')
    .addOption(new Option('--format <format>', 'how to say it').choices(FORMATS).default('table'))
    .option('--json', 'the same as --format json')
    .option('--provider-version <release>', 'azurerm release where the code does not say one, such as 4.55', (text) =>
      release(text, '--provider-version'),
    )
    .option('--today <day>', 'day that exceptions are judged on, such as 2027-06-30 (default: now)', day)
    .option(
      '--owns <scopes>',
      'the code is all there is of the subscription, the tenant, or both: what it does not declare deviates',
      owned,
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on; everything is shown all the same')
        .choices(GATES)
        .default('low' satisfies Gate),
    )
    .option('--strict', 'exit 1 also when something cannot be told or does not parse')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing of --fail-on or worse deviates, 1 deviations, 2 bad input.\n\nExamples:\n  plumbline check infra/\n  plumbline check --level 2 --fail-on high infra/\n  plumbline check --level 2 --format sarif infra/ > plumbline.sarif\n  terraform show -json tfplan | tee plan.json && plumbline check plan.json\n  plumbline check plumbline-scan/scan.json',
    )
    .action(async (path: string, options: Options) => {
      const { only, today, owns } = options;
      const profile = await profileOf(options.profile, path);
      const level = options.level ?? profile.level ?? 1;
      const exceptions = exceptionsIn(profile);
      const { result, errors, source } = resultFor(
        path,
        {
          ...options,
          environments: profile.environments,
          ...(profile.provider && !options.providerVersion ? { providerVersion: profile.provider } : {}),
        },
        { level, only: only && new Set(only), today, owns, on: profile.on, off: profile.off, exceptions },
      );
      const notes = profileNotes(profile, exceptions);
      if (options.json || options.format === 'json') print(json(result, errors, notes));
      else if (options.format === 'sarif') print(checkSarif(result));
      else print(checkText(result, errors, notes, { level, source, gate: options.failOn }));
      const fails = (rows: readonly Row[]) => rows.some(({ control }) => isAtGate(control.severity, options.failOn));
      if (fails(result.deviating) || (options.strict && (fails(result.unknown) || errors.length))) process.exitCode = 1;
    });
}

/** What `plumbline plan` reads to change what was judged. */
const CODE = '--code <folder>';

function resultFor(
  path: string,
  options: Options & Pick<Profile, 'environments'>,
  how: CheckOptions,
): { result: CheckResult; errors: string[]; source: string } {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() && path.endsWith('.json')) {
    const json = readJson(path);
    if (isScan(json))
      return { result: checkScan(liveGroups(readScan(json, path)), how), errors: [], source: `--live ${path}` };
    if (isShowJson(json)) {
      const { version, resources } = readShowJson(json);
      return {
        result: check([{ resources, around: new Surroundings(version, resources) }], how),
        errors: [],
        source: CODE,
      };
    }
    if (!/\.tf\.json$/.test(path))
      throw new UserError(
        `${path}: neither Terraform code nor the output of terraform show -json`,
        'Give a folder, a .tf.json file, or run: terraform show -json tfplan > plan.json',
      );
  }
  const estate = readCode(path, {
    variableFiles: options.varFile,
    environments: options.environments,
    version: options.providerVersion,
  });
  return { result: checkEstate(estate, how), errors: unparsable(estate), source: CODE };
}

function json(
  { deviating, unknown, excepted, compliant, resources }: CheckResult,
  errors: readonly string[],
  notes: readonly string[],
): string {
  const row = ({ control, address, file, lines, environment, construct, deviation, why, exception }: Row) => ({
    control: control.id,
    cis: control.cis['v3.0.0'],
    level: control.level,
    severity: control.severity,
    address,
    ...(file ? { file, lines } : {}),
    ...(environment ? { environment } : {}),
    ...(construct ? { construct } : {}),
    ...(deviation ? { path: deviation.path, text: deviationText(deviation) } : { why }),
    ...(exception ? { exception } : {}),
  });
  const rows = { deviating: deviating.map(row), unknown: unknown.map(row), excepted: excepted.map(row) };
  return JSON.stringify({ resources, compliant, ...rows, unparsable: errors, notes }, null, 2);
}
