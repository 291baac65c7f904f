import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../../errors';
import type { File } from '../../hcl/ast';
import { parse } from '../../hcl/parse';
import { decode, lineStarts, type Position, position } from '../../hcl/text';
import { jsonFile } from './json-syntax';
import { stackOf } from './synthesized';

/** One file of the tree. `path` is relative to the root of the tree, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Absent when the file does not parse. */
  readonly syntax?: File;
  /** `file:line:column: what is wrong`. */
  readonly error?: string;
  /** JSON syntax is read, never edited. */
  readonly json: boolean;
  /** The stack of CDK for Terraform whose output it is: changes belong into the code of the stack. */
  readonly stack?: string;
  /** Not of the tree: a variable of the shell, which nobody can edit. */
  readonly ofShell?: true;
  lines?: readonly number[];
}

/** Never entered: caches, build output, other people's modules. */
export const SKIPPED = new Set(['.terraform', '.git', 'node_modules', '.venv', '.terragrunt-cache']);

/** What CDK for Terraform writes: output, entered only when it is asked for. */
export const SYNTHESIZED = 'cdktf.out';

/** What makes a folder an app of CDK for Terraform. */
export const APP_FILE = 'cdktf.json';

const KIND = /(\.tf|\.tf\.json|\.tfvars|\.tfvars\.json|^\.terraform\.lock\.hcl)$/;
const LARGEST_FILE = 32 * 1024 * 1024;

export const positionAt = (file: SourceFile, offset: number): Position => {
  file.lines ??= lineStarts(file.text);
  return position(file.lines, offset);
};
export const lineAt = (file: SourceFile, offset: number): number => positionAt(file, offset).line;

/** Reads one file's text into a tree. */
export function sourceFile(path: string, text: string | undefined): SourceFile {
  const json = path.endsWith('.json');
  if (text === undefined) return { path, text: '', json, error: `${path}: not UTF-8 text` };
  const parsed = json ? jsonFile(text) : parse(text);
  if (parsed.ok) {
    const stack = json ? stackOf(parsed.file) : undefined;
    return { path, text, json, syntax: parsed.file, ...(stack ? { stack } : {}) };
  }
  const { line, column, message } = parsed.error;
  return { path, text, json, error: `${path}:${line}:${column}: ${message}` };
}

function readOne(root: string, path: string): SourceFile {
  const bytes = readFileSync(join(root, path));
  if (bytes.length <= LARGEST_FILE) return sourceFile(path, decode(bytes));
  return { path, text: '', json: false, error: `${path}: larger than ${LARGEST_FILE >> 20} MiB, not read` };
}

/**
 * Terraform files below `root` (a folder, or one `.tf` / `.tf.json` file), sorted by path. Symbolic links are not
 * followed, so that nothing outside the folder is read or written.
 * @param synthesized also what apps of CDK for Terraform below wrote
 */
export function readTree(root: string, synthesized = false): readonly SourceFile[] {
  const start = resolve(root);
  const stat = statSync(start, { throwIfNoEntry: false });
  if (!stat) throw new UserError(`${root}: no such file or folder`);
  if (!stat.isDirectory()) {
    const name = start.slice(start.lastIndexOf('/') + 1);
    if (!KIND.test(name))
      throw new UserError(`${root}: not a Terraform file`, 'Give a folder, or a file that ends in .tf or .tf.json.');
    return [sourceFile(name, decode(readFileSync(start)))];
  }
  const files: SourceFile[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = readdirSync(join(start, folder), { withFileTypes: true });
    const isApp = synthesized && entries.some(({ name }) => name === APP_FILE);
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (entry.name === SYNTHESIZED ? isApp : !SKIPPED.has(entry.name)) pending.push(path);
      } else if (entry.isFile() && KIND.test(entry.name)) {
        files.push(readOne(start, path));
      }
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
