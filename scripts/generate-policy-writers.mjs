// Writes remediations/azure/policy-writers.json: built-in definitions of Azure Policy that change resources by themselves
// (Modify) or put others beside them (DeployIfNotExists), with the aliases that they are about.
// Reads azure-policy-builtin.json, made from Azure/azure-policy@f4a50bac, MIT (folder as argument, PLUMBLINE_MAPS, or
// ../shared/maps), and controls/provider/arm.json for the types that our controls are about.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../remediations/azure/policy-writers.json');
const source = 'azure-policy-builtin.json';

/** What definitions deploy beside or below a resource, as far as controls ask for it. */
const DEPLOYED = new Set([
  'microsoft.dbforpostgresql/flexibleservers/configurations',
  'microsoft.insights/activitylogalerts',
  'microsoft.insights/diagnosticsettings',
  'microsoft.network/networkwatchers/flowlogs',
  'microsoft.security/pricings',
  'microsoft.security/servervulnerabilityassessmentssettings',
  'microsoft.security/settings',
]);
const EFFECTS = { modify: 'modify', deployifnotexists: 'deploy' };

/** The type in front of an alias: `Microsoft.Storage/storageAccounts/minimumTlsVersion` */
const typeOf = (alias) => alias.slice(0, alias.lastIndexOf('/')).toLowerCase();

/** One line for each definition, sorted. */
export function policyWritersText(folder) {
  const policies = JSON.parse(readFileSync(join(folder, source), 'utf8'));
  const { types } = JSON.parse(readFileSync(join(here, '../controls/provider/arm.json'), 'utf8'));
  const known = new Set(Object.values(types).map(({ arm }) => arm.toLowerCase()));
  const lines = Object.entries(policies).flatMap(
    ([id, { displayName, effects = [], aliases = [], types: of = [] }]) => {
      const effect = effects.map((each) => EFFECTS[each.toLowerCase()]).find(Boolean);
      const own = aliases.filter((alias) => known.has(typeOf(alias))).sort();
      const deployed = [...new Set(own.map(typeOf))].filter((type) => DEPLOYED.has(type));
      const about = effect === 'modify' ? own : deployed;
      // Many say the type in their name alone.
      const all = [...of, ...(displayName.match(/microsoft\.\w+(\/\w+)+/gi) ?? [])].map((type) => type.toLowerCase());
      const targets = [...new Set(all)].filter((type) => known.has(type));
      if (!effect || !about.length) return [];
      // Logs of something that no control is about.
      if (deployed.includes('microsoft.insights/diagnosticsettings') && !targets.length) return [];
      const line = {
        name: displayName,
        effect,
        about,
        ...(effect === 'deploy' && targets.length ? { of: targets } : {}),
      };
      return [`  "${id.toLowerCase()}": ${JSON.stringify(line)}`];
    },
  );
  return `{\n${lines.sort().join(',\n')}\n}\n`;
}

/** Writes the file, or with `--check` compares it. Returns the exit code. */
export function generatePolicyWriters(args) {
  const given = args.find((each) => !each.startsWith('--')) ?? process.env.PLUMBLINE_MAPS;
  const folder = given ?? join(here, '../../shared/maps');
  if (!existsSync(join(folder, source))) {
    console.log('remediations/azure/policy-writers.json: skipped, its source is not here');
    return 0;
  }
  const text = policyWritersText(folder);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('remediations/azure/policy-writers.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}
