import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { liveGroups } from '../azure/check-scan';
import { type Inventory, inventoryOf } from '../azure/inventory';
import { decidedIn } from '../baseline/decided';
import { baselineDocument } from '../baseline/document';
import { type Published, published, readPublished } from '../baseline/published';
import type { Owned } from '../check';
import { exceptionsIn, utcDay } from '../profile/exceptions';
import { PROFILE_NAME, type Profile } from '../profile/profile';
import { baselineHtml } from '../render/baseline-html';
import { baselineMarkdown } from '../render/baseline-markdown';
import { day, level, owned, profileOf, readScanIn } from './input';
import { BASELINE_OUTPUT, checkOutput, writeFolder } from './output-folder';
import { standingOf } from './standing-of';
import { plural, print } from './terminal';

interface Options {
  readonly out: string;
  readonly code?: string;
  readonly live?: string;
  readonly level?: 1 | 2;
  readonly profile?: string;
  readonly owns?: readonly Owned[];
  readonly today?: string;
  readonly json?: boolean;
}

const FOLDER = 'plumbline-baseline';

export function baselineCommand(program: Command): void {
  const baseline = program.command('baseline').description('The baseline as a document that can be published.');
  baseline
    .command('docs')
    .exitOverride()
    .description(
      'Write the document: scope, controls and how they are held, exceptions, attestations, owners, changes.',
    )
    .option('--out <folder>', 'where it is published; what stands there is the version before', FOLDER)
    .option('--code <folder>', 'the Terraform code, to say how it stands')
    .option('--live <scan>', 'what plumbline scan read from Azure: how it stands, and the inventory')
    .option('--level <1|2>', 'level of the benchmark (default: that of the profile, else 1)', level)
    .option('--profile <file>', `the baseline itself (default: ${PROFILE_NAME} in the code folder or here)`)
    .option('--owns <scopes>', 'the code is all there is of the subscription, the tenant, or both', owned)
    .option('--today <day>', 'day of the version, such as 2027-06-30 (default: now)', day)
    .option('--json', 'what is written to baseline.json, too')
    .addHelpText(
      'after',
      '\nKeep the folder in git: the next version is held against baseline.json, and every change gets a record.\n\nExamples:\n  plumbline baseline docs\n  plumbline baseline docs --code infra/ --live plumbline-scan --out docs/baseline',
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { out, code, live } = options;
  checkOutput(out, BASELINE_OUTPUT);
  const profile = await profileOf(options.profile, code ?? '.');
  const today = options.today ?? utcDay();
  const chosen = options.level ?? profile.level ?? 1;
  const before = earlier(out);
  const version = published(before, decidedIn(profile, chosen), today);
  const looked = [
    ...(code === undefined ? [] : [`the code ${basename(resolve(code))}`]),
    ...(live === undefined ? [] : ['what stands in Azure']),
  ].join(' and ');
  const document = baselineDocument(version, {
    today,
    ...(looked ? { looked, standing: standingOf({ ...options, today }, profile, chosen) } : {}),
    ...(live === undefined ? {} : { inventory: inventoryIn(live, profile, chosen, today) }),
  });
  const json = `${JSON.stringify(version, null, 2)}\n`;
  writeFolder(out, BASELINE_OUTPUT, (write) => {
    write('baseline.json', json);
    write('baseline.md', baselineMarkdown(document));
    for (const piece of baselineHtml(document)) write('baseline.html', piece);
  });
  if (options.json) return print(json);
  print(versionText(version, before));
  print(`\nWritten to ${out}: baseline.md, baseline.html, and baseline.json for the next version.`);
}

function earlier(folder: string): Published | undefined {
  const file = join(folder, 'baseline.json');
  return existsSync(file) ? readPublished(readFileSync(file, 'utf8'), file) : undefined;
}

function inventoryIn(live: string, profile: Profile, chosen: 1 | 2, today: string): Inventory {
  const scan = readScanIn(live);
  const { on, off, criticality } = profile;
  return inventoryOf(scan, liveGroups(scan), {
    level: chosen,
    on,
    off,
    criticality,
    today,
    exceptions: exceptionsIn(profile),
  });
}

function versionText({ version, day: of, record }: Published, before: Published | undefined): string {
  if (before?.version === version) return `Version ${version}, of ${of}: nothing is decided otherwise.`;
  const [{ changes }] = record;
  if (!changes.length) return `Version ${version}, of ${of}: the first one.`;
  return `Version ${version}, of ${of}: ${plural(changes.length, 'change')}.\n${changes.map(({ text }) => `  ${text}`).join('\n')}`;
}
