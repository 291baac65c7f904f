import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { liveGroups } from '../azure/check-scan';
import { CLOUDS, type CloudName, type CustomCloud, cloudOf } from '../azure/cloud';
import type { ScanAnswer } from '../azure/index';
import { type Inventory, type InventoryOptions, inventoryOf } from '../azure/inventory';
import { type SignIn, WAYS } from '../azure/ways-to-sign-in';
import { UserError } from '../errors';
import { exceptionsIn } from '../profile/exceptions';
import { PROFILE_NAME } from '../profile/profile';
import { jsonLines } from '../render/json-lines';
import { day, level, profileOf, statesOf } from './input';
import { checkOutput, SCAN_OUTPUT, type Write, writeFolder } from './output-folder';
import { scanJson, scanText } from './scan-text';
import { print, progress } from './terminal';

const SOURCES = ['defender', 'policy'] as const;
type Source = (typeof SOURCES)[number];

interface Options extends CustomCloud {
  readonly subscription?: readonly string[];
  readonly managementGroup?: string;
  readonly out: string;
  readonly cloud: CloudName;
  readonly reader: 'graph' | 'arm';
  readonly with?: readonly Source[];
  readonly resume?: boolean;
  readonly redact?: boolean;
  readonly tenant?: string;
  readonly signIn: SignIn;
  readonly level?: 1 | 2;
  readonly profile?: string;
  readonly state?: readonly string[];
  readonly today?: string;
  readonly json?: boolean;
}

export function scanCommand(program: Command): void {
  program
    .command('scan')
    .description('Read what stands in Azure, without changing anything there.')
    .option('--subscription <ids...>', 'ids of subscriptions', subscriptionIds)
    .option('--management-group <id>', 'all subscriptions below this management group')
    .option('--out <folder>', 'folder for scan.json and inventory.json', 'plumbline-scan')
    .option('--with <sources>', `findings to read too, separated by commas: ${SOURCES.join(', ')}`, sources)
    .addOption(
      new Option('--reader <reader>', 'graph: Resource Graph; arm: one request for each resource')
        .choices(['graph', 'arm'])
        .default('graph'),
    )
    .option('--resume', 'go on with a scan that was ended')
    .option('--redact', 'take names, ids and people out, to share the scan')
    .option(
      '--state <files...>',
      'states by terraform show -json: inventory.json says which resources stand in Terraform',
    )
    .option('--level <1|2>', 'level that inventory.json counts by (default: that of the profile, else 1)', level)
    .option('--profile <file>', `level, exceptions and criticality (default: ${PROFILE_NAME} here)`)
    .option('--today <day>', 'day that exceptions are judged on, such as 2027-06-30 (default: now)', day)
    .addOption(
      new Option('--sign-in <way>', 'how to sign in').choices(Object.keys(WAYS)).default('default' satisfies SignIn),
    )
    .option('--tenant <id>', 'tenant to sign in to, where it is not the usual one')
    .addOption(new Option('--cloud <cloud>', 'which Azure').choices([...CLOUDS]).default('public' satisfies CloudName))
    .option('--json', 'what was read and what was not, counted, as JSON')
    .option('--arm-endpoint <address>', 'Azure Resource Manager of --cloud custom')
    .option('--authority-host <address>', 'who signs in, for --cloud custom')
    .option('--audience <address>', 'what a token is asked for, for --cloud custom (default: --arm-endpoint)')
    .addHelpText(
      'after',
      '\nThe role Reader on the subscriptions is enough for most, docs/scan.md says for what it is not.\nExit codes: 0 read, also when parts were refused (they are listed), 2 nothing could be read, or bad input.\n\nExamples:\n  az login && plumbline scan --subscription 00000000-0000-0000-0000-000000000000\n  plumbline scan --management-group mg-shop --with defender,policy\n  plumbline check plumbline-scan/scan.json\n  plumbline plan --live plumbline-scan --out plumbline-out',
    )
    .action(async (options: Options) => {
      const { subscription = [], managementGroup } = options;
      if (Boolean(subscription.length) === Boolean(managementGroup))
        throw new UserError('Give either --subscription or --management-group', 'az account list shows the ids.');
      if (options.redact && options.state)
        throw new UserError(
          '--redact and --state do not go together',
          'A redacted scan has no ids by which a state could know its resources.',
        );
      const judging = await judgingBy(options);
      const cloud = cloudOf(options.cloud, options, process.env);
      checkOutput(options.out, SCAN_OUTPUT);
      const answer = await scanAzure({
        cloud,
        subscriptions: subscription,
        ...(managementGroup ? { managementGroup } : {}),
        reader: options.reader,
        with: options.with ?? [],
        signIn: options.signIn,
        ...(options.tenant ? { tenant: options.tenant } : {}),
        redact: Boolean(options.redact),
        resume: Boolean(options.resume),
        partial: partialOf(options.out),
        version,
        now: new Date().toISOString(),
        told: progress,
        // Not a result: it must not end up in a file that the output is written to.
        ask: (text) => process.stderr.write(`${text}\n`),
      });
      progress('judging what was read');
      const inventory = inventoryOf(answer.scan, liveGroups(answer.scan), judging);
      writeFolder(options.out, SCAN_OUTPUT, (write) => writeFiles(answer, inventory, write));
      answer.finish();
      progress('');
      const text = options.json ? scanJson : scanText;
      print(text(answer.scan, inventory, options.out, answer.findings));
    });
}

