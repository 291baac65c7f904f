import type { MonitorDiagnosticSettingConfig } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import type { PrivateEndpointConfig } from '@cdktf/provider-azurerm/lib/private-endpoint';
import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import type { StorageAccountCustomerManagedKeyAConfig } from '@cdktf/provider-azurerm/lib/storage-account-customer-managed-key';
import type { StorageAccountNetworkRulesAConfig } from '@cdktf/provider-azurerm/lib/storage-account-network-rules';
import type { StorageAccountQueuePropertiesAConfig } from '@cdktf/provider-azurerm/lib/storage-account-queue-properties';
import { privateEndpoint, WORKSPACE } from './asks';
import { atLeast, blocks, companion, controlsFor, includes, oneOf, present, such } from './control';
import { seconds } from './duration';

const control = controlsFor<StorageAccountConfig>('azurerm_storage_account');
const hasBlobs = { accountKind: oneOf('StorageV2', 'BlobStorage', 'BlockBlobStorage', 'Storage') };

const logging = (service: string) =>
  companion<MonitorDiagnosticSettingConfig>('azurerm_monitor_diagnostic_setting', {
    refersBy: 'target_resource_id',
    suffix: `/${service}Services/default`,
    want: {
      enabledLog: blocks(
        ...['StorageRead', 'StorageWrite', 'StorageDelete'].map((category): Record<string, string>[] => [
          { category },
          { category_group: 'audit' },
          { category_group: 'allLogs' },
        ]),
      ),
    },
    add: { label: `${service}-logs`, attributes: { name: `${service}-logs`, log_analytics_workspace_id: WORKSPACE } },
  });
const logged = {
  severity: 'medium',
  level: 2,
  fix: {
    impact: 'in-place',
    consequences: ['Every request is logged: a busy account writes a lot.'],
    cost: 'Log Analytics bills each gigabyte that is ingested.',
    restores: 'yes',
  },
} as const;

