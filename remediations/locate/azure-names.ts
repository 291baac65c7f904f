import { append } from '../../controls/append';
import { importIdForm } from '../../controls/provider/facts';
import { Reference, type Value } from '../../controls/value';
import type { Estate, Located } from './hcl/estate';

/** Names that nobody else in Azure can have: they are part of a host name. */
const GLOBAL = new Set([
  'azurerm_app_service',
  'azurerm_cosmosdb_account',
  'azurerm_function_app',
  'azurerm_iothub',
  'azurerm_key_vault',
  'azurerm_linux_function_app',
  'azurerm_linux_web_app',
  'azurerm_mssql_server',
  'azurerm_mysql_flexible_server',
  'azurerm_postgresql_flexible_server',
  'azurerm_postgresql_server',
  'azurerm_redis_cache',
  'azurerm_storage_account',
  'azurerm_windows_function_app',
  'azurerm_windows_web_app',
]);

const IN_GROUP = /^\/subscriptions\/[^/]+\/resourcegroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/#]+)/i;
const OF_GROUP = /^\/subscriptions\/\{\w+\}\/resourceGroups\/\{\w+\}\/providers\/([^/]+\/[^/]+)\/\{\w+\}$/;

/** `Microsoft.Storage/storageAccounts`, lower case, of a resource type that stands in a resource group by itself. */
const armType = (type: string): string | undefined => OF_GROUP.exec(importIdForm(type) ?? '')?.[1].toLowerCase();

/** Resources in code by their name in Azure: what an id says where no state is at hand. */
export class AzureNames {
  private readonly byName = new Map<string, Located[]>();

  constructor(estate: Estate) {
    for (const { resources, behind } of estate.roots)
      for (const resource of [...resources, ...behind])
        if (typeof resource.attributes.name === 'string')
          append(this.byName, `${resource.type} ${resource.attributes.name.toLowerCase()}`, resource);
  }

  /**
   * Instances of the types that have the name in the id, and are in its resource group. Where the code does not say the group,
   * the name has to be one of those that only one resource in the world can have.
   */
  at(armId: string, types: ReadonlySet<string>): readonly Located[] {
    const [, group, kind, name] = IN_GROUP.exec(armId) ?? [];
    if (!name) return [];
    return [...types]
      .filter((type) => armType(type) === kind.toLowerCase())
      .flatMap((type) =>
        (this.byName.get(`${type} ${name.toLowerCase()}`) ?? []).filter((resource) => {
          const said = groupOf(resource);
          return said === undefined ? GLOBAL.has(type) : said.toLowerCase() === group.toLowerCase();
        }),
      );
  }
}

/** Name of the resource group, as far as the code says it. */
function groupOf({ attributes, root }: Located): string | undefined {
  const said: Value | undefined = attributes.resource_group_name;
  if (typeof said === 'string') return said;
  if (!(said instanceof Reference) || said.suffix || String(said.attribute[0]) !== 'name') return undefined;
  const group = root.around.ofType('azurerm_resource_group').find(({ address }) => address === said.address);
  return typeof group?.attributes.name === 'string' ? group.attributes.name : undefined;
}
