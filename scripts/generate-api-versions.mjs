// Writes remediations/azure/api-versions.json: the API version by which each type of Azure's objects is read. A child that
// is not named has that of its parent.
// Reads arm-mapping.json, made from terraform-provider-azurerm 4.55 and the type definitions of terraform-provider-azapi
// (folder as argument, PLUMBLINE_FACTS, or ../shared/azurerm).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../remediations/azure/api-versions.json');
const source = 'arm-mapping.json';

/** Types that no attribute of azurerm is mapped to, by the reference of Azure's REST API. */
const FURTHER = {
  'Microsoft.Authorization/policyDefinitions': '2021-06-01',
  'Microsoft.Authorization/policyExemptions': '2022-07-01-preview',
  'Microsoft.Authorization/policySetDefinitions': '2021-06-01',
  'Microsoft.Devices/IotHubs': '2023-06-30',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Network/loadBalancers': '2025-01-01',
  'Microsoft.Network/networkInterfaces': '2025-01-01',
  'Microsoft.Network/virtualNetworkGateways': '2025-01-01',
  'Microsoft.Network/privateDnsZones': '2024-06-01',
  'Microsoft.Resources/resourceGroups': '2021-04-01',
  'Microsoft.Resources/subscriptions': '2022-12-01',
  'Microsoft.Security/iotSecuritySolutions': '2019-08-01',
  'Microsoft.Subscription/policies': '2021-10-01',
};

/** One line for each type, sorted. */
export function apiVersionsText(folder) {
  const { resources } = JSON.parse(readFileSync(join(folder, source), 'utf8'));
  const versions = new Map(Object.entries(FURTHER));
  for (const { arm_type: type, provider_4_55_api_version: provider, api_version: version } of Object.values(
    resources,
  )) {
    // Some versions stand with a remark behind them.
    const found = /^\d{4}-\d\d-\d\d(-preview)?/.exec(provider ?? version ?? '')?.[0];
    // Two types of azurerm may stand for one of Azure: the later version knows more of it.
    if (found && found > (versions.get(type) ?? '')) versions.set(type, found);
  }
  const lines = [...versions].map(([type, version]) => `  "${type}": "${version}"`).sort();
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Writes the file, or with `--check` compares it. Returns the exit code. */
export function generateApiVersions(args) {
  const given = args.find((each) => !each.startsWith('--')) ?? process.env.PLUMBLINE_FACTS;
  const folder = given ?? join(here, '../../shared/azurerm');
  if (!existsSync(join(folder, source))) {
    console.log('remediations/azure/api-versions.json: skipped, its source is not here');
    return 0;
  }
  const text = apiVersionsText(folder);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('remediations/azure/api-versions.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}
