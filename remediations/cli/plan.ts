import type { Command } from 'commander';
import { versionText } from '../../controls/provider/version';
import type { Value } from '../../controls/value';
import { asLiveReport, checkScan } from '../azure/check-scan';
import { readPrograms } from '../cdktf/read-programs';
import { toldConstructs } from '../cdktf/told';
import { asReport, checkEstate } from '../check';
import { stepsOf } from '../edit/steps';
import { UserError } from '../errors';
import { readReport } from '../findings/read';
import { isInModule } from '../locate/address';
import { type Estate, readEstate } from '../locate/hcl/estate';
import { inStacks, type LedgerEntry, ledgerOf } from '../overlay/ledger';
import { exceptionsIn, utcDay } from '../profile/exceptions';
import { answer } from '../profile/parameters';
import { type Remediation, remediate } from '../remediate';
import { commitMessage } from '../render/commit-message';
import { writePatches } from '../render/patch';
import { planHtml } from '../render/plan-html';
import { planJson } from '../render/plan-json';
import { planMarkdown } from '../render/plan-markdown';
import { planSarif } from '../render/plan-sarif';
import { byPriority, type PlanDocument } from '../render/review';
import { stackFiles } from '../render/stack-hcl';
import { type Commit, newBranch, trackedFiles, writeBranch } from './branch';
import {
  folderOfCode,
  folderOfReport,
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
import { type PlanOptions as Options, planOptions } from './plan-options';
import { planText } from './plan-text';
import { print, progress } from './terminal';
import { refuseDirtyTree, writeTree } from './write-tree';

export function planCommand(program: Command): void {
  planOptions(program).action(run);
}

async function run(options: Options): Promise<void> {
  if (options.sarif && !options.out)
    throw new UserError('--sarif: there is no folder to write plan.sarif to', 'Name one with --out.');
  if (options.as === 'hcl' && !options.out)
    throw new UserError('--as hcl: there is no folder to write the stacks to', 'Name one with --out.');
  if (options.branch !== undefined && !options.commitPerChange)
    throw new UserError(`--branch ${options.branch}: no branch is made`, 'Add --commit-per-change, or leave it out.');
  if (options.commitPerChange && options.live !== undefined && options.code === undefined)
    throw new UserError('--commit-per-change: there is no code to change', 'Name it with --code.');
  if (options.out) checkOutput(options.out, PLAN_OUTPUT);
  const earlier = options.out ? earlierLedger(options.out) : [];
  const code = options.code ?? '.';
  if (options.write) refuseDirtyTree(folderOfCode(code));
  const branch = options.commitPerChange
    ? newBranch(folderOfCode(code), options.branch ?? `plumbline/${options.today ?? utcDay()}`)
    : undefined;
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
  const tracked = branch && trackedFiles(branch, result.files);
  if (options.out) {
    const files = isCodeless ? undefined : result.files;
    writeFolder(options.out, PLAN_OUTPUT, (write) => writeArtefacts(document, files, options, write));
  }
  if (options.write) writeTree(folderOfCode(code), result.files);
  const commits = branch && tracked?.size ? await writeBranch(branch, tracked, commitsOf(result.waves)) : 0;
  if (options.json) {
    for (const piece of planJson(document)) process.stdout.write(piece);
    return;
  }
  print(
    planText(document, {
      ...options,
      code: isCodeless ? undefined : code,
      branch: branch && { name: branch.name, commits },
    }),
  );
}

/** One for each change, in the order in which people take them: wave by wave, the most urgent first. */
function* commitsOf(waves: Remediation['waves']): Generator<Commit> {
  for (const wave of waves)
    for (const step of stepsOf(wave, byPriority(wave.changes)))
      yield { ...step, message: commitMessage(byPriority(step.changes)) };
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
