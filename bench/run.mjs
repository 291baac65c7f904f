// npm run bench: ratios, not seconds, so that they hold on other machines. Each is the median of several runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEstate } from './estate.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const command = join(here, '../dist/plumbline.js');
const scratch = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
const quick = process.argv.includes('--quick');

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** CPU milliseconds (user and system) of whole processes, and the largest memory in MiB. */
function measure(args, runs) {
  const wrapper = `const{spawnSync}=require('child_process');const r=spawnSync(process.execPath,${JSON.stringify(args)},{stdio:['ignore','ignore','inherit']});const u=process.resourceUsage();console.log(JSON.stringify({status:r.status}))`;
  const times = [];
  let memory = 0;
  for (let i = 0; i < runs; i++) {
    const start = process.hrtime.bigint();
    const { stdout } = spawnSync(process.execPath, ['-e', wrapper], { encoding: 'utf8' });
    if (JSON.parse(stdout).status !== 0) throw new Error(`failed: ${args.join(' ')}`);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  const time =
    existsSync('/usr/bin/time') &&
    spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, ...args], { encoding: 'utf8' });
  if (time && time.status === 0) memory = Number(time.stderr.trim().split('\n').pop()) / 1024;
  const empty = [];
  for (let i = 0; i < 3; i++) {
    const start = process.hrtime.bigint();
    spawnSync(process.execPath, ['-e', '0']);
    empty.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  // The wrapper is a node process of its own.
  return { ms: median(times) - median(empty), memory };
}

const results = [];
const row = (what, value, target, good) => {
  results.push({ what, value, target, good });
  console.log(`${good ? 'ok  ' : 'over'}  ${what.padEnd(62)} ${value.padStart(10)}   target ${target}`);
};
const ratio = (what, value, most) => row(what, `${value.toFixed(2)} ×`, `≤ ${most} ×`, value <= most);

try {
  const bare = measure(['-e', '0'], 9);
  const help = measure([command, '--help'], 9);
  ratio('start: plumbline --help / node -e 0', help.ms / bare.ms, 2.5);

  const sizes = quick ? [100] : [1000, 10000];
  let first;
  for (const files of sizes) {
    const folder = join(scratch, String(files));
    writeEstate(folder, files);
    const floor = measure([join(here, 'floor.mjs'), folder], 3);
    const out = join(scratch, `out-${files}`);
    const plan = measure(
      [command, 'plan', '--findings', join(folder, 'report.json'), '--code', join(folder, 'code'), '--out', out],
      3,
    );
    ratio(`plan, ${files} files and ${files * 10} findings / reading the input`, plan.ms / floor.ms, 4);
    if (files === 1000 && plan.memory)
      row('plan, peak memory', `${plan.memory.toFixed(0)} MiB`, '≤ 400 MiB', plan.memory <= 400);
    if (first) ratio('plan, ten times the work', plan.ms / first.ms, 11);
    first = plan;
  }
  for (const name of ['parser.mjs', 'synth.mjs', 'live.mjs']) {
    const file = join(here, name);
    if (!existsSync(file)) continue;
    const { stdout, status, stderr } = spawnSync(process.execPath, [file, scratch], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    for (const { what, value, at, most, least } of JSON.parse(stdout))
      if (least !== undefined) row(what, `${value.toFixed(2)} ×`, `≥ ${least} ×`, value >= least);
      else ratio(what, value, most ?? at);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (process.argv.includes('--json')) writeFileSync('bench-results.json', JSON.stringify(results, null, 2));
