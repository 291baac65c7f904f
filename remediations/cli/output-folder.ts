import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../errors';
import { type LedgerEntry, PLAN_SCHEMA, readLedger } from '../render/plan-json';

/** Refuses a folder that holds anything but an earlier plan of ours. */
export function checkOutput(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory())
    throw new UserError(`--out ${folder}: a file stands there`, 'Name a folder that is empty or does not exist.');
  const entries = readdirSync(folder);
  if (entries.length && !isEarlierPlan(folder))
    throw new UserError(
      `--out ${folder}: the folder is not empty and holds no earlier plan`,
      'Name a folder that is empty, does not exist, or holds a plan.',
    );
}

function isEarlierPlan(folder: string): boolean {
  try {
    return readFileSync(join(folder, 'plan.json'), 'utf8').slice(0, 200).includes(PLAN_SCHEMA);
  } catch {
    return false;
  }
}

/** What the plan that stands in the folder put into remediation stacks. */
export function earlierLedger(folder: string): LedgerEntry[] {
  if (!existsSync(join(folder, 'plan.json'))) return [];
  try {
    return readLedger(readFileSync(join(folder, 'plan.json'), 'utf8'));
  } catch {
    throw new UserError(
      `--out ${folder}: its plan.json cannot be read, and with it what remediation stacks must go on to hold`,
      'Restore the file, or name a new folder if nothing of that plan was applied.',
    );
  }
}

/** Writes all files or none: they are made beside the folder, which then takes their place in one step. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  const made = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const [name, text] of files) writeFileSync(join(made, name), text);
    const old = existsSync(target) ? `${made}-old` : undefined;
    if (old) renameSync(target, old);
    renameSync(made, target);
    if (old) rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw error;
  }
}
