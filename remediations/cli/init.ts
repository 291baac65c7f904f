import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { Impact } from '../../controls/control';
import { versionText } from '../../controls/provider/version';
import { asLiveReport, checkScan } from '../azure/check-scan';
import { asReport, checkEstate } from '../check';
import { UserError } from '../errors';
import { type Estate, readEstate } from '../locate/hcl/estate';
import type { LiveEstate } from '../overlay/live-estate';
import { parameters } from '../profile/parameters';
import { PROFILE_NAME } from '../profile/profile';
import { profileSchema } from '../profile/schema';
import { remediate } from '../remediate';
import { type FoundReport, findReports, scannersSetUp } from './find-reports';
import { folderOfCode, level, readCode, readLive } from './input';
import { plural, print } from './terminal';

interface Options {
  readonly code?: string;
  readonly live?: string;
  readonly level: 1 | 2;
  readonly out: string;
  readonly schema?: boolean;
  readonly json?: boolean;
}

export const SCHEMA_NAME = 'plumbline.schema.json';

export function initCommand(program: Command): void {
  program
    .command('init')
    .description(`Write a commented ${PROFILE_NAME} with the questions that the code raises, or what stands in Azure.`)
    .option('--code <folder>', 'the Terraform code (default: this folder; with --live: none)')
    .option('--live <scan>', 'what plumbline scan read from Azure: its folder or scan.json')
    .option('--level <1|2>', 'level of the benchmark', level, 2)
    .option('--out <file>', 'where to write it', PROFILE_NAME)
    .option('--schema', `also write ${SCHEMA_NAME} beside it, by which editors complete and check`)
    .option('--json', 'what was written, as JSON')
    .addHelpText(
      'after',
      '\nNothing that exists is overwritten.\n\nExample:\n  plumbline init --code infra/ --out infra/plumbline.yaml\n  plumbline init --live plumbline-scan',
    )
    .action((options: Options) => {
      const schema = join(dirname(options.out), SCHEMA_NAME);
      const files = [options.out, ...(options.schema ? [schema] : [])];
      for (const path of files)
        if (existsSync(path))
          throw new UserError(`${path}: exists already`, 'Move it away, or name another file with --out.');
      const live = options.live === undefined ? undefined : readLive(options.live);
      const code = options.code ?? (live ? undefined : '.');
      const estate = code === undefined ? readEstate([]) : readCode(code);
      const text = profileText(estate, live, options.level, options.schema ? SCHEMA_NAME : undefined);
      if (options.schema) writeFileSync(schema, `${JSON.stringify(profileSchema(), null, 2)}\n`, { flag: 'wx' });
      writeFileSync(options.out, text.yaml, { flag: 'wx' });
      const reports = code === undefined ? [] : findReports('.');
      if (options.json) return print(JSON.stringify({ files, questions: text.questions, reports }, null, 2));
      const sources = [
        ...(reports.length ? ['--findings', ...reports.map(({ path }) => quoted(path))] : []),
        ...(code === undefined ? [] : ['--code', code]),
        ...(live ? ['--live', options.live] : []),
      ];
      print(
        [
          ...foundText(estate, reports, code),
          `Wrote ${files.join(' and ')}: ${plural(text.questions, 'question')} to answer.`,
          `Next: plumbline plan ${sources.join(' ')} --profile ${options.out} --out ${live ? 'plumbline-out' : 'plan/'}`,
        ].join('\n'),
      );
    });
}

/** What stands here: code, the release of the provider, reports, scanners. */
function foundText(estate: Estate, reports: readonly FoundReport[], code: string | undefined): string[] {
  if (code === undefined) return [];
  const versions = [...new Set(estate.roots.map(({ version }) => versionText(version)))].join('; ');
  const scanners = scannersSetUp('.', folderOfCode(code));
  return [
    `Code in ${code}: ${plural(estate.files.length, 'file')}, ${plural(estate.roots.length, 'root module')}, ${versions}.`,
    ...reports.map(({ path, format, findings }) => `Report ${path}: ${format}, ${plural(findings, 'finding')}.`),
    ...scanners.map(
      (scanner) => `${scanner} is set up here: plumbline suppress --for ${scanner} tells it what is excepted.`,
    ),
  ];
}

