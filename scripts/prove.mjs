// The closed loop: scan with Checkov, plan, apply the patch, scan again, and count what is gone.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePatch as parse } from 'diff';
import { findCheckov, runCheckov } from './checkov.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const command = join(here, '../dist/plumbline.js');
const { rules } = JSON.parse(readFileSync(join(here, 'fixable-rules.json'), 'utf8'));
const MOST_VALIDATED = Number(process.env.PLUMBLINE_PROOF_VALIDATE ?? 40);

/**
 * Proves the plan on a copy of a folder.
 * @param {string} source folder with Terraform code
 * @param {readonly string[]} planArguments options of plumbline plan
 * @param {(text: string) => void} say what is going on, and what Terraform reports beside
 */
export async function prove(source, planArguments = [], say = () => {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'plumbline-proof-'));
  // The stand-in knows the names of one major release.
  const major = /--provider-version[ =]5/.test(planArguments.join(' ')) ? '5' : '4';
  try {
    return await proveIn({ scratch, source, planArguments, major, say });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function proveIn(context) {
  const { scratch, source, say } = context;
  const before = join(scratch, 'before');
  const after = join(scratch, 'after');
  // Checkov skips hidden folders; caches of Terraform are not code.
  cpSync(source, before, {
    recursive: true,
    filter: (path) => !/(^|\/)(\.terraform|\.git|cdktf\.out)$/.test(relative(source, path)),
  });
  cpSync(before, after, { recursive: true });
  const { version } = await findCheckov();
  say(`Checkov ${version} on ${basename(source)} …`);

  const first = await scan(context, before, 'first.json');
  const planned = plan(context, before, 'first.json', 'plan');
  const patch = readFileSync(join(scratch, 'plan/changes.patch'), 'utf8');
  if (patch)
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: after,
      input: patch,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: scratch },
    });
  const second = await scan(context, after, 'second.json');
  const again = plan(context, after, 'second.json', 'again');

  const [failedBefore, failedAfter] = [failures(first), failures(second)];
  const known = [...failedBefore].filter(([, { rule }]) => rules[rule]);
  const counted = known.filter(([, { rule }]) => !rules[rule].excluded);
  const gone = counted.filter(([key]) => !failedAfter.has(key));
  const fresh = [...failedAfter].filter(([key]) => !failedBefore.has(key));
  const outside = bytesOutsideHunks(patch, before, after);
  const validated = validateChanged(context, patch, before, after);
  const placeholders = patch
    .split('\n')
    .filter((line) => /^\+(?!\+\+)/.test(line) && /TODO|FIXME|CHANGE_?ME|REPLACE|<[a-z_-]+>|xxxx/i.test(line));

  const left = counted.filter(([key]) => failedAfter.has(key));
  return {
    checkov: version,
    source: basename(source),
    findings: [...failedBefore].map(([key, { rule }]) => ({ rule, gone: !failedAfter.has(key) })),
    known: known.length,
    counted: counted.length,
    gone: gone.length,
    left: reasons(left, planned),
    goneExcluded: known.filter(([key, { rule }]) => rules[rule].excluded && !failedAfter.has(key)).length,
    fresh: fresh.map(([, each]) => each),
    passed: [passed(first), passed(second)],
    files: parsePatch(patch).length,
    outside,
    validated,
    unformatted: unformatted(patch, before, after),
    replacing: planned.changes.filter(({ impact }) => impact === 'replaces').length,
    placeholders: placeholders.length,
    again: again.changes.length,
    excluded: excludedOf(known),
    // Every record of the report, once.
    counts: planned.counts,
  };
}

function excludedOf(known) {
  const excluded = {};
  for (const [, { rule }] of known) if (rules[rule].excluded) excluded[rule] = (excluded[rule] ?? 0) + 1;
  return excluded;
}

/** Files that `terraform fmt` liked before and does not like after. */
function unformatted(patch, before, after) {
  if (spawnSync('terraform', ['version']).status !== 0) return 'skipped: terraform is not on PATH';
  const isLiked = (path) => spawnSync('terraform', ['fmt', '-check', path]).status === 0;
  const files = parsePatch(patch).map((file) => file.oldFileName.replace(/^a\//, ''));
  return files.filter((file) => isLiked(join(before, file)) && !isLiked(join(after, file))).length;
}

async function scan({ scratch }, folder, name) {
  const report = await runCheckov(folder);
  writeFileSync(join(scratch, name), JSON.stringify(report));
  return report;
}

function plan({ scratch, planArguments }, folder, report, out) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      command,
      'plan',
      '--findings',
      join(scratch, report),
      '--code',
      folder,
      '--out',
      join(scratch, out),
      ...planArguments,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`plumbline plan failed (${status}): ${stderr}`);
  return JSON.parse(readFileSync(join(scratch, out, 'plan.json'), 'utf8'));
}

