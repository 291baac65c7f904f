import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors';
import { readReport } from '../findings/read';
import { SKIPPED, SYNTHESIZED } from '../locate/hcl/tree';

/** A file that turned out to be the report of a scanner. */
export interface FoundReport {
  readonly path: string;
  readonly format: string;
  readonly findings: number;
}

/** How deep, how many files, and how large: it is a look around, not a search. */
const [DEPTH, MOST, LARGEST] = [2, 100, 50 << 20];

/** Reports of scanners that lie in a folder, told by their shape. */
export function findReports(folder: string): FoundReport[] {
  return candidates(folder, 0)
    .slice(0, MOST)
    .flatMap((path) => {
      try {
        const { format, findings } = readReport(readFileSync(path), path);
        return findings.length ? [{ path, format, findings: findings.length }] : [];
      } catch (error) {
        if (error instanceof UserError || (error as NodeJS.ErrnoException).code) return [];
        throw error;
      }
    });
}

const isSkipped = (name: string): boolean => SKIPPED.has(name) || name === SYNTHESIZED;

function candidates(folder: string, depth: number): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth < DEPTH && !isSkipped(entry.name) ? candidates(path, depth + 1) : [];
    if (!entry.isFile() || !/\.(json|sarif|csv)$/i.test(entry.name)) return [];
    if (/\.tf\.json$|^(package(-lock)?|tsconfig|plan|cdktf)\.json$/i.test(entry.name)) return [];
    return statSync(path).size <= LARGEST ? [path] : [];
  });
}

/** Files by which a scanner is set up. */
const SET_UP: Readonly<Record<string, readonly string[]>> = {
  checkov: ['.checkov.yaml', '.checkov.yml', '.checkov.baseline'],
  trivy: ['trivy.yaml', '.trivyignore', '.trivyignore.yaml'],
  kics: ['kics.config', 'kics.yaml', 'kics.config.yaml'],
  prowler: ['mutelist.yaml'],
};

/** Scanners that somebody has set up here, as plumbline suppress calls them. */
export const scannersSetUp = (...folders: readonly string[]): string[] =>
  Object.entries(SET_UP).flatMap(([scanner, files]) =>
    files.some((name) => folders.some((folder) => existsSync(join(folder, name)))) ? [scanner] : [],
  );
