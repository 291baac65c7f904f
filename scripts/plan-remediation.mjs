// npm run plan:remediation: synthesizes once, then lets Terraform plan every remediation stack and holds each plan against
// plan.json. Nothing is applied. Needs Terraform on PATH and credentials for Azure.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const STACKS = 'cdktf.out/stacks';
const given = process.argv.slice(2).find((each) => !each.startsWith('-'));
const planFile = given ?? process.env.PLUMBLINE_PLAN ?? 'plumbline-out/plan.json';

/** Ends with words where a program could not even start. */
function run(program, args, options = {}) {
  const {
    status,
    stdout = '',
    error,
  } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
  if (error) throw new Error(error.code === 'ENOENT' ? `${program} is not on PATH` : error.message);
  return { status, stdout };
}

/** @returns the table row of a stack: its name, what Terraform counts, and whether plan.json is proven */
function planned(stack) {
  const terraform = (...args) => run('terraform', [`-chdir=${join(STACKS, stack)}`, ...args]);
  const failed = (step) => ({ stack, counts: `terraform ${step} failed`, code: 2 });
  if (terraform('init', '-input=false', '-no-color').status !== 0) return failed('init');
  const { status, stdout } = terraform('plan', '-input=false', '-no-color', '-out=tfplan');
  process.stdout.write(`\n=== ${stack}\n${stdout}`);
  if (status !== 0) return failed('plan');
  // The plan holds what Azure keeps secret, so that it goes from one program to the other and not to a file.
  const { stdout: json } = terraform('show', '-json', 'tfplan');
  const verify = ['dist/plumbline.js', 'verify', '--plan', '-', '--against', planFile, '--stack', stack];
  const proof = run(process.execPath, verify, { input: json, stdio: ['pipe', 'pipe', 'inherit'] });
  process.stdout.write(`${proof.stdout}\n`);
  const counts = /^Plan: (.*)\.$/m.exec(stdout)?.[1] ?? 'no changes';
  return { stack, counts, code: proof.status === 0 ? 0 : 1 };
}

function main() {
  if (!existsSync(planFile))
    throw new Error(
      `${planFile}: no such file\nMake it with plumbline plan --live, or name another: npm run plan:remediation -- FILE`,
    );
  const { ledger = [] } = JSON.parse(readFileSync(planFile, 'utf8'));
  const stacks = [...new Set(ledger.map(({ overlay }) => overlay.stack ?? 'remediation'))].sort();
  if (!stacks.length) throw new Error(`${planFile}: nothing in it stands in no code`);
  const synth = run(process.execPath, ['dist/main.js'], { env: { ...process.env, PLUMBLINE_PLAN: planFile } });
  if (synth.status !== 0) return synth.status;
  const rows = stacks.map(planned);
  const width = Math.max(...rows.map(({ stack }) => stack.length));
  const verdict = ['proven', 'NOT PROVEN', 'FAILED'];
  for (const { stack, counts, code } of rows)
    console.log(`${stack.padEnd(width)}  ${verdict[code].padEnd(10)}  ${counts}`);
  return Math.max(...rows.map(({ code }) => code));
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
