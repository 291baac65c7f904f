import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import { patch, property } from './azapi';
import { atLeast, controlsFor, oneOf, such, verbatim } from './control';
import { seconds } from './duration';
import { storageAccountFiles } from './storage-account-files';
import { storageAccountKey } from './storage-account-key';
import { hasBlobs, storageAccountLogging } from './storage-account-logging';
import { storageAccountNetwork } from './storage-account-network';
import { storageAccountRequests } from './storage-account-requests';
import type { Value } from './value';

const control = controlsFor<StorageAccountConfig>('azurerm_storage_account');

const isReminder = (days: Value | undefined): boolean => typeof days === 'number' && days > 0 && days <= 90;

// One rule of Trivy that asks for HTTPS and TLS 1.2 together.
const CLASSIC_ENCRYPTION = ['AZU-0059', 'azure-storage-log-storage-encryption'];

/** CIS 4.1 to 4.17. */
export const storageAccount = [
  ...storageAccountNetwork,
  ...storageAccountLogging,
  ...storageAccountKey,
  ...storageAccountFiles,
  ...storageAccountRequests,
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
      trivy: ['AZU-0008', 'azure-storage-enforce-https', ...CLASSIC_ENCRYPTION],
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
    when: { accountKind: oneOf('StorageV2', 'BlockBlobStorage', 'FileStorage') },
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
    companions: [
      patch('Microsoft.Storage/storageAccounts@2023-05-01', {
        label: 'key-policy',
        want: {
          body: verbatim(
            such(
              'properties.keyPolicy.keyExpirationPeriodInDays of at most 90',
              (body) => isReminder(property(body, 'properties', 'keyPolicy', 'keyExpirationPeriodInDays')),
              { properties: { keyPolicy: { keyExpirationPeriodInDays: 90 } } },
            ),
          ),
        },
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: [
        'Azure shows a reminder when a key is older than the period; nothing is rotated by it.',
        'The azapi provider writes the whole account back; taking the resource away changes nothing in Azure.',
      ],
      restores: 'no',
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
      trivy: ['AZU-0011', 'azure-storage-use-secure-tls-policy', ...CLASSIC_ENCRYPTION],
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
