// examples/baseline/baseline.md: the document of the example's baseline, as plumbline baseline docs writes it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand } from './bundle.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(repository, 'examples/baseline/baseline.md');
const DAY = '2026-11-27';

/** Writes the document, or compares it. @returns the exit code */
export async function generateBaseline(check) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-baseline-'));
  try {
    const out = join(folder, 'baseline');
    const read = ['--code', 'examples/estate', '--profile', 'examples/plumbline.yaml'];
    const args = [await bundleCommand(folder), 'baseline', 'docs', ...read, '--today', DAY, '--out', out];
    execFileSync(process.execPath, args, { cwd: repository });
    const text = readFileSync(join(out, 'baseline.md'), 'utf8');
    if (!check) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      return 0;
    }
    if (existsSync(target) && readFileSync(target, 'utf8') === text) return 0;
    console.error('examples/baseline/baseline.md is not what the command writes: run npm run generate');
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
