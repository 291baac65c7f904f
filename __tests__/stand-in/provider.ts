// The stand-in provider: answers Terraform's calls from the provider facts and a few seeded objects.
// It proves names, types, blocks, references and the shape of a plan. It knows nothing of Azure.
import { attributesOf, importIdForm, knownTypes, type Major } from '../../controls/provider/facts';
import { dataSourceBlock, dataSourceState, dataSourceTypes } from './data-sources';
import { isValues, pack, unpack, type Value, type Values } from './msgpack';
import { appliedBlock, plannedBlock, replacements } from './plan';
import { type Diagnostic, protocolPath } from './protocol';
import { type ProviderName, providerBlock } from './provider-block';
import { type Block, resourceBlock, schemaMessage } from './schema';
import { problems } from './validate';
import { wholeValue } from './values';

interface Dynamic {
  readonly msgpack: Buffer;
}
/** The fields of all requests; each call has some of them. */
export interface Request {
  readonly type_name: string;
  readonly id: string;
  readonly config: Dynamic;
  readonly prior_state: Dynamic;
  readonly planned_state: Dynamic;
  readonly current_state: Dynamic;
  readonly raw_state: { readonly json: Buffer };
  readonly private?: Buffer;
}
export type Calls = Readonly<Record<string, (request: Request) => object>>;

export interface StandInOptions {
  /** Objects that exist already, by import id; `type:id` where several types share an id. Snake case, as in state. */
  readonly seed?: Readonly<Record<string, Values>>;
  /** Which major of the provider to stand in for; 4 when absent. */
  readonly version?: Major;
}

const dynamic = (value: Value): Dynamic => ({ msgpack: pack(value) });
const failed = (summary: string, detail?: string): { diagnostics: Diagnostic[] } => ({
  diagnostics: [{ severity: 1, summary, detail }],
});

/** The calls of protocol 6 by name. */
export function standIn({ seed = {}, version = 4 }: StandInOptions, provider: ProviderName): Calls {
  const own = knownTypes().filter((type) => type.startsWith(`${provider}_`) && attributesOf(type, version).size > 0);
  const resources = new Map(own.map((type) => [type, resourceBlock(type, version)]));
  const sources = provider === 'azurerm' ? dataSourceTypes : [];
  const dataSources = new Map(sources.map((type) => [type, dataSourceBlock(type, version)]));
  const blockOf = (type: string): Block => {
    const block = resources.get(type);
    if (!block) throw new Error(`the stand-in for ${provider} does not know ${type}`);
    return block;
  };
  const capabilities = { server_capabilities: { plan_destroy: true } };
  const names = (types: Iterable<string>) => [...types].map((type_name) => ({ type_name }));
  const schemas = (blocks: ReadonlyMap<string, Block>) =>
    Object.fromEntries([...blocks].map(([type, block]) => [type, schemaMessage(block)]));

  return {
    GetMetadata: () => ({
      ...capabilities,
      resources: names(resources.keys()),
      data_sources: names(dataSources.keys()),
    }),
    GetProviderSchema: () => ({
      ...capabilities,
      provider: schemaMessage(providerBlock(provider)),
      resource_schemas: schemas(resources),
      data_source_schemas: schemas(dataSources),
    }),
    ValidateProviderConfig: () => ({}),
    ConfigureProvider: () => ({}),
    StopProvider: () => ({}),
    ValidateDataResourceConfig: () => ({}),
    ValidateResourceConfig: ({ type_name, config }) => {
      const values = unpack(config.msgpack);
      return { diagnostics: isValues(values) ? problems(blockOf(type_name), values) : [] };
    },
    UpgradeResourceState: ({ type_name, raw_state }) => {
      const state = JSON.parse(raw_state.json.toString('utf8')) as Values;
      return { upgraded_state: dynamic(wholeValue(blockOf(type_name), state, false)) };
    },
    // Nothing drifts here: what was applied or seeded is what there is.
    ReadResource: ({ current_state, private: kept }) => ({ new_state: current_state, private: kept }),
    PlanResourceChange: ({ type_name, prior_state, config }) => {
      const block = blockOf(type_name);
      const wanted = unpack(config.msgpack);
      const prior = unpack(prior_state.msgpack);
      if (!isValues(wanted)) return { planned_state: dynamic(null) };
      const before = isValues(prior) ? prior : null;
      const planned = plannedBlock(block, before, wanted);
      const replaced = before ? replacements(block, before, planned) : [];
      // The provider has the legacy type system: defaults may differ from what the configuration says.
      return {
        planned_state: dynamic(planned),
        requires_replace: replaced.map(protocolPath),
        legacy_type_system: true,
      };
    },
    ApplyResourceChange: ({ type_name, planned_state }) => {
      const planned = unpack(planned_state.msgpack);
      if (!isValues(planned)) return { new_state: dynamic(null) };
      const applied = appliedBlock(blockOf(type_name), planned);
      const id = typeof planned.id === 'string' ? planned.id : madeUpId(type_name, applied);
      return { new_state: dynamic({ ...applied, id }), legacy_type_system: true };
    },
    ImportResourceState: ({ type_name, id }) => {
      const object = seed[`${type_name}:${id}`] ?? seed[id];
      if (!object) return failed(`the stand-in has no object with this import id`, id);
      const state = { ...wholeValue(blockOf(type_name), object, true), id };
      return { imported_resources: [{ type_name, state: dynamic(state) }] };
    },
    ReadDataSource: ({ type_name, config }) => {
      const block = dataSources.get(type_name);
      const wanted = unpack(config.msgpack);
      if (!block || !isValues(wanted)) return failed(`the stand-in does not serve this data source`, type_name);
      return { state: dynamic(dataSourceState(type_name, block, wanted, seed)) };
    },
  };
}

/** The import id's form filled in where the resource says enough, else a name that is plainly made up. */
function madeUpId(type: string, values: Values): string {
  const known: Record<string, Value | undefined> = {
    subscriptionId: '00000000-0000-0000-0000-000000000000',
    subscription: '00000000-0000-0000-0000-000000000000',
    resourceGroupName: values.resource_group_name,
    resourceGroup: type === 'azurerm_resource_group' ? values.name : values.resource_group_name,
    userAssignedIdentitie: values.name,
    vnet: values.virtual_network_name,
    nsg: values.network_security_group_name,
    scope: values.scope,
    targetResourceId: values.target_resource_id,
    name: values.name,
  };
  let complete = true;
  const id = (importIdForm(type) ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = known[name];
    if (typeof value !== 'string') complete = false;
    return String(value);
  });
  const parent = [values.storage_account_id, values.key_vault_id, values.subnet_id].find((v) => typeof v === 'string');
  return complete ? id : `${parent ?? '/stand-in'}/${type}/${values.name ?? 'default'}`;
}
