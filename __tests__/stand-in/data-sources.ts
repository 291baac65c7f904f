// A few data sources: the client, and types that are looked up by name. They answer with a seeded object of that name,
// else with the name and a made-up id; nothing about Azure follows from them.
import type { Major } from '../../controls/provider/facts';
import type { Value, Values } from './msgpack';
import { type Attribute, type Block, resourceBlock } from './schema';
import { wholeValue } from './values';

const nobody = '00000000-0000-0000-0000-000000000000';
/** What is the current one, without being looked up by name. */
const current: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  azurerm_client_config: {
    client_id: nobody,
    id: nobody,
    object_id: nobody,
    subscription_id: nobody,
    tenant_id: nobody,
  },
  azurerm_subscription: {
    display_name: 'stand-in',
    id: `/subscriptions/${nobody}`,
    subscription_id: nobody,
    tenant_id: nobody,
  },
};
const lookups: Readonly<Record<string, readonly string[]>> = {
  azurerm_key_vault: ['name', 'resource_group_name'],
  azurerm_log_analytics_workspace: ['name', 'resource_group_name'],
  azurerm_network_security_group: ['name', 'resource_group_name'],
  azurerm_resource_group: ['name'],
  azurerm_storage_account: ['name', 'resource_group_name'],
  azurerm_subnet: ['name', 'resource_group_name', 'virtual_network_name'],
  azurerm_user_assigned_identity: ['name', 'resource_group_name'],
  azurerm_virtual_network: ['name', 'resource_group_name'],
};

export const dataSourceTypes: readonly string[] = [...Object.keys(current), ...Object.keys(lookups)];

/** The names to look up are required, everything else is an answer. */
export function dataSourceBlock(type: string, major: Major): Block {
  const attributes = new Map<string, Attribute>();
  if (type in current) {
    for (const name of Object.keys(current[type]))
      attributes.set(name, { type: 'string', facts: { type: 'String', computed: true } });
    return { attributes, blocks: new Map() };
  }
  const resource = resourceBlock(type, major);
  for (const [name, { type: json, facts }] of resource.attributes) {
    if (facts.writeOnly) continue;
    const { type: kind, sensitive } = facts;
    const wanted = lookups[type].includes(name);
    attributes.set(name, {
      type: json,
      facts: { type: kind, sensitive, ...(wanted ? { required: true } : { computed: true }) },
    });
  }
  return { attributes, blocks: new Map([...resource.blocks].filter(([name]) => name === 'timeouts')) };
}

/** @param seeds objects by import id */
export function dataSourceState(
  type: string,
  block: Block,
  config: Values,
  seeds: Readonly<Record<string, Values>>,
): Values {
  if (type in current) return current[type];
  const wanted = lookups[type];
  const found = Object.entries(seeds).find(([, seed]) => wanted.every((name) => seed[name] === config[name]));
  const [id, seed]: [string, Values] = found ?? [
    `/stand-in/${type}/${wanted.map((name) => config[name]).join('/')}`,
    {},
  ];
  const state: Record<string, Value> = { ...wholeValue(block, seed, false), ...onlyGiven(config), id };
  if (block.attributes.has('location')) state.location ??= 'westeurope';
  return state;
}

function onlyGiven(config: Values): Values {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null));
}
