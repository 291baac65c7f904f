import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import type { ProviderVersion } from '../../controls/provider/version';
import { Surroundings } from '../../controls/surroundings';
import { type CheckResult, check, checkEstate, deviationText, type Row } from '../check';
import { UserError } from '../errors';
import { exceptionText, expiredText } from '../exceptions';
import { decode } from '../findings/decode';
import { isShowJson, readShowJson } from '../locate/plan/plan-json';
import { release } from '../profile';
import { checkSarif } from '../render/check-sarif';
import { cisText } from '../render/review';
import { controlIds, day, level, readCode, unparsable } from './input';
import { colors, plural, print, table } from './terminal';

interface Options {
  readonly level: 1 | 2;
  readonly only?: readonly string[];
  readonly format: 'table' | 'json' | 'sarif';
  readonly varFile?: readonly string[];
  readonly providerVersion?: ProviderVersion;
  readonly strict?: boolean;
  readonly today?: string;
}

export function checkCommand(program: Command): void {
  program
    .command('check')
    .description('Judge code, a plan or a state by the benchmark.')
    .argument('<path>', 'folder with Terraform files, a cdk.tf.json, or the output of terraform show -json')
    .option('--level <1|2>', 'level of the benchmark', level, 1)
    .option('--only <controls>', 'these controls only, separated by commas', controlIds)
    .option('--var-file <files...>', 'variable files to judge by, instead of those found')
    .option('--format <format>', 'table, json or sarif', 'table')
    .option('--provider-version <release>', 'azurerm release where the code does not say one, such as 4.55', (text) =>
      release(text, '--provider-version'),
    )
    .option('--today <day>', 'day that exceptions are judged on, such as 2027-06-30 (default: now)', day)
    .option('--strict', 'exit 1 also when something cannot be told or does not parse')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing deviates, 1 deviations, 2 bad input.\n\nExamples:\n  plumbline check infra/\n  plumbline check --level 2 --format sarif infra/ > plumbline.sarif\n  terraform show -json tfplan | tee plan.json && plumbline check plan.json',
    )
    .action((path: string, options: Options) => {
      if (!['table', 'json', 'sarif'].includes(options.format))
        throw new UserError(`--format ${options.format} is not known`, 'Allowed: table, json, sarif.');
      const only = options.only && new Set(options.only);
      const { result, errors } = resultFor(path, options, only);
      if (options.format === 'json') print(json(result, errors));
      else if (options.format === 'sarif') print(checkSarif(result));
      else print(text(result, errors, options.level));
      if (result.deviating.length || (options.strict && (result.unknown.length || errors.length))) process.exitCode = 1;
    });
}

function resultFor(
  path: string,
  options: Options,
  only: ReadonlySet<string> | undefined,
): { result: CheckResult; errors: string[] } {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() && path.endsWith('.json')) {
    let json: unknown;
    try {
      json = JSON.parse(decode(readFileSync(path)));
    } catch (error) {
      throw new UserError(`${path}: not JSON: ${(error as Error).message}`);
    }
    if (isShowJson(json)) {
      const { version, resources } = readShowJson(json);
      return {
        result: check(
          [{ resources, around: new Surroundings(version, resources) }],
          options.level,
          only,
          options.today,
        ),
        errors: [],
      };
    }
    if (!/\.tf\.json$/.test(path))
      throw new UserError(
        `${path}: neither Terraform code nor the output of terraform show -json`,
        'Give a folder, a .tf.json file, or run: terraform show -json tfplan > plan.json',
      );
  }
  const estate = readCode(path, options.varFile, options.providerVersion);
  return { result: checkEstate(estate, options.level, only, options.today), errors: unparsable(estate) };
}

const place = (row: Row): string =>
  row.file ? `${row.file}:${row.lines?.[0]}${row.environment ? ` (${row.environment})` : ''}` : '';

function text(
  { deviating, unknown, excepted, compliant, resources }: CheckResult,
  errors: readonly string[],
  chosen: 1 | 2,
): string {
  const paint = { critical: colors.red, high: colors.red, medium: colors.yellow, low: colors.dim };
  const parts: string[] = [];
  if (deviating.length)
    parts.push(
      table(
        ['SEVERITY', 'CIS', 'CONTROL', 'RESOURCE', 'AT', 'DEVIATION'],
        deviating.map((row) => [
          row.control.severity,
          cisText(row.control).replace('CIS ', ''),
          row.control.id,
          row.address,
          place(row),
          deviationText(row.deviation!) + (row.exception ? `; ${expiredText(row.exception)}` : ''),
        ]),
      )
        .split('\n')
        .map((line) => line.replace(/^(critical|high|medium|low)\b/, (word) => paint[word as keyof typeof paint](word)))
        .join('\n'),
    );
  if (unknown.length)
    parts.push(
      `Cannot be told:\n${table(
        ['CONTROL', 'RESOURCE', 'AT', 'WHY'],
        unknown.map((row) => [row.control.id, row.address, place(row), row.why ?? '']),
      )}`,
    );
  if (excepted.length)
    parts.push(
      `Excepted:\n${table(
        ['CONTROL', 'RESOURCE', 'AT', 'WHY'],
        excepted.map((row) => [row.control.id, row.address, place(row), exceptionText(row.exception!)]),
      )}`,
    );
  for (const error of errors) parts.push(colors.yellow(`does not parse: ${error}`));
  const addresses = new Set(deviating.map((row) => `${row.file} ${row.address}`)).size;
  parts.push(
    `Level ${chosen}: ${plural(resources, 'resource')} judged, ${plural(deviating.length, 'deviation')} on ${plural(addresses, 'resource')}, ${compliant} checks passed, ${unknown.length} cannot be told${excepted.length ? `, ${excepted.length} excepted` : ''}.`,
  );
  if (deviating.length) parts.push('Next: plumbline plan --code <folder> --out plan/');
  return parts.join('\n\n');
}

function json({ deviating, unknown, excepted, compliant, resources }: CheckResult, errors: readonly string[]): string {
  const row = ({ control, address, file, lines, environment, deviation, why, exception }: Row) => ({
    control: control.id,
    cis: control.cis['v3.0.0'],
    level: control.level,
    severity: control.severity,
    address,
    ...(file ? { file, lines } : {}),
    ...(environment ? { environment } : {}),
    ...(deviation ? { path: deviation.path, text: deviationText(deviation) } : { why }),
    ...(exception ? { exception } : {}),
  });
  const rows = { deviating: deviating.map(row), unknown: unknown.map(row), excepted: excepted.map(row) };
  return JSON.stringify({ resources, compliant, ...rows, unparsable: errors }, null, 2);
}
