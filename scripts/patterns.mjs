// Checkov on the synthesized JSON of all patterns: every check that fails is explained in docs/patterns.md, and none is
// explained that does not fail. The stacks hold one of every pattern.
//   npm run patterns
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCheckov } from './checkov.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const explained = JSON.parse(readFileSync(join(here, 'pattern-failures.json'), 'utf8'));
const STACKS = ['workload', 'subscription-baseline'];

const failed = new Map();
for (const stack of STACKS) {
  const folder = join(here, '..', 'cdktf.out', 'stacks', stack);
  const { results } = await runCheckov(folder, { framework: 'terraform_json' });
  const json = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8'));
  // Attribute checks leave the type out of a resource's name, graph checks do not.
  const nameOf = ({ resource }) => resource.split('.').pop();
  const looked = new Set([...results.passed_checks, ...results.failed_checks].map(nameOf));
  const passed = new Set(results.passed_checks.map(nameOf));
  const all = Object.entries(json.resource).flatMap(([type, named]) => Object.keys(named).map((name) => [type, name]));
  const seen = all.filter(([, name]) => looked.has(name));
  const bad = seen.filter(([type, name]) => !passed.has(name) && type !== 'azurerm_subnet');
  console.log(
    `${stack}: ${all.length} resources, ${seen.length} of them of types that Checkov has checks for; ${results.passed_checks.length} checks passed, ${results.failed_checks.length} failed`,
  );
  if (bad.length) throw new Error(`passes no check at all: ${bad.map((each) => each.join('.')).join(', ')}`);
  for (const check of results.failed_checks)
    failed.set(check.check_id, [...(failed.get(check.check_id) ?? []), check.resource]);
}
const silent = [...failed].filter(([rule]) => !explained[rule]);
const stale = Object.keys(explained).filter((rule) => !failed.has(rule));
for (const [rule, resources] of silent)
  console.error(`not explained in docs/patterns.md: ${rule} on ${resources.join(', ')}`);
for (const rule of stale) console.error(`explained, but it does not fail: ${rule}`);
if (silent.length || stale.length) process.exitCode = 1;
else console.log(`Every failed check is explained: ${[...failed.keys()].sort().join(', ')}`);
