// What docs/scan.md derives: what is read below which type, and what is not, from remediations/azure/.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { between, code, row } from './markdown.mjs';

const page = join(dirname(fileURLToPath(import.meta.url)), '../docs/scan.md');

function scanText({ childrenOf, parentTypes, subscriptionLists, tenantObjects, notRead }) {
  const paths = (children) => children.map(({ path }) => code(path.replace(/^providers\//, ''))).join(', ');
  const read = [
    row('Of', 'Read'),
    row('---', '---'),
    row('the tenant', paths(tenantObjects)),
    row('a subscription', paths(subscriptionLists)),
    // Without a kind nothing is left out.
    ...[...parentTypes].sort().map((type) => row(code(type), paths(childrenOf({ id: '/', name: '', type })))),
  ];
  const left = [row('Not read', 'Why'), row('---', '---'), ...notRead.map(({ what, why }) => row(what, why))];
  return between(between(readFileSync(page, 'utf8'), 'read', read.join('\n')), 'not-read', left.join('\n'));
}

/** Writes the page, or compares it. @returns the exit code */
export function generateScanDocs(loaded, check) {
  const text = scanText(loaded);
  if (!check) {
    writeFileSync(page, text);
    return 0;
  }
  if (readFileSync(page, 'utf8') === text) return 0;
  console.error('docs/scan.md shows what is no longer real: npm run generate');
  return 1;
}
