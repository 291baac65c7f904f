// Writes controls/policy-assessments.json: the key of Defender's recommendation by the built-in policy that feeds it, where
// the definition of the policy says so.
// Reads azure-policy-builtin.json, made from Azure/azure-policy@f4a50bac, MIT (folder as argument, PLUMBLINE_MAPS, or
// ../shared/maps).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../controls/policy-assessments.json');
const source = 'azure-policy-builtin.json';

/** One line for each policy, in lower case, sorted. */
export function policyAssessmentsText(folder) {
  const policies = JSON.parse(readFileSync(join(folder, source), 'utf8'));
  const lines = Object.entries(policies)
    .filter(([, { defenderAssessmentKey }]) => defenderAssessmentKey)
    .map(
      ([policy, { defenderAssessmentKey }]) => `  "${policy.toLowerCase()}": "${defenderAssessmentKey.toLowerCase()}"`,
    )
    .sort();
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Writes the file, or with `--check` compares it. Returns the exit code. */
export function generatePolicyAssessments(args) {
  const given = args.find((each) => !each.startsWith('--')) ?? process.env.PLUMBLINE_MAPS;
  const folder = given ?? join(here, '../../shared/maps');
  if (!existsSync(join(folder, source))) {
    console.log('controls/policy-assessments.json: skipped, its source is not here');
    return 0;
  }
  const text = policyAssessmentsText(folder);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('controls/policy-assessments.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}
