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
import { type LedgerEntry, readLedger } from '../overlay/ledger';
import { PLAN_SCHEMA } from '../render/plan-json';

/** Refuses a folder that holds anything but an earlier plan of ours. */
export function checkOutput(folder: string): void {
  let stat: ReturnType<typeof statSync>;
  try {
    stat = statSync(folder, { throwIfNoEntry: false });
  } catch (error) {
    throw unusable(folder, error);
  }
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
export function writeFolder(folder: string, files: ReadonlyMap<string, () => string>): void {
  const target = resolve(folder);
  let made = '';
  let old = '';
  try {
    mkdirSync(dirname(target), { recursive: true });
    made = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    for (const [name, text] of files) {
      mkdirSync(dirname(join(made, name)), { recursive: true });
      writeFileSync(join(made, name), text());
    }
    if (existsSync(target)) {
      renameSync(target, `${made}-old`);
      old = `${made}-old`;
    }
    renameSync(made, target);
  } catch (error) {
    if (old) renameSync(old, target);
    if (made) rmSync(made, { recursive: true, force: true });
    // A fault in making a text is ours, and no matter of the folder.
    throw error instanceof Error && 'syscall' in error ? unusable(folder, error) : error;
  }
  if (old) rmSync(old, { recursive: true, force: true });
}

const unusable = (folder: string, error: unknown) =>
  new UserError(`--out ${folder}: ${(error as Error).message}`, 'Name a folder that can be written.');