/** A word for a shell. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

const EXAMPLES = {
  list: ['203.0.113.0/24'],
  mail: 'security@example.com',
  guid: '00000000-0000-0000-0000-000000000000',
  id: '/subscriptions/…/resourceGroups/…/providers/…',
  date: '"2027-06-30T00:00:00Z"',
  string: '…',
} as const;

/** The profile as text; what needs an answer is commented out, so that it is valid as it is. */
function profileText(
  estate: Estate,
  live: LiveEstate | undefined,
  chosen: 1 | 2,
  schema: string | undefined,
): { yaml: string; questions: number } {
  const how = { level: chosen };
  const own = [asReport(checkEstate(estate, how)), ...(live ? [asLiveReport(checkScan(live.groups, how))] : [])];
  const options = { level: chosen, answers: {}, allow: new Set<Impact>(), ...(live ? { live } : {}) };
  const { questions } = remediate(own, estate, options).plan;
  const unversioned = estate.roots.filter(({ version }) => !version.major);
  const lines = [
    ...(schema ? [`# yaml-language-server: $schema=./${basename(schema)}`, ''] : []),
    '# What the owner of the baseline decides, once for all resources. plumbline plan and plumbline check read it.',
    '',
    '# Level 2 of the benchmark holds level 1 and what costs more or gets in the way more often.',
    `level: ${chosen}`,
    '',
    ...(unversioned.length || !estate.roots.length
      ? [
          estate.roots.length
            ? `# The azurerm release: ${unversioned.map(({ dir }) => dir || 'the root module').join(', ')} does not say one.`
            : '# The azurerm release, where the code does not say one. Remediation stacks are written for 4.x.',
          '# provider: "4.55"',
        ]
      : [
          `# The azurerm release, where the code does not say one. Here it does: ${[...new Set(estate.roots.map(({ version }) => versionText(version)))].join('; ')}.`,
          '# provider: "4.55"',
        ]),
    '',
    questions.length
      ? '# Answers to the questions that were raised. Uncomment what you can answer.'
      : '# Answers to questions of the controls: none was raised.',
    questions.length ? 'parameters:' : '# parameters:',
  ];
  for (const { parameter, resources, controls } of questions) {
    const { question, type, format } = parameters().get(parameter)!;
    const example = type === 'list' ? (format ? [EXAMPLES[format]] : EXAMPLES.list) : EXAMPLES[format ?? type];
    lines.push(
      `  # ${question}`,
      `  # For ${plural(resources.length, 'resource')}: ${controls.join(', ')}.`,
      ...(Array.isArray(example)
        ? [`  # ${parameter}:`, ...example.map((each) => `  #   - ${each}`)]
        : [`  # ${parameter}: ${String(example)}`]),
      '',
    );
  }
  lines.push(
    ...(questions.length ? [] : ['']),
    '# What the published document says of itself (plumbline baseline docs).',
    '# baseline:',
    '#   title: Security baseline of the shop',
    '#   owner: platform-security',
    '#   approvedBy: CISO',
    '#   review: 2027-06-30',
    '',
    '# Controls that no level asks for, because they cost or clients must be ready for them: plumbline controls lists them with',
    '# a dash for the level. Those that are named here belong to this baseline.',
    '# on:',
    '#   - storage-geo-redundant',
    '',
    '# Controls that do not count here, each with its reason.',
    '# off:',
    '#   web-app-http2: Our gateway speaks HTTP/1.1 only',
    '',
    '# Where a control does not hold, and until when. Named by address, arm (id in Azure), path (of the file) or tags; * is any',
    '# text, and all that is named has to fit. It is always shown, and over after its last day.',
    '# exceptions:',
    '#   - control: storage-no-public-network',
    '#     address: azurerm_storage_account.partner_*',
    '#     reason: Partners upload here',
    '#     owner: team-shop',
    '#     until: 2027-06-30',
    '#     ticket: SEC-123',
    '',
    '# Exceptions and attestations of one team may stand in a file beside this one, such as plumbline.shop.yaml: the team called',
    '# shop answers for those that name no owner.',
    '',
    '# Controls from which nothing is excepted, whatever teams or the code say.',
    '# noExceptions:',
    '#   - key-vault-purge-protection',
    '',
    '# What a person has seen to that no tool can check; plumbline attestations lists what is due.',
    '# attestations:',
    '#   - control: entra-guest-review',
    '#     by: identity-team',
    '#     on: 2026-11-02',
    '#     evidence: https://wiki.example.com/access-reviews/2026-11',
    '#     next: 2026-12-02',
    '',
    '# Variable files of each environment, in the order they are loaded. Without it, every file below a root module that sets its',
    '# variables is an environment of its own.',
    '# environments:',
    '#   dev: [env/common.tfvars, env/dev.tfvars]',
    '#   prod: [env/common.tfvars, env/prod.tfvars]',
    '',
    '# How much resources matter: high comes first in a plan. The first rule that fits counts.',
    '# criticality:',
    '#   - is: high',
    '#     tags: { environment: prod }',
    '#   - is: low',
    '#     name: "*-sandbox-*"',
    '',
    '# Where Azure Policy holds the baseline, and how strictly: audit reports, deny refuses (plumbline guardrails).',
    '# guardrails:',
    '#   managementGroup: platform',
    '#   effect: audit',
    '#   deny: [storage-https-only]',
    '',
    '# Where the state of remediation stacks is kept, which change what stands in no code.',
    '# backend:',
    '#   storage_account_name: stterraformstate',
    '#   container_name: remediation',
    '#   use_azuread_auth: true',
  );
  const yaml = lines.join('\n');
  return { yaml: `${yaml}\n`, questions: questions.length };
}
