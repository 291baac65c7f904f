// Writes controls/guardrails/policy-facts.json: which fields rules of Azure Policy may name, and what assignments of the built-in
// definitions need that stand for a control.
// Reads a checkout of Azure/azure-policy at the commit below, MIT (folder as argument, or PLUMBLINE_AZURE_POLICY).
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMIT = 'f4a50bac';
const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../controls/guardrails/policy-facts.json');

/** Types that no resource of Terraform with a control has, and that rules look for. */
const FURTHER = ['microsoft.insights/diagnosticsettings', 'microsoft.dbformysql/flexibleservers/configurations'];

const nameIn = (text) => text.match(/"Microsoft\.[A-Za-z]+\/[^"\s']+"|'Microsoft\.[A-Za-z]+\/[^"\s']+'/g) ?? [];

/** A line for each alias and each definition, sorted. */
function policyFactsText(folder, builtIn) {
  const { types } = JSON.parse(readFileSync(join(here, '../controls/provider/arm.json'), 'utf8'));
  const known = [...new Set([...Object.values(types).map(({ arm }) => arm.toLowerCase()), ...FURTHER])];
  const aliases = new Map();
  const definitions = new Map();
  const below = join(folder, 'built-in-policies/policyDefinitions');
  for (const name of readdirSync(below, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.json')) continue;
    const { name: id, properties } = JSON.parse(readFileSync(join(below, name), 'utf8').replace(/^\uFEFF/, ''));
    for (const quoted of nameIn(JSON.stringify(properties.policyRule))) {
      const alias = quoted.slice(1, -1);
      // Behind the type, one step: `Microsoft.Storage/storageAccounts/networkAcls.bypass`; children have aliases of their own.
      if (known.some((type) => alias.toLowerCase().startsWith(`${type}/`)) && !aliases.has(alias.toLowerCase()))
        aliases.set(alias.toLowerCase(), alias);
    }
    if (builtIn.has(id)) definitions.set(id, factsOf(properties));
  }
  const missing = [...builtIn].filter((id) => !definitions.has(id));
  if (missing.length) throw new Error(`no built-in definition ${missing.join(', ')} in ${folder}`);
  const lines = (entries) => entries.sort().join(',\n');
  return `{
"source": "Azure/azure-policy@${COMMIT}, MIT",
"aliases": [
${lines([...aliases.values()].map((alias) => `  ${JSON.stringify(alias)}`))}
],
"definitions": {
${lines([...definitions].map(([id, facts]) => `  ${JSON.stringify(id)}: ${JSON.stringify(facts)}`))}
}
}
`;
}

function factsOf({ displayName, metadata, policyRule, parameters = {}, mode }) {
  const chosenBy = /^\[parameters\('(\w+)'\)\]$/i.exec(policyRule.then.effect)?.[1];
  const name = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const effects = chosenBy
    ? [...new Set(parameters[chosenBy].allowedValues.map(name))]
    : [name(policyRule.then.effect)];
  // Some keep a parameter `effect` that nothing reads any more.
  const others = Object.entries(parameters).flatMap(([each, { defaultValue = null }]) =>
    each === chosenBy ? [] : [[each, defaultValue]],
  );
  return {
    name: displayName,
    version: metadata.version,
    mode,
    effects,
    ...(chosenBy === undefined ? { fixed: true } : chosenBy === 'effect' ? {} : { chosenBy }),
    ...(others.length ? { parameters: Object.fromEntries(others) } : {}),
  };
}

/** Writes the file, or with `--check` compares it. Returns the exit code. */
export async function generatePolicyFacts(args) {
  const folder = args.find((each) => !each.startsWith('--')) ?? process.env.PLUMBLINE_AZURE_POLICY;
  if (!folder || !existsSync(join(folder, 'built-in-policies'))) {
    console.log(
      `${args.includes('--check') ? 'skipped: ' : ''}controls/guardrails/policy-facts.json has no source folder here (argument or PLUMBLINE_AZURE_POLICY)`,
    );
    return 0;
  }
  const { loadGuardrailTable } = await import('./bundle.mjs');
  const { BUILT_IN } = await loadGuardrailTable();
  const builtIn = new Set(Object.values(BUILT_IN).flatMap((all) => all.map(({ id }) => id)));
  const text = policyFactsText(folder, builtIn);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('controls/guardrails/policy-facts.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await generatePolicyFacts(process.argv.slice(2));
