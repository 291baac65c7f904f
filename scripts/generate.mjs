// Everything that is derived: the provider facts, the list of fixable rules, docs/controls, the output in README.md.
//   npm run generate            writes
//   npm run generate -- --check compares, exit code 1 on a difference
import { loadControls } from './bundle.mjs';
import { generateApiVersions } from './generate-api-versions.mjs';
import { generateArm } from './generate-arm.mjs';
import { generateAzurerm3 } from './generate-azurerm3.mjs';
import { generateCrosswalk } from './generate-crosswalk.mjs';
import { generateDocs } from './generate-docs.mjs';
import { generateFacts } from './generate-facts.mjs';
import { generateGuardrailDocs } from './generate-guardrail-docs.mjs';
import { generateLiveDocs } from './generate-live-docs.mjs';
import { generatePatterns } from './generate-patterns.mjs';
import { generatePolicyAssessments } from './generate-policy-assessments.mjs';
import { generatePolicyFacts } from './generate-policy-facts.mjs';
import { generatePolicyWriters } from './generate-policy-writers.mjs';
import { generateReadme } from './generate-readme.mjs';
import { generateRemoteModules } from './generate-remote-modules.mjs';
import { generateRules } from './generate-rules.mjs';
import { generateScanDocs } from './generate-scan-docs.mjs';
import { generateSchema } from './generate-schema.mjs';
import { generateTrivyIds } from './generate-trivy-ids.mjs';

const check = process.argv.includes('--check');
const flags = check ? ['--check'] : [];
/** The sources of the facts are large and not part of this repository; without them the committed file stays. */
function fromSources(generator) {
  try {
    return generator(flags);
  } catch (error) {
    console.log(error.message);
    return 0;
  }
}
const loaded = await loadControls();
process.exitCode = Math.max(
  fromSources(generateFacts),
  fromSources(generateAzurerm3),
  generateArm(loaded, flags),
  generateApiVersions(flags),
  generateCrosswalk(flags),
  generateTrivyIds(flags),
  generatePolicyAssessments(flags),
  await generatePolicyFacts(flags),
  generatePolicyWriters(flags),
  await generateRemoteModules(flags),
  generateRules(flags),
  generateDocs(loaded, check),
  generateScanDocs(loaded, check),
  await generateLiveDocs(loaded, check),
  generateGuardrailDocs(loaded, check),
  generateSchema(loaded, check),
  generatePatterns(check),
  await generateReadme(loaded, flags),
);
