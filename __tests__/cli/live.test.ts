// What plan and check say and write of resources that stand in no code.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everything, plumbline, readText, useCommand, write } from './command';

useCommand();
const example = join(__dirname, '../../examples/azure');
const golden = join(example, 'plan.md');
const given = () => write('scan.json', readFileSync(join(example, 'scan.json')));

test('check leads on to a plan of what is live', () => {
  const { code, out } = plumbline('check', given());
  expect(code).toBe(1);
  expect(out.trimEnd()).toMatch(
    /Next: plumbline plan --live scan\.json --out plumbline-out, or plumbline explain <control>$/,
  );
});

test('without code there is nothing to patch, and the plan leads on to cdktf plan', () => {
  const { code, out } = plumbline('plan', '--live', given(), '--level', '2', '--out', 'plumbline-out');
  expect(code).toBe(0);
  expect(everything()).toEqual([
    'plumbline-out',
    'plumbline-out/plan.html',
    'plumbline-out/plan.json',
    'plumbline-out/plan.md',
    'scan.json',
  ]);
  expect(out).toContain('Written to plumbline-out: plan.md or plan.html to review, plan.json.');
  expect(out.trimEnd()).toMatch(/Next: npx cdktf plan remediation, in the folder of the CDKTF app$/);
  const another = plumbline('plan', '--live', 'scan.json', '--level', '2', '--out', 'plans/today').out;
  expect(another).toContain('Next: PLUMBLINE_PLAN=plans/today/plan.json npx cdktf plan remediation');
  expect(plumbline('plan', '--live', 'scan.json', '--level', '2').out).toContain(
    'Nothing was written: add --out <folder> for plan.md and the stacks.',
  );
});

test('init asks what a plan of the scan asks', () => {
  const { code, out } = plumbline('init', '--live', given(), '--schema');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Wrote plumbline\.yaml and plumbline\.schema\.json: \d+ questions to answer\.\nNext: plumbline plan --live scan\.json --profile plumbline\.yaml --out plumbline-out\n$/,
  );
  plumbline('plan', '--live', 'scan.json', '--level', '2', '--out', 'plan');
  const { questions } = JSON.parse(readText('plan/plan.json')) as { questions: { parameter: string }[] };
  expect(questions.length).toBeGreaterThan(5);
  for (const { parameter } of questions) expect(readText('plumbline.yaml')).toContain(`  # ${parameter}:`);
});

test('as HCL every stack is a folder, beside code or not', () => {
  given();
  write(
    'infra/main.tf',
    'resource "azurerm_resource_group" "shop" {\n  name     = "rg-shop"\n  location = "westeurope"\n}\n',
  );
  const { out } = plumbline(
    ...['plan', '--live', 'scan.json', '--code', 'infra', '--as', 'hcl', '--level', '2', '--out', 'plan'],
  );
  expect(out).toContain(
    'Written to plan: plan.md or plan.html to review, changes.patch for git apply in infra, rollback.patch, plan.json, remediation/, remediation-disruptive/.',
  );
  expect(out).toContain('Next: terraform -chdir=plan/remediation init, and plan');
  expect(everything()).toContain('plan/remediation-disruptive/main.tf');
});

test('what Terraform keeps in the folder of a stack stays when the plan is made again', () => {
  const plan = (...more: readonly string[]) => plumbline('plan', '--live', 'scan.json', '--out', 'plan', ...more);
  given();
  plan('--as', 'hcl', '--level', '2');
  write('plan/remediation/terraform.tfstate', 'the state');
  write('plan/remediation/.terraform/providers', 'x');
  write('plan/remediation-disruptive/tfplan', 'x');
  write('plan/notes.txt', 'mine');
  write('plan/wave-1-in-place.patch', 'of an earlier plan');
  expect(plan('--as', 'hcl', '--level', '2').code).toBe(0);
  expect(readText('plan/remediation/terraform.tfstate')).toBe('the state');
  const kept = ['plan/remediation/.terraform/providers', 'plan/remediation-disruptive/tfplan', 'plan/notes.txt'];
  expect(everything()).toEqual(expect.arrayContaining(kept));
  expect(everything()).not.toContain('plan/wave-1-in-place.patch');
  // Without the form of HCL the stacks go, their state does not.
  expect(plan('--level', '2').code).toBe(0);
  expect(everything()).toContain('plan/remediation/terraform.tfstate');
  expect(everything()).not.toContain('plan/remediation/main.tf');
  expect(everything().filter((name) => name.startsWith('.'))).toEqual([]);
});

test('plan.md of the example shows before and after of every live resource, and who notices', () => {
  plumbline('plan', '--live', example, '--profile', join(example, 'plumbline.yaml'), '--out', 'plan');
  const text = readText('plan/plan.md');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
  const { overlays } = JSON.parse(readText('plan/plan.json')) as { overlays: { overlay: Record<string, string> }[] };
  expect(overlays.length).toBeGreaterThan(50);
  for (const { overlay } of overlays) expect(text).toContain(`${overlay.type}.${overlay.name}`);
});
