import { inAzure } from './arm-id';
import type { Draft } from './draft';
import type { Severity, Subject } from './finding';
import type { Format } from './format';
import { at, compact, list, record, text, textAt } from './json';

/**
 * ScoutSuite's results, `scoutsuite_results_….js`: a rule lists the paths of what it flagged, and what stands at the path says
 * the name and the resource group, never the id.
 */
export const scoutsuite: Format = {
  name: 'scoutsuite',
  title: 'ScoutSuite, `scout azure`: `scoutsuite_results_….js`',
  shape: '`services` with `last_run`',
  recognises: ({ json }) => record(at(json, 'services')) !== undefined && at(json, 'last_run') !== undefined,
  read({ json }, draft) {
    const services = record(at(json, 'services')) ?? {};
    const isAzure = (textAt(json, 'provider_code') ?? 'azure').toLowerCase() === 'azure';
    for (const service of Object.values(services))
      for (const [rule, found] of Object.entries(record(at(service, 'findings')) ?? {}))
        if (isAzure) readRule(text(rule), found, services, draft);
        else draft.ignore('not-azure', list(at(found, 'items')).length);
  },
};

const LEVELS: ReadonlyMap<string | undefined, Severity> = new Map([
  ['danger', 'high'],
  ['warning', 'medium'],
]);

function readRule(rule: string | undefined, found: unknown, services: unknown, draft: Draft): void {
  for (const item of list(at(found, 'items'))) {
    const path = text(item);
    if (rule === undefined || path === undefined) draft.ignore('unreadable');
    else
      draft.add(
        compact({
          scanner: 'scoutsuite' as const,
          rule,
          subject: subjectOf(path.split('.'), services),
          message: textAt(found, 'description') ?? rule,
          severity: LEVELS.get(textAt(found, 'level')),
        }),
      );
  }
}

/** Types in Azure, by service and collection. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['acr.registries', 'Microsoft.ContainerRegistry/registries'],
  ['appservice.web_apps', 'Microsoft.Web/sites'],
  ['keyvault.vaults', 'Microsoft.KeyVault/vaults'],
  ['mysqldatabase.servers', 'Microsoft.DBforMySQL/servers'],
  ['network.network_interfaces', 'Microsoft.Network/networkInterfaces'],
  ['network.security_groups', 'Microsoft.Network/networkSecurityGroups'],
  ['network.virtual_networks', 'Microsoft.Network/virtualNetworks'],
  ['postgresqldatabase.servers', 'Microsoft.DBforPostgreSQL/servers'],
  ['postgresqlflexibledatabase.servers', 'Microsoft.DBforPostgreSQL/flexibleServers'],
  ['sqldatabase.servers', 'Microsoft.Sql/servers'],
  ['storageaccounts.storage_accounts', 'Microsoft.Storage/storageAccounts'],
  ['virtualmachines.disks', 'Microsoft.Compute/disks'],
  ['virtualmachines.instances', 'Microsoft.Compute/virtualMachines'],
]);

/** `storageaccounts.subscriptions.<id>.storage_accounts.<hash>.https_traffic_enabled`; deeper parts are of the resource. */
function subjectOf(path: readonly string[], services: unknown): Subject {
  const [service, scope, subscription, collection] = path;
  if (scope !== 'subscriptions' || subscription === undefined) return {};
  const type = TYPES.get(`${service}.${collection}`);
  const resource = at(services, ...path.slice(0, 5));
  const [group, name] = [textAt(resource, 'resource_group_name'), textAt(resource, 'name')];
  if (!type || !group || !name || `${group}${name}`.includes('/')) return inAzure(undefined, subscription);
  return inAzure(`/subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${name}`, undefined);
}
