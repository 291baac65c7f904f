import type { CosmosdbAccountConfig } from '@cdktf/provider-azurerm/lib/cosmosdb-account';
import { controlsFor } from './control';
import { cosmosdbAccountNetwork } from './cosmosdb-account-network';
import { NO_SQL } from './cosmosdb-api';
import { either, holds } from './three-answers';
import { Unknown } from './value';

const control = controlsFor<CosmosdbAccountConfig>('azurerm_cosmosdb_account');

/** CIS 5.4.1 to 5.4.3, and what scanners ask beyond it. */
export const cosmosdbAccount = [
  ...cosmosdbAccountNetwork,
  control({
    id: 'cosmosdb-entra-only',
    title: 'Cosmos DB accounts refuse keys: who reads or writes has an Entra identity and a role',
    why: 'A key opens everything in the account, names nobody and works until it is regenerated.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '5.4.3' },
    // Other APIs have nothing but keys, or ignore the setting.
    when: NO_SQL,
    want: { localAuthenticationDisabled: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Keys and connection strings stop working at once: every application needs a managed identity first.',
        'Give each identity a role for data with azurerm_cosmosdb_sql_role_assignment; roles on the subscription do not count.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_140'],
      prowler: ['cosmosdb_account_use_aad_and_rbac'],
      'azure-policy': ['5450f5bd-9c72-4390-a9c4-a7aba4edfdd2'],
      powerpipe: ['cis_v300_5_4_3'],
    },
  }),
  control({
    id: 'cosmosdb-no-public-network',
    title: 'Cosmos DB accounts are closed to public networks',
    why: 'A key that leaks opens nothing where the account cannot be reached.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Only private endpoints reach the account afterwards; listed addresses and subnets no longer count.',
        'The data explorer of the portal works from inside the network only.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_101'],
      prowler: ['cosmosdb_account_public_network_access_disabled'],
      'azure-policy': ['797b37f7-06b8-444c-b1ad-fc62867f335a'],
    },
  }),
  control({
    id: 'cosmosdb-no-metadata-by-key',
    title: 'Keys of Cosmos DB accounts cannot change databases, containers and throughput',
    why: 'An application that reads and writes data needs no right to drop a container.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { accessKeyMetadataWritesEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Applications and tools that create containers or change throughput with a key fail; Terraform does it through Azure Resource Manager and does not.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_132'], 'azure-policy': ['4750c32b-89c0-46af-bfcb-2e4541a818d5'] },
  }),
  control({
    id: 'cosmosdb-customer-managed-key',
    title: 'Cosmos DB accounts encrypt their data with a key of your own',
    why: 'Whoever holds the key can end all reading at once, whoever runs the account.',
    severity: 'low',
    level: 2,
    onRequest: 'The benchmark leaves it to the owner of the data: a key of your own has to be kept and paid for.',
    cis: {},
    inspect: ({ attributes }) => {
      const own = either(holds(attributes, ['key_vault_key_id']), holds(attributes, ['managed_hsm_key_id']));
      if (own instanceof Unknown) return own;
      return own ? [] : [{ path: ['key_vault_key_id'], found: undefined, expected: 'the id of a key of your own' }];
    },
    fix: {
      impact: 'replaces',
      consequences: [
        'With azurerm a key can only be chosen at creation: an account that is there would be deleted with all its data.',
        'When the key or the right to use it is gone, the data cannot be read any more.',
      ],
      cost: 'Key Vault bills operations with the key.',
      advice:
        'For a new account write key_vault_key_id, the id without a version of a key in a vault with purge protection that Azure Cosmos DB may wrap and unwrap with. Give an account that exists the same key in Azure first (az cosmosdb update --key-uri), then write it and see that Terraform plans no replacement.',
      restores: 'no',
    },
    aliases: { checkov: [{ rule: 'CKV_AZURE_100', differs: 'Does not know keys in a managed HSM.' }] },
  }),
];
