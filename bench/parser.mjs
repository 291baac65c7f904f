// Our HCL parser against @cdktf/hcl2json, the parser of HashiCorp in WebAssembly, on the same files.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = process.argv[2];
const outfile = join(folder ?? tmpdir(), 'parse.cjs');
await build({
  entryPoints: ['remediations/hcl/parse.ts'],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile,
  logLevel: 'error',
});
const require = createRequire(import.meta.url);
const { parse } = require(outfile);
const oracle = require('@cdktf/hcl2json');

const texts = readdirSync('examples', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.tf'))
  .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'));

async function time(run, rounds) {
  const values = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    for (const text of texts) await run(text);
    const { user, system } = process.cpuUsage(start);
    values.push(user + system);
  }
  return values.sort((a, b) => a - b)[rounds >> 1];
}

const ours = await time((text) => parse(text), 41);
const theirs = await time((text) => oracle.parse('file.tf', text), 11);
console.log(
  JSON.stringify([{ what: 'HCL: @cdktf/hcl2json / our parser, the same files', value: theirs / ours, least: 10 }]),
);
