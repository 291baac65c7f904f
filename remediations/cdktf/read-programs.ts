import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Estate } from '../locate/hcl/estate';
import { APP_FILE } from '../locate/hcl/tree';
import { Program, type ProgramFile } from './program';

/** Never entered: what is no code of the app, or no code that it runs. */
const SKIPPED = /^(node_modules|cdktf\.out|dist|coverage|__tests__|tests?|\..*)$/;
const SOURCE = /\.[mc]?tsx?$/;
const NO_SOURCE = /\.(d|test|spec)\.[mc]?tsx?$/;
const LARGEST = 2 * 1024 * 1024;
const MOST_FILES = 5000;

/** The app that wrote each synthesized document of a tree, by the document's path. */
export function readPrograms(estate: Estate, base: string): ReadonlyMap<string, Program> {
  const apps = new Map<string, Program>();
  const programs = new Map<string, Program>();
  for (const { path, stack } of estate.files) {
    const root = stack === undefined ? undefined : appOf(resolve(base, dirname(path)));
    if (root === undefined) continue;
    const program = apps.get(root) ?? new Program(sources(root, resolve(base)));
    apps.set(root, program);
    programs.set(path, program);
  }
  return programs;
}

/** The nearest folder above with a `cdktf.json`. */
function appOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, APP_FILE))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** TypeScript below the root of an app, with paths from `base` where it lies above, else from the app. */
function sources(root: string, base: string): ProgramFile[] {
  const shown = root === base || root.startsWith(base + sep) ? base : root;
  const files: ProgramFile[] = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined && files.length < MOST_FILES; folder = pending.pop())
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.test(entry.name)) pending.push(path);
      if (!entry.isFile() || !SOURCE.test(entry.name) || NO_SOURCE.test(entry.name)) continue;
      if (statSync(path).size > LARGEST) continue;
      files.push({ path: relative(shown, path).split(sep).join('/'), text: readFileSync(path, 'utf8') });
    }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
