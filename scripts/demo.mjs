// npm run demo: the main job on the example, from two reports to patches. Needs Node and what npm installed.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const out = 'plumbline-out';

/** What the demo runs; README.md shows its output. */
export const demoArguments = [
  'plan',
  '--findings',
  'examples/checkov-report.json',
  'examples/live-findings.sarif',
  '--code',
  'examples/estate',
  '--profile',
  'examples/plumbline.yaml',
  '--out',
  out,
];

function demo() {
  process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
  console.log(`$ plumbline ${demoArguments.join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, ['dist/plumbline.js', ...demoArguments], { stdio: 'inherit' });
  if (error || status !== 0) {
    console.error(error?.message ?? `plumbline plan ended with exit code ${status}.`);
    return status || 1;
  }
  console.log(`
Look at:
  ${out}/plan.md              what changes, why, what it means, and what is left
  ${out}/plan.html            the same for a browser, filtered by section, owner, impact
  ${out}/changes.patch        everything at once
  ${out}/wave-*.patch         the same in two steps, the harmless one first
  ${out}/rollback.patch       the way back
  ${out}/plan.json            all of it, for programs (docs/plan-file.md)

Try next (plumbline stands for: node dist/plumbline.js):
  git apply --stat --directory=examples/estate ${out}/changes.patch
  plumbline check --level 2 examples/estate
  plumbline explain CKV_AZURE_44
  npx cdktf plan remediation     (what stands in no code; needs Terraform and Azure credentials)`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = demo();
