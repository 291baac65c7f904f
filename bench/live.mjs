// Judging and planning live resources: ten times the estate takes about ten times as long. Copies of the example under names
// of their own, all in one subscription.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const command = join(here, '../dist/plumbline.js');
const folder = process.argv[2];
const example = JSON.parse(readFileSync(join(here, '../examples/azure/scan.json'), 'utf8'));
const isInGroup = ({ id }) => /\/resourcegroups\//i.test(id);
const names = new Set(
  example.objects
    .filter(isInGroup)
    .flatMap(({ id }) => /\/resourcegroups\/([^/]+)(?:\/providers\/[^/]+\/[^/]+\/([^/]+))?/i.exec(id).slice(1))
    .filter((name) => name && name !== 'default'),
);
const pattern = new RegExp(
  [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);

function scanOf(copies) {
  const one = JSON.stringify(example.objects.filter(isInGroup));
  const read = JSON.stringify(example.complete);
  const numbered = (text, i) => JSON.parse(text.replace(pattern, (name) => `${name}${i}`));
  const all = Array.from({ length: copies }, (_, i) => i);
  const file = join(folder, `scan-${copies}.json`);
  writeFileSync(
    file,
    JSON.stringify({
      ...example,
      objects: [...example.objects.filter((object) => !isInGroup(object)), ...all.flatMap((i) => numbered(one, i))],
      complete: [...new Set(all.flatMap((i) => numbered(read, i)))],
    }),
  );
  return file;
}

function seconds(...args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status > 1) throw new Error(stderr.toString());
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const [small, large] = [20, 200].map(scanOf);
const check = (file) => seconds('check', file, '--level', '2');
const plan = (file) => seconds('plan', '--live', file, '--level', '2', '--out', join(folder, `live-${file.length}`));
console.log(
  JSON.stringify([
    { what: 'check of live resources, ten times as many', value: check(large) / check(small), most: 11 },
    { what: 'plan of live resources, ten times as many', value: plan(large) / plan(small), most: 11 },
  ]),
);