export const storageAccount = [
  control({
    id: 'storage-https-only',
    title: 'Storage accounts refuse plain HTTP',
    why: 'Without encryption in transit, keys, tokens and data can be read on the way.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '4.1' },
    want: { httpsTrafficOnlyEnabled: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients that use http:// and SMB clients without encryption stop connecting; NFS shares cannot be used.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_3', differs: 'Reads the azurerm 3.x name, so it passes on 4.x code whatever it says.' },
      ],
      trivy: ['AZU-0008', 'azure-storage-enforce-https'],
      kics: ['12944ec4-1fa0-47be-8b17-42a034f937c2'],
      prowler: ['storage_secure_transfer_required_is_enabled'],
      'azure-policy': ['404c3081-a854-4457-ae30-26a93ef643f9'],
      defender: ['1c5de8e1-f68d-6a17-e0d2-ec259c42768c'],
      powerpipe: ['cis_v300_4_1', 'storage_account_secure_transfer_required_enabled'],
    },
  }),
  control({
    id: 'storage-infrastructure-encryption',
    title: 'Storage accounts encrypt twice, the second time in the infrastructure',
    why: 'A second layer with another key keeps data sealed if one algorithm or key falls.',
    severity: 'low',
    level: 2,
    cis: { 'v3.0.0': '4.2' },
    want: { infrastructureEncryptionEnabled: true },
    fix: {
      impact: 'replaces',
      consequences: [
        'It can only be chosen at creation: Terraform deletes the account with all its data and makes a new one.',
      ],
      restores: 'no',
    },
    aliases: {
      trivy: ['AZU-0061', 'azure-storage-infrastructure-encryption-enabled'],
      prowler: ['storage_infrastructure_encryption_is_enabled'],
      'azure-policy': ['4733ea7b-a883-42fe-8cac-97454c2a9e4a'],
      powerpipe: ['cis_v300_4_2', 'storage_account_infrastructure_encryption_enabled'],
    },
  }),
  control({
    id: 'storage-key-rotation-reminder',
    title: 'Storage accounts remind their owners to rotate the access keys',
    why: 'A key that nobody is told about is a key that nobody rotates.',
    severity: 'low',
    level: 1,
    cis: { 'v3.0.0': '4.3' },
    manual: {
      why: 'The azurerm provider has no attribute for properties.keyPolicy.keyExpirationPeriodInDays; azapi can set it.',
      steps: 'In the portal: storage account, Access keys, Set rotation reminder, 90 days or less.',
      evidence: 'The value of properties.keyPolicy.keyExpirationPeriodInDays of each account, from Resource Graph.',
      every: 'year',
    },
    aliases: {
      'azure-policy': ['044985bb-afe1-42cd-8a36-9d5d42424537'],
      powerpipe: ['cis_v300_4_3', 'storage_account_key_rotation_reminder_enabled'],
    },
  }),
  control({
    id: 'storage-key-rotation',
    title: 'Storage access keys are regenerated every 90 days',
    why: 'Whoever copied a key keeps full access until it is regenerated.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '4.4' },
    manual: {
      why: 'Regenerating a key is an operation, not a setting. Accounts with shared keys switched off need none.',
      steps:
        'Regenerate key2, move every client to it, then regenerate key1; or set shared_access_key_enabled = false.',
      evidence: 'keyCreationTime of both keys of each account, or allowSharedKeyAccess = false.',
      every: '90 days',
    },
    aliases: { prowler: ['storage_key_rotation_90_days'], powerpipe: ['cis_v300_4_4'] },
  }),
  control({
    id: 'storage-sas-expiry',
    title: 'Shared access signatures that live longer than an hour are logged or blocked',
    why: 'A signature cannot be revoked on its own: the shorter it lives, the less a leaked one is worth.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '4.5' },
    want: {
      sasPolicy: {
        expirationPeriod: such(
          'at most one hour ("00.01:00:00")',
          (period) => typeof period === 'string' && seconds(period) <= 3600,
          '00.01:00:00',
        ),
      },
    },
    fix: {
      impact: 'in-place',
      consequences: [
        'Signatures that break the policy are logged, not refused; signatures already issued stay valid.',
        'A policy can be changed later, but not removed from the account.',
      ],
      restores: 'partly',
    },
    aliases: {
      checkov: [
        {
          rule: 'CKV2_AZURE_41',
          differs:
            'Any period passes, and so do accounts without shared keys; shared_access_key_enabled must be written.',
          explicit: ['shared_access_key_enabled'],
        },
      ],
      'azure-policy': ['bc1b984e-ddae-40cc-801a-050a030e4fbe'],
      powerpipe: ['cis_v300_4_5'],
    },
  }),
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
    want: { networkRules: { bypass: includes('AzureServices') } },
    companions: [
      companion<StorageAccountNetworkRulesAConfig>('azurerm_storage_account_network_rules', {
        refersBy: 'storage_account_id',
        want: { bypass: includes('AzureServices') },
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
      companion<PrivateEndpointConfig>('azurerm_private_endpoint', {
        refersBy: 'private_service_connection.private_connection_resource_id',
        want: {
          privateServiceConnection: {
            subresourceNames: such(
              'a storage service in subresource_names',
              (names) =>
                Array.isArray(names) &&
                names.some((name) => /^(blob|file|queue|table|dfs|web)(_secondary)?$/.test(String(name))),
            ),
          },
        },
        add: {
          label: 'private-endpoint',
          attributes: privateEndpoint('blob'),
        },
      }),
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
    id: 'storage-soft-delete',
    title: 'Deleted blobs and containers can be recovered for a week',
    why: 'Whoever deletes data, by mistake or not, should not have the last word.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '4.10' },
    when: hasBlobs,
    want: {
      blobProperties: {
        deleteRetentionPolicy: { days: atLeast(7) },
        containerDeleteRetentionPolicy: { days: atLeast(7) },
      },
    },
    fix: {
      impact: 'in-place',
      consequences: [
        'A blob_properties block owns all blob settings: versioning or CORS rules set outside Terraform are reset. Read the plan.',
      ],
      cost: 'Deleted data is billed until it expires.',
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV2_AZURE_38', differs: 'Looks at blobs, not at containers.' }],
      trivy: [
        { rule: 'AZU-0056', differs: 'A missing block passes, containers are not looked at.' },
        'azure-storage-blobs-soft-deletion-enabled',
      ],
      kics: ['056d28cc-7ee9-4b12-b2d1-16b7b66db72d', '12ecec8a-7961-48db-b644-86be8845d8fd'],
      prowler: ['storage_ensure_soft_delete_is_enabled'],
      'azure-policy': ['9fbd64e3-67b8-489b-98e5-fa0007d17e76'],
      powerpipe: ['cis_v300_4_10', 'storage_account_blob_and_container_soft_delete_enabled'],
    },
  }),
  control({
    id: 'storage-customer-managed-key',
    title: 'Storage accounts with critical data use a key of your own',
    why: 'Whoever holds the key decides who reads the data, and can end that at once.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '4.11' },
    want: {
      customerManagedKey: {
        keyVaultKeyId: present({
          parameter: 'storageKeyId',
          question: 'Which Key Vault key encrypts storage accounts (its id without version)?',
          type: 'id',
        }),
        userAssignedIdentityId: present({
          parameter: 'storageKeyIdentityId',
          question: 'Which user-assigned identity may read that key (its resource id)?',
          type: 'id',
        }),
      },
    },
    companions: [
      companion<StorageAccountCustomerManagedKeyAConfig>('azurerm_storage_account_customer_managed_key', {
        refersBy: 'storage_account_id',
        want: {},
      }),
    ],
    fix: {
      impact: 'disruptive',
      consequences: ['If the key is deleted or the identity loses access to it, the data cannot be read any more.'],
      advice:
        'Give a user-assigned identity the role Key Vault Crypto Service Encryption User on a key of a vault with purge protection, add it to the account (identity block), then point customer_managed_key at both.',
      cost: 'Key operations are billed by Key Vault.',
      restores: 'partly',
    },
    aliases: {
      checkov: ['CKV2_AZURE_1'],
      trivy: ['AZU-0060', 'azure-storage-blob-container-cmk-encrypted'],
      kics: ['9bf1568d-4cd2-4581-81ef-d2efabee1178'],
      prowler: ['storage_ensure_encryption_with_customer_managed_keys'],
      'azure-policy': ['6fac406b-40ca-413b-bf8e-0bf964659c25'],
      defender: ['ca98bba7-719e-48ee-e193-0b76766cdb07'],
      powerpipe: ['cis_v300_4_11', 'storage_account_encryption_at_rest_using_cmk'],
    },
  }),
  control({
    ...logged,
    id: 'storage-queue-logging',
    title: 'Reads, writes and deletes of queues are logged',
    why: 'Without request logs nobody can say who read or removed a message.',
    cis: { 'v3.0.0': '4.12' },
    want: { queueProperties: { logging: { read: true, write: true, delete: true } } },
    companions: [
      companion<StorageAccountQueuePropertiesAConfig>('azurerm_storage_account_queue_properties', {
        refersBy: 'storage_account_id',
        want: { logging: { read: true, write: true, delete: true } },
      }),
      logging('queue'),
    ],
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_33', differs: 'Knows the inline queue_properties block only, not diagnostic settings.' },
      ],
      trivy: [
        { rule: 'AZU-0009', differs: 'Knows the inline queue_properties block only, not diagnostic settings.' },
        'azure-storage-queue-services-logging-enabled',
      ],
      powerpipe: ['cis_v300_4_12', 'storage_account_queue_services_logging_enabled'],
    },
  }),
  control({
    ...logged,
    id: 'storage-blob-logging',
    title: 'Reads, writes and deletes of blobs are logged',
    why: 'Without request logs nobody can say who read or removed a blob.',
    cis: { 'v3.0.0': '4.13' },
    companions: [logging('blob')],
    aliases: {
      checkov: [
        { rule: 'CKV2_AZURE_21', differs: 'Wants azurerm_log_analytics_storage_insights, not a diagnostic setting.' },
      ],
      powerpipe: ['cis_v300_4_13', 'storage_account_blob_service_logging_enabled'],
    },
  }),
  control({
    ...logged,
    id: 'storage-table-logging',
    title: 'Reads, writes and deletes of tables are logged',
    why: 'Without request logs nobody can say who read or removed an entity.',
    cis: { 'v3.0.0': '4.14' },
    companions: [logging('table')],
    aliases: {
      checkov: [
        { rule: 'CKV2_AZURE_20', differs: 'Wants azurerm_log_analytics_storage_insights, not a diagnostic setting.' },
      ],
      powerpipe: ['cis_v300_4_14', 'storage_account_table_service_logging_enabled'],
    },
  }),
  control({
    id: 'storage-min-tls',
    title: 'Storage accounts refuse TLS below 1.2',
    why: 'TLS 1.0 and 1.1 are broken; an account that accepts them lets clients be downgraded.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '4.15' },
    want: { minTlsVersion: oneOf('TLS1_2', 'TLS1_3') },
    fix: {
      impact: 'disruptive',
      consequences: ['Clients that only speak TLS 1.0 or 1.1 stop connecting.'],
      restores: 'yes',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_44', differs: 'Fails when the attribute is absent although the default is TLS1_2.' },
      ],
      trivy: ['AZU-0011', 'azure-storage-use-secure-tls-policy'],
      kics: [
        { rule: '8263f146-5e03-43e0-9cfe-db960d56d1e7', differs: 'Rejects TLS 1.3 and ignores a missing attribute.' },
      ],
      prowler: ['storage_ensure_minimum_tls_version_12'],
      'azure-policy': [{ rule: 'fe83a0eb-a853-422d-aac2-1bffd182c5d0', differs: 'Rejects TLS 1.3.' }],
      powerpipe: ['cis_v300_4_15', 'storage_account_min_tls_1_2'],
    },
  }),
  control({
    id: 'storage-no-cross-tenant-replication',
    title: 'Storage accounts do not replicate to other tenants',
    why: 'Object replication to a foreign tenant is a quiet way to copy everything out.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '4.16' },
    want: { crossTenantReplicationEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Replication policies that cross tenants must be removed first, otherwise Azure refuses the change.',
      ],
      restores: 'yes',
    },
    aliases: {
      kics: ['50e0a9e3-7360-483c-9873-ba1ea1a7faf8'],
      prowler: ['storage_cross_tenant_replication_disabled'],
      'azure-policy': ['92a89a79-6c52-4a7e-a03f-61306fc49312'],
      powerpipe: ['cis_v300_4_16', 'storage_account_cross_tenant_replication_disabled'],
    },
  }),
  control({
    id: 'storage-no-anonymous-access',
    title: 'No container of a storage account can be opened to the public',
    why: 'With the switch on, one wrong container setting publishes its blobs to the internet.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '4.17' },
    want: { allowNestedItemsToBePublic: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Containers and blobs that are read without credentials, such as public downloads, stop being readable.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_190', 'CKV2_AZURE_47'],
      kics: [{ rule: '17f75827-0684-48f4-8747-61129c7e4198', differs: 'Reads the azurerm 2.x name.' }],
      prowler: ['storage_blob_public_access_level_is_disabled'],
      'azure-policy': ['4fa4b6c0-31ca-4c0d-b10d-24b96f62a751'],
      defender: ['51fd8bb1-0db4-bbf1-7e2b-cfcba7eb66a6'],
      powerpipe: ['cis_v300_4_17', 'storage_account_blob_public_access_disabled'],
    },
  }),
];
