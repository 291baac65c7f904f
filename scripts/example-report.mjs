// Writes examples/checkov-report.json: what a plain `checkov -d . -o json` in examples/estate prints, whole.
// Only one thing is rewritten: absolute paths get the folder of a build server, so that the file says the same anywhere.
//
//   node scripts/example-report.mjs
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCheckov, pinned } from './checkov.mjs';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');
const estate = join(examples, 'estate');

const { command, version } = await findCheckov();
if (version !== pinned)
  throw new Error(`The report is made with Checkov ${pinned}, but checkov on PATH is ${version}.`);
// Exit code 1 says that there are findings, which is what this example is about.
const { status, stdout, stderr } = spawnSync(command[0], [...command.slice(1), '-d', '.', '-o', 'json'], {
  cwd: estate,
  encoding: 'utf8',
  env: { ...process.env, CKV_SKIP_PACKAGE_UPDATE_CHECK: 'true', LOG_LEVEL: 'ERROR', PYTHONHASHSEED: '0' },
  maxBuffer: 1 << 28,
});
if (status > 1 || !stdout.trimStart().startsWith('{')) throw new Error(`Checkov ended with ${status}.\n${stderr}`);
const text = stdout.replaceAll(estate, '/builds/shop/infra');
writeFileSync(join(examples, 'checkov-report.json'), `${text.trimEnd()}\n`);
console.log(`${JSON.parse(text).summary.failed} failed checks of Checkov ${version}`);
