// Which Checkov rules count as fixable in `npm run proof`: decided by the catalogue of recommendations, not by us.
// Reads cis-azure-3.0.0.json (folder as argument, PLUMBLINE_BASELINE, or ../shared/baseline), writes fixable-rules.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, 'fixable-rules.json');

/** Where a rule does not ask what its recommendation asks. Source: the notes of the catalogue. */
const oldApps =
  'wants a version that is out of support, of azurerm_app_service: deprecated in azurerm 4.x, gone in 5.x';
const quirks = {
  CKV_AZURE_3: 'reads the azurerm 3.x name, so it cannot fail on 4.x code',
  CKV_AZURE_13: 'ignores auth_settings_v2, and sign-in needs an identity provider that only the owner has',
  CKV_AZURE_33: 'knows only the deprecated inline queue_properties block, not diagnostic settings',
  CKV_AZURE_81: oldApps,
  CKV_AZURE_82: oldApps,
  CKV_AZURE_83: oldApps,
  CKV_AZURE_111: 'soft delete is always on since azurerm 3.0, so it cannot fail',
  CKV2_AZURE_10: 'the extension needs settings of the owner, and Defender for Servers usually deploys it',
  CKV2_AZURE_20:
    'wants azurerm_log_analytics_storage_insights, not the diagnostic setting that the recommendation asks for',
  CKV2_AZURE_21:
    'wants azurerm_log_analytics_storage_insights, not the diagnostic setting that the recommendation asks for',
};

/** Operators of the catalogue that name a value to write. */
const valued = new Set([
  'equals',
  'equalsIgnoreCase',
  'in',
  'gt',
  'gte',
  'inOrGt',
  'lte',
  'contains',
  'containsAll',
  'containsAny',
  'containsToken',
  'subsetOf',
]);

function verdict({ id, terraform }) {
  const desired = terraform.desired;
  if (terraform.feasible === 'no') return 'Terraform cannot do it';
  if (desired.some((each) => each.irreversible)) return 'irreversible: planned only with --allow irreversible';
  if (desired.some((each) => each.forceNew) && desired.every((each) => each.operator !== 'references'))
    return 'replaces the resource: planned only with --allow replaces';
  if (id === '7.3' || id === '7.4') return 'who may connect is a question to the owner';
  if (desired.every((each) => valued.has(each.operator) || each.operator === 'notIn')) return undefined;
  return 'needs an answer of the owner: an expiry date, a key, a subnet';
}

/** The list as JSON text, from the catalogue in `folder`. */
export function rulesText(folder) {
  const rules = {};
  for (const recommendation of JSON.parse(readFileSync(join(folder, 'cis-azure-3.0.0.json'), 'utf8'))) {
    for (const rule of recommendation.scanners.checkov) {
      const excluded = quirks[rule] ?? verdict(recommendation);
      const known = rules[rule];
      rules[rule] = { cis: [...(known?.cis ?? []), recommendation.id], ...(excluded ? { excluded } : {}) };
    }
  }
  const sorted = Object.fromEntries(
    Object.entries(rules).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
  );
  return `${JSON.stringify({ source: 'catalogue of CIS Microsoft Azure Foundations 3.0.0, see NOTICE', rules: sorted }, null, 2)}\n`;
}

/** Writes the list, or with `--check` compares it. Returns the exit code. */
export function generateRules(args) {
  const folder =
    args.find((each) => !each.startsWith('--')) ??
    process.env.PLUMBLINE_BASELINE ??
    join(here, '../../shared/baseline');
  if (!existsSync(join(folder, 'cis-azure-3.0.0.json'))) {
    console.log('fixable-rules.json: skipped, the catalogue is not here');
    return 0;
  }
  const text = rulesText(folder);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('scripts/fixable-rules.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = generateRules(process.argv.slice(2));