const parsePatch = (patch) => (patch ? parse(patch) : []);
const reportsOf = (report) => (Array.isArray(report) ? report : [report]);
const passed = (report) => reportsOf(report).reduce((sum, each) => sum + (each.results?.passed_checks?.length ?? 0), 0);

/** Failed checks, one for each rule, file and resource. */
function failures(report) {
  const found = new Map();
  for (const each of reportsOf(report))
    for (const check of each.results?.failed_checks ?? []) {
      const item = { rule: check.check_id, resource: check.resource, file: check.file_path };
      found.set(`${item.rule} ${item.file} ${item.resource}`, item);
    }
  return found;
}

/** Why findings that count are still there, as the plan gives it. */
function reasons(left, planned) {
  const byKey = new Map(planned.unplanned.map((each) => [`${each.finding.rule} ${each.finding.address}`, each]));
  const counts = {};
  for (const [, { rule, resource }] of left) {
    const each = byKey.get(`${rule} ${resource}`);
    const reason = each ? each.reason : 'changed, but Checkov still reports it';
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}

function bytesOutsideHunks(patch, before, after) {
  let bytes = 0;
  for (const file of parsePatch(patch)) {
    const name = file.oldFileName.replace(/^a\//, '');
    const [old, fresh] = [before, after].map((folder) => readFileSync(join(folder, name), 'utf8').split('\n'));
    let [i, j] = [0, 0];
    for (const hunk of [
      ...file.hunks,
      { oldStart: old.length + 1, newStart: fresh.length + 1, oldLines: 0, newLines: 0 },
    ]) {
      const kept = [old.slice(i, hunk.oldStart - 1).join('\n'), fresh.slice(j, hunk.newStart - 1).join('\n')];
      if (kept[0] !== kept[1]) bytes += Math.abs(kept[0].length - kept[1].length) || kept[0].length;
      [i, j] = [hunk.oldStart - 1 + hunk.oldLines, hunk.newStart - 1 + hunk.newLines];
    }
  }
  return bytes;
}

/** Errors of `terraform validate` with the stand-in provider in every folder that changed. */
function validateChanged(context, patch, before, after) {
  if (spawnSync('terraform', ['version']).status !== 0) return 'skipped: terraform is not on PATH';
  const folders = [...new Set(parsePatch(patch).map((file) => dirname(file.oldFileName.replace(/^a\//, ''))))];
  const chosen = folders.slice(0, MOST_VALIDATED);
  let [old, fresh, worse] = [0, 0, 0];
  for (const folder of chosen) {
    const [one, two] = [before, after].map((root) => validate(context, join(root, folder)));
    old += one.length;
    fresh += two.length;
    // Each error that was there before may be there once more; whatever is left is ours.
    const left = [...two];
    for (const error of one) if (left.includes(error)) left.splice(left.indexOf(error), 1);
    worse += left.length;
    for (const error of left) context.say(`  validate: ${folder}: ${error}`);
  }
  const some = folders.length > chosen.length ? `, ${chosen.length} of ${folders.length} folders` : '';
  return `${old} → ${fresh}${worse ? `, ${worse} worse` : ''}${some}`;
}

function validate({ scratch, major }, folder) {
  const config = join(scratch, 'terraformrc');
  if (!existsSync(config)) writeFileSync(config, '');
  const env = { ...process.env, TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  const hasModules = readdirSync(folder).some(
    (name) => name.endsWith('.tf') && /^\s*module\s+"/m.test(readFileSync(join(folder, name), 'utf8')),
  );
  if (hasModules) spawnSync('terraform', ['get'], { cwd: folder, env, encoding: 'utf8' });
  const { stdout } = spawnSync(
    process.execPath,
    [join(here, '../dist/stand-in.mjs'), '--major', major, '--', 'terraform', 'validate', '-json'],
    { cwd: folder, env, encoding: 'utf8' },
  );
  try {
    return JSON.parse(stdout.slice(stdout.indexOf('{')))
      .diagnostics.filter((each) => each.severity === 'error')
      .map((each) => `${each.summary} ${each.detail}`.replace(/\s+/g, ' '));
  } catch {
    return ['terraform validate printed no JSON'];
  }
}

export const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** Nothing new, nothing outside the hunks, nothing invented, nothing less valid or less well formatted, and an empty second run. */
export const isProven = (proof) =>
  !proof.fresh.length &&
  proof.outside === 0 &&
  !proof.placeholders &&
  !proof.again &&
  !(proof.unformatted > 0) &&
  !String(proof.validated).includes('worse');
