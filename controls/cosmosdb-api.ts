import type { CosmosdbAccountConfig } from '@cdktf/provider-azurerm/lib/cosmosdb-account';
import { type Desired, orAbsent, such } from './control';
import { isList, isObject, type Value } from './value';

/** What an account speaks is chosen by its kind, and by a capability for all but NoSQL and MongoDB. */
const OTHER_APIS = ['EnableCassandra', 'EnableGremlin', 'EnableTable', 'EnableMongo'];

const names = (capabilities: Value): Value[] =>
  (isList(capabilities) ? capabilities : [capabilities]).map((each) => (isObject(each) ? each.name : each));

export const MONGODB: Desired<CosmosdbAccountConfig> = { kind: 'MongoDB' };

export const withCapability = (capability: string): Desired<CosmosdbAccountConfig> => ({
  kind: 'GlobalDocumentDB',
  capabilities: such(`the capability ${capability}`, (found) => names(found).includes(capability)),
});

export const NO_SQL: Desired<CosmosdbAccountConfig> = {
  kind: 'GlobalDocumentDB',
  capabilities: orAbsent(
    such('no capability of another API', (found) =>
      names(found).every((name) => typeof name === 'string' && !OTHER_APIS.includes(name)),
    ),
  ),
};