/** Read before the scan begins: a wrong file must not cost an hour. */
async function judgingBy({ profile: given, level, state, today }: Options): Promise<InventoryOptions> {
  const profile = await profileOf(given, '.');
  const { on, off, criticality } = profile;
  return {
    level: level ?? profile.level ?? 1,
    on,
    off,
    criticality,
    exceptions: exceptionsIn(profile),
    ...(today ? { today } : {}),
    ...(state ? { states: statesOf(state) } : {}),
  };
}

type Sdk = typeof import('../azure/index');

/** The SDK of Azure is a file of its own beside this one, so that no other command has to load it. */
async function scanAzure(request: Parameters<Sdk['scanAzure']>[0]): Promise<ScanAnswer> {
  const file = join(__dirname, 'azure.js');
  if (!existsSync(file)) throw new UserError(`${file} is missing: the installation is not complete`);
  const { scanAzure: read } = (await import(pathToFileURL(file).href)) as Sdk;
  try {
    return await read(request);
  } catch (error) {
    progress('');
    // The other file has a class of its own by this name.
    if (error instanceof Error && error.name === 'UserError')
      throw new UserError(error.message, (error as UserError).hint);
    throw error;
  }
}

/** Beside the folder, which takes the place of an earlier one in a single step. */
const partialOf = (out: string): string => join(dirname(resolve(out)), `.${basename(resolve(out))}-partial`);

function writeFiles({ scan, findings }: ScanAnswer, inventory: Inventory, write: Write): void {
  const files: (readonly [string, object])[] = [
    ['scan.json', scan],
    ['inventory.json', inventory],
  ];
  files.push(...[...findings].map(([source, report]) => [`${source}.json`, report] as const));
  for (const [name, content] of files) for (const piece of jsonLines(content)) write(name, piece);
}

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function subscriptionIds(text: string, before: readonly string[] = []): readonly string[] {
  const ids = text.split(',').map((id) =>
    id
      .trim()
      .replace(/^\/subscriptions\//i, '')
      .toLowerCase(),
  );
  const wrong = ids.find((id) => !GUID.test(id));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`"${wrong}" is no id of a subscription. az account list shows them.`);
  return [...new Set([...before, ...ids])];
}

function sources(text: string): readonly Source[] {
  const chosen = text.split(',').map((each) => each.trim());
  const wrong = chosen.find((each) => !SOURCES.some((one) => one === each));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is not known. Allowed: ${SOURCES.join(', ')}.`);
  return SOURCES.filter((one) => chosen.includes(one));
}
