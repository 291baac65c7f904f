// Parts of the product as they are written now, not as they were built last, for scripts that derive something from them.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** Bundles the exports named in `contents` (TypeScript, relative to the repository) and loads them. */
async function load(contents) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-generate-'));
  const outfile = join(folder, 'bundle.cjs');
  const stdin = { contents, resolveDir: repository, loader: 'ts' };
  const options = { bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'error' };
  try {
    await build({ stdin, outfile, ...options });
    return require(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The controls, what says them in words, the formats of reports, and what is read of Azure. */
export const loadControls = () =>
  load(`
    export { cisNumbers } from './controls/benchmarks';
    export { default as crosswalk } from './controls/crosswalk.json';
    export { controls } from './controls/index';
    export { guardrails } from './controls/guardrails/initiative';
    export { expectedText } from './controls/accept';
    export { wanted } from './controls/reading';
    export { ruleOf } from './controls/control';
    export { SECTIONS, sectionOf } from './controls/sections';
    export { terraformName } from './controls/provider/names';
    export { valueText } from './controls/value';
    export { childrenOf, parentTypes, subscriptionLists, tenantObjects } from './remediations/azure/children';
    export { notRead } from './remediations/azure/not-read';
    export { asJson } from './remediations/cli/controls';
    export { formats } from './remediations/findings/formats';
    export { parameters } from './remediations/profile/parameters';
    export { profileSchema } from './remediations/profile/schema';`);

/** What judges and plans live resources. */
export const loadLive = () =>
  load(`
    export { armTypes } from './controls/provider/arm';
    export { asLiveReport, checkScan, liveGroups } from './remediations/azure/check-scan';
    export { verdicts } from './remediations/check';
    export { readEstate } from './remediations/locate/hcl/estate';
    export { LiveEstate } from './remediations/overlay/live-estate';
    export { readProfile } from './remediations/profile/profile';
    export { remediate } from './remediations/remediate';`);

/** The parser of HCL, the controls and the facts about azurerm. */
export const loadHcl = () =>
  load(`
    export { parse } from './remediations/hcl/parse';
    export { controls } from './controls/index';
    export { attributesOf, knownTypes } from './controls/provider/facts';
    export { fromConstraint } from './remediations/locate/hcl/provider-version';`);

/** Which built-in definitions of Azure Policy stand for a control. */
export const loadGuardrailTable = () => load(`export { BUILT_IN } from './controls/guardrails/built-in';`);
