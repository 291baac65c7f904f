import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { GUARDRAILS_SCHEMA } from '../../controls/guardrails/terraform';
import { SCAN_SCHEMA } from '../azure/arm-object';
import { BASELINE_SCHEMA } from '../baseline/published';
import { UserError } from '../errors';
import { type LedgerEntry, readLedger } from '../overlay/ledger';
import { PLAN_SCHEMA } from '../render/plan-json';

/** What a command of ours writes into a folder, and by which file it knows it again. */
export interface Output {
  /** In words: `plan`. */
  readonly what: string;
  readonly file: string;
  readonly schema: string;
  /** Names of all that it ever writes, below the folder: an earlier one of these makes room, everything else stays. */
  readonly own: RegExp;
}

export const PLAN_OUTPUT: Output = {
  what: 'plan',
  file: 'plan.json',
  schema: PLAN_SCHEMA,
  own: /^(plan\.(json|md|html|sarif)|(changes|rollback|wave-\d+-[\w-]+)\.patch|[\w-]+\/main\.tf)$/,
};
export const SCAN_OUTPUT: Output = {
  what: 'scan',
  file: 'scan.json',
  schema: SCAN_SCHEMA,
  own: /^(scan|inventory|defender|policy)\.json$/,
};

export const GUARDRAILS_OUTPUT: Output = {
  what: 'set of guardrails',
  file: 'guardrails.json',
  schema: GUARDRAILS_SCHEMA,
  own: /^(guardrails\.(json|md)|main\.tf)$/,
};

export const BASELINE_OUTPUT: Output = {
  what: 'baseline',
  file: 'baseline.json',
  schema: BASELINE_SCHEMA,
  own: /^baseline\.(json|md|html)$/,
};

/** Refuses a folder that holds anything but an earlier output of the same kind. */
export function checkOutput(folder: string, output: Output): void {
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
  if (entries.length && !isEarlier(folder, output))
    throw new UserError(
      `--out ${folder}: the folder is not empty and holds no earlier ${output.what}`,
      `Name a folder that is empty, does not exist, or holds a ${output.what}.`,
    );
}

function isEarlier(folder: string, { file, schema }: Output): boolean {
  try {
    const start = Buffer.alloc(200);
    const opened = openSync(join(folder, file), 'r');
    try {
      readSync(opened, start);
    } finally {
      closeSync(opened);
    }
    return start.toString('utf8').includes(schema);
  } catch {
    return false;
  }
}

/** What the plan that stands in the folder put into remediation stacks. */
export function earlierLedger(folder: string): LedgerEntry[] {
  if (!existsSync(join(folder, 'plan.json'))) return [];
  try {
    return readLedger(readFileSync(join(folder, 'plan.json')));
  } catch {
    throw new UserError(
      `--out ${folder}: its plan.json cannot be read, and with it what remediation stacks must go on to hold`,
      'Restore the file, or name a new folder if nothing of that plan was applied.',
    );
  }
}

/** Takes the next piece of a file, by its name; an empty one makes the file. */
export type Write = (name: string, text: string) => void;

/**
 * Writes all files or none: they are made beside the folder, which then takes their place in one step. What others keep in
 * it goes along: the state of Terraform, above all.
 */
export function writeFolder(folder: string, { own }: Output, fill: (write: Write) => void): void {
  const target = resolve(folder);
  const open = new Map<string, OpenFile>();
  let made = '';
  let old = '';
  try {
    mkdirSync(dirname(target), { recursive: true });
    made = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    fill((name, text) => {
      let file = open.get(name);
      if (!file) {
        mkdirSync(dirname(join(made, name)), { recursive: true });
        file = new OpenFile(join(made, name));
        open.set(name, file);
      }
      file.add(text);
    });
    for (const file of open.values()) file.close();
    if (existsSync(target)) {
      renameSync(target, `${made}-old`);
      old = `${made}-old`;
    }
    renameSync(made, target);
  } catch (error) {
    for (const file of open.values()) file.abandon();
    if (old) renameSync(old, target);
    if (made) rmSync(made, { recursive: true, force: true });
    // A fault in making a text is ours, and no matter of the folder.
    throw error instanceof Error && 'syscall' in error ? unusable(folder, error) : error;
  }
  if (!old) return;
  try {
    carryOver(old, target, own);
  } catch (error) {
    throw new UserError(
      `--out ${folder}: ${(error as Error).message}`,
      `What stood there beside our files is in ${old}: move it by hand.`,
    );
  }
  rmSync(old, { recursive: true, force: true });
}

/** Moves what is not ours; of a folder that is there again, what is inside. */
function carryOver(from: string, to: string, own: RegExp, below = ''): void {
  for (const entry of readdirSync(join(from, below), { withFileTypes: true })) {
    const name = below ? `${below}/${entry.name}` : entry.name;
    if (own.test(name)) continue;
    if (!existsSync(join(to, name)) && !(entry.isDirectory() && holdsOwn(join(from, name), name, own)))
      renameSync(join(from, name), join(to, name));
    else if (entry.isDirectory()) {
      mkdirSync(join(to, name), { recursive: true });
      carryOver(from, to, own, name);
    }
  }
}

const holdsOwn = (folder: string, name: string, own: RegExp): boolean =>
  readdirSync(folder).some((each) => own.test(`${name}/${each}`));

/** A file that is written a megabyte at a time. */
class OpenFile {
  private file: number | undefined;
  private pieces: string[] = [];
  private size = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  add(text: string): void {
    this.pieces.push(text);
    this.size += text.length;
    if (this.size >= 1 << 20) this.flush();
  }

  close(): void {
    this.flush();
    this.abandon();
  }

  /** Closes it without what is not written yet. */
  abandon(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private flush(): void {
    writeFileSync(this.file!, this.pieces.join(''));
    this.pieces = [];
    this.size = 0;
  }
}

const unusable = (folder: string, error: unknown) =>
  new UserError(`--out ${folder}: ${(error as Error).message}`, 'Name a folder that can be written.');
