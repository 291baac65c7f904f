import type { CosmosdbAccountConfig } from '@cdktf/provider-azurerm/lib/cosmosdb-account';
import { type Ask, controlsFor, type Deviation } from './control';
import { MONGODB, NO_SQL, withCapability } from './cosmosdb-api';
import { privateEndpoint } from './private-endpoint';
import { read } from './reading';
import type { Surroundings } from './surroundings';
import { isAbsent, isList, Reference, type Resource, Unknown, type Value } from './value';

const control = controlsFor<CosmosdbAccountConfig>('azurerm_cosmosdb_account');

const CLIENTS: Ask = {
  parameter: 'cosmosClientAddresses',
  question: 'From which public addresses (IP addresses or CIDR ranges) do clients reach Cosmos DB accounts?',
  type: 'list',
};

/** In the filter it stands for every service in Azure, of whatever customer. */
const isOpen = (entry: Value) => typeof entry === 'string' && entry.trim().startsWith('0.0.0.0');
const unreadable = (value: Value | undefined): Unknown | undefined =>
  value instanceof Reference
    ? new Unknown(`taken from ${value.address}`)
    : value instanceof Unknown
      ? value
      : undefined;

/** Closed to the internet, or open to listed addresses and subnets only. */
function chosenNetworks(resource: Resource, { version }: Surroundings): readonly Deviation[] | Unknown {
  const setting = (name: string) => read(resource, [name], version).value;
  const isPublic = setting('public_network_access_enabled');
  if (String(isPublic) === 'false') return [];
  const filter = setting('is_virtual_network_filter_enabled');
  const addresses = setting('ip_range_filter');
  const entries = isList(addresses) ? addresses : [];
  const blind = unreadable(addresses) ?? entries.find((entry) => entry instanceof Unknown);
  const open = entries.some(isOpen);
  const unfiltered = !unreadable(filter) && String(filter) !== 'true';
  if (!unfiltered && !open) return unreadable(filter) ?? blind ?? [];
  const blindAccess = unreadable(isPublic);
  if (blindAccess) return blindAccess;
  const listed = blind ? undefined : entries.filter((entry) => !isOpen(entry));
  return [
    ...(unfiltered ? [filterOn(filter)] : []),
    ...addressesOf(addresses, { open, listed, hasSubnets: hasBlocks(resource.attributes.virtual_network_rule) }),
  ];
}

const hasBlocks = (value: Value | undefined) =>
  !isAbsent(value) && !(value instanceof Unknown) && !(isList(value) && !value.length);

const filterOn = (found: Value | undefined): Deviation => ({
  path: ['is_virtual_network_filter_enabled'],
  found,
  expected: 'true',
  set: true,
});

interface Admitted {
  readonly open: boolean;
  /** Addresses that stay; undefined where one of them cannot be read. */
  readonly listed: readonly Value[] | undefined;
  readonly hasSubnets: boolean;
}

/** With nothing left in the list the account would be closed to all: the owner says who comes in. */
function addressesOf(found: Value | undefined, { open, listed, hasSubnets }: Admitted): Deviation[] {
  const suffices = hasSubnets || Boolean(listed?.length);
  if (!open && suffices) return [];
  const expected = open ? 'no 0.0.0.0' : 'the addresses of the clients';
  const deviation = { path: ['ip_range_filter'], found, expected };
  if (!listed) return [deviation];
  return [suffices ? { ...deviation, set: listed } : { ...deviation, ask: CLIENTS, keep: [] }];
}

/** The sub-resource of an endpoint is the API that the account speaks. */
const endpoint = (service: string, when: object) =>
  privateEndpoint(
    service,
    ['an API of Cosmos DB', /^(sql|sqldedicated|mongodb|cassandra|gremlin|table|analytical)$/i],
    when,
  );

/** CIS 5.4.1 and 5.4.2. */
export const cosmosdbAccountNetwork = [
  control({
    id: 'cosmosdb-chosen-networks',
    title: 'Cosmos DB accounts admit chosen networks only',
    why: 'An account that answers everybody is protected by its keys alone.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '5.4.1' },
    asks: [CLIENTS],
    inspect: chosenNetworks,
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients outside the listed addresses and subnets are cut off, services in Azure and the data explorer of the portal among them.',
        'The change takes Azure ten minutes or more.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [
        {
          rule: 'CKV_AZURE_99',
          differs: 'Fails a filter without any rule, which admits nobody; does not look for 0.0.0.0.',
        },
      ],
      kics: ['c2a3efb6-8a58-481c-82f2-bfddf34bb4b7'],
      prowler: ['cosmosdb_account_firewall_use_selected_networks'],
      'azure-policy': ['862e97cf-49fc-4a5c-9de4-40d4e2e7c8eb'],
      defender: ['276b1952-c364-852b-11e5-657f0fa34dc6'],
      powerpipe: ['cis_v300_5_4_1', 'cosmosdb_account_virtual_network_filter_enabled'],
    },
  }),
  control({
    id: 'cosmosdb-private-endpoint',
    title: 'Cosmos DB accounts are reached over private endpoints',
    why: 'Traffic stays on the private network and the name resolves to a private address.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '5.4.2' },
    companions: [
      endpoint('Sql', NO_SQL),
      endpoint('MongoDB', MONGODB),
      endpoint('Cassandra', withCapability('EnableCassandra')),
      endpoint('Gremlin', withCapability('EnableGremlin')),
      endpoint('Table', withCapability('EnableTable')),
    ],
    fix: {
      impact: 'in-place',
      consequences: ['Names resolve to the private address only where the private DNS zone is linked.'],
      cost: 'A private endpoint is billed by the hour and by the gigabyte.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['cosmosdb_account_use_private_endpoints'],
      'azure-policy': ['58440f8a-10c5-4151-bdce-dfbaad4a20b7'],
      powerpipe: ['cis_v300_5_4_2', 'cosmosdb_account_uses_private_link'],
    },
  }),
];
