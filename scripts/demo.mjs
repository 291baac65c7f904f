// npm run demo: the main job on the example, from a report to patches. Needs Node and what npm installed.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const out = 'plumbline-out';
const args = ['plan', '--findings', 'examples/checkov-report.json', '--code', 'examples/estate'];
args.push('--profile', 'examples/plumbline.yaml', '--out', out);

console.log(`$ plumbline ${args.join(' ')}\n`);
const { status, error } = spawnSync(process.execPath, ['dist/plumbline.js', ...args], { stdio: 'inherit' });
if (error || status !== 0) {
  console.error(error?.message ?? `plumbline plan ended with exit code ${status}.`);
  process.exit(status || 1);
}

console.log(`
Look at:
  ${out}/plan.md              what changes, why, what it means, and what is left
  ${out}/changes.patch        everything at once
  ${out}/wave-*.patch         the same in two steps, the harmless one first
  ${out}/rollback.patch       the way back
  ${out}/plan.json            all of it, for programs (docs/plan-file.md)

Try next (plumbline stands for: node dist/plumbline.js):
  git apply --stat --directory=examples/estate ${out}/changes.patch
  plumbline plan --findings examples/checkov-report.json --code examples/estate \\
    --profile examples/plumbline.yaml --parameter clientNetworks=198.51.100.0/24
  plumbline check --level 2 examples/estate
  plumbline explain CKV_AZURE_44`);
