// Writes controls/crosswalk.json: the numbers that recommendations of CIS 3.0.0 have in other versions of the benchmark.
// Reads crosswalk.json (folder as argument, PLUMBLINE_BASELINE, or ../shared/baseline).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../controls/crosswalk.json');

/** One line a recommendation; versions without a counterpart are left out. */
export function crosswalkText(folder) {
  const { _about, ...numbers } = JSON.parse(readFileSync(join(folder, 'crosswalk.json'), 'utf8'));
  const lines = Object.entries(numbers).map(([number, others]) => {
    const known = Object.entries(others).filter(([, found]) => found.length > 0);
    return `  ${JSON.stringify(number)}: ${JSON.stringify(Object.fromEntries(known))}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Writes the file, or with `--check` compares it. Returns the exit code. */
export function generateCrosswalk(args) {
  const given = args.find((each) => !each.startsWith('--')) ?? process.env.PLUMBLINE_BASELINE;
  const folder = given ?? join(here, '../../shared/baseline');
  if (!existsSync(join(folder, 'crosswalk.json'))) {
    console.log('controls/crosswalk.json: skipped, its source is not here');
    return 0;
  }
  const text = crosswalkText(folder);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('controls/crosswalk.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}
