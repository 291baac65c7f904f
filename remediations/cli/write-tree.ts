import { lstatSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../errors';
import { git } from './git';

type Texts = ReadonlyMap<string, { readonly before: string; readonly after: string }>;

/** Refuses a git tree with changes that are not committed: they could not be told from ours. */
export function refuseDirtyTree(folder: string): void {
  let status: string;
  try {
    status = git(folder, 'status', '--porcelain', '--', '.');
  } catch {
    return; // no git, or not a git tree: rollback.patch is the way back
  }
  if (status.trim())
    throw new UserError(
      `--write: ${folder} has changes that are not committed`,
      'Commit or stash them, then run again: git stash --include-untracked',
    );
}

/** Edits the tree whole or not at all: every new text is on disk before the first file is replaced. */
export function writeTree(folder: string, files: Texts): void {
  const made: { temporary: string; path: string; before: string }[] = [];
  try {
    for (const [name, { before, after }] of files) {
      const path = resolve(folder, name);
      if (!path.startsWith(`${resolve(folder)}/`) || lstatSync(path).isSymbolicLink())
        throw new UserError(`--write: ${name} does not stand inside ${folder}`);
      if (readFileSync(path, 'utf8') !== before)
        throw new UserError(`--write: ${name} was changed while the plan was made`, 'Run again.');
      const temporary = join(`${path}.plumbline-${process.pid}`);
      writeFileSync(temporary, after, { mode: statSync(path).mode });
      made.push({ temporary, path, before });
    }
  } catch (error) {
    for (const { temporary } of made) rmSync(temporary, { force: true });
    throw error;
  }
  const replaced: typeof made = [];
  try {
    for (const each of made) {
      renameSync(each.temporary, each.path);
      replaced.push(each);
    }
  } catch (error) {
    for (const { path, before } of replaced) writeFileSync(path, before);
    for (const { temporary } of made) rmSync(temporary, { force: true });
    throw error;
  }
}
