// npm run proof -- FOLDER [options of plumbline plan]: what is gone after the patch, and what is new.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isProven, percent, prove } from './prove.mjs';

const { rules } = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'fixable-rules.json'), 'utf8'));
const [dir, ...planArguments] = process.argv.slice(2);
if (!dir || !statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('usage: npm run proof -- FOLDER [options of plumbline plan]');
  process.exit(2);
}

const proof = await prove(resolve(dir), planArguments, console.log);
const rows = [
  ['findings of rules we know', proof.known],
  ['  of these fixable by the list', proof.counted],
  ['gone', proof.gone],
  ['still there', proof.counted - proof.gone],
  ...Object.entries(proof.left).map(([reason, count]) => [`  ${reason}`, count]),
  ['gone although excluded from the list', proof.goneExcluded],
  ['new findings', proof.fresh.length],
  ['passed checks before → after', proof.passed.join(' → ')],
  ['files changed', proof.files],
  ['bytes changed outside hunks', proof.outside],
  ['terraform validate, errors before → after (stand-in provider)', proof.validated],
  ['files that terraform fmt likes no longer', proof.unformatted],
  ['placeholders', proof.placeholders],
  ['changes of a second run', proof.again],
];
const width = Math.max(...rows.map(([name]) => name.length));
for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value}`);
for (const { rule, resource, file } of proof.fresh.slice(0, 20))
  console.log(`  new: ${rule} on ${resource} in ${file}`);
if (Object.keys(proof.excluded).length) console.log('\nNot counted:');
for (const [rule, count] of Object.entries(proof.excluded).sort())
  console.log(`  ${rule.padEnd(14)} ${String(count).padStart(4)}  ${rules[rule].excluded}`);
console.log(
  `\n${proof.gone} of ${proof.counted} fixable findings gone${proof.counted ? ` (${percent(proof.gone, proof.counted)})` : ''}, ${proof.fresh.length} new.`,
);
process.exitCode = isProven(proof) ? 0 : 1;
