import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import type { StorageAccountNetworkRulesAConfig } from '@cdktf/provider-azurerm/lib/storage-account-network-rules';
import { companion, controlsFor, includes, oneOf, orAbsent } from './control';
import { privateEndpoint } from './private-endpoint';

const control = controlsFor<StorageAccountConfig>('azurerm_storage_account');

/** Any service will do; a new endpoint leads to the one that the kind of account surely has. */
const endpoint = (service: string, when: object) =>
  privateEndpoint(service, ['a storage service', /^(blob|file|queue|table|dfs|web)(_secondary)?$/i], when);

/** Who reaches an account over the network, CIS 4.6 to 4.9. */
export const storageAccountNetwork = [
  control({
    id: 'storage-no-public-network',
    title: 'Storage accounts are closed to public networks',
    why: 'An endpoint that the internet cannot reach cannot be attacked with a leaked key from there.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '4.6' },
    want: { publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Only private endpoints reach the account afterwards; firewall rules no longer count.',
        'Terraform itself loses the data plane (containers, queues, shares) unless it runs inside the network.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_59'],
      kics: ['a5613650-32ec-4975-a305-31af783153ea'],
      prowler: ['storage_account_public_network_access_disabled'],
      'azure-policy': ['b2982f36-99f2-4db5-8eff-283140c09693'],
      powerpipe: ['cis_v300_4_6', 'storage_account_block_public_access'],
    },
  }),
  control({
    id: 'storage-firewall-deny',
    title: 'The storage firewall refuses what no rule admits',
    why: 'With the default Allow every network reaches the account, rules or not.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '4.7' },
    want: { networkRules: { defaultAction: 'Deny' } },
    companions: [
      companion<StorageAccountNetworkRulesAConfig>('azurerm_storage_account_network_rules', {
        refersBy: 'storage_account_id',
        want: { defaultAction: 'Deny' },
      }),
    ],
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients outside the listed addresses and subnets lose access: list them first.',
        'Terraform itself loses the data plane unless its address is listed.',
      ],
      with: ['storage-trusted-services'],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_35', differs: 'Says nothing about an account without any network rules.' }],
      trivy: ['AZU-0012', 'azure-storage-default-action-deny'],
      kics: ['17f75827-0684-48f4-8747-61129c7e4198'],
      prowler: ['storage_default_network_access_rule_is_denied'],
      'azure-policy': ['34c877ad-507e-4c82-993e-3452a6e0ad3c', '2a1a9cdf-e04d-429a-8416-3bfb72a1b26f'],
      defender: ['ad4f3ff1-30eb-5042-16ed-27198f640b8d'],
      powerpipe: ['cis_v300_4_7', 'storage_account_default_network_access_rule_denied'],
    },
  }),
  control({
    id: 'storage-trusted-services',
    title: 'Trusted Azure services pass the storage firewall',
    why: 'Backup, logging and Defender stop working on a closed account that does not admit them.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '4.8' },
    // Azure admits trusted services where nothing is said.
    want: { networkRules: { bypass: orAbsent(includes('AzureServices')) } },
    companions: [
      companion<StorageAccountNetworkRulesAConfig>('azurerm_storage_account_network_rules', {
        refersBy: 'storage_account_id',
        want: { bypass: orAbsent(includes('AzureServices')) },
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: [
        'Services on Microsoft’s list of trusted services may reach the account with their own permissions.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_36'],
      trivy: ['AZU-0010', 'azure-storage-allow-microsoft-service-bypass'],
      kics: ['5400f379-a347-4bdd-a032-446465fdcc6f'],
      prowler: ['storage_ensure_azure_services_are_trusted_to_access_is_enabled'],
      'azure-policy': ['c9d007d0-c057-4772-b18c-01e546713bcd'],
      powerpipe: ['cis_v300_4_8', 'storage_account_trusted_microsoft_services_enabled'],
    },
  }),
  control({
    id: 'storage-private-endpoint',
    title: 'Storage accounts are reached over private endpoints',
    why: 'Traffic stays on the private network and the name resolves to a private address.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '4.9' },
    companions: [
      endpoint('blob', { accountKind: oneOf('StorageV2', 'BlobStorage', 'BlockBlobStorage', 'Storage') }),
      endpoint('file', { accountKind: 'FileStorage' }),
    ],
    fix: {
      impact: 'in-place',
      consequences: ['Names resolve to the private address only where the private DNS zone is linked.'],
      cost: 'A private endpoint is billed by the hour and by the gigabyte.',
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV2_AZURE_33'],
      prowler: ['storage_ensure_private_endpoints_in_storage_accounts'],
      'azure-policy': ['6edd7eda-6dd8-40f7-810d-67160c639cd9'],
      defender: ['cdc78c07-02b0-4af0-1cb2-cb7c672a8b0a'],
      powerpipe: ['cis_v300_4_9', 'storage_account_uses_private_link'],
    },
  }),
  control({
    id: 'storage-no-local-users',
    title: 'Storage accounts without SFTP have no local users',
    why: 'A local user has a password or a key of its own, which no rule of Entra reaches.',
    severity: 'medium',
    level: 2,
    cis: {},
    // Local users are how SFTP signs in.
    when: { sftpEnabled: false },
    want: { localUserEnabled: false },
    fix: {
      impact: 'in-place',
      consequences: ['Local users that exist can no longer sign in; without SFTP they cannot today.'],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_244', differs: 'Fails accounts with SFTP too, which needs local users.' }],
    },
  }),
];
