import { Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const ELSEWHERE = 'azurerm does not know the setting, so what is not in the code may be in Azure all the same';
const NO_SUCH_SERVICE = 'the catalogue does not say that the account must be able to have the service';
const ADMITTED = 'the catalogue names no default of bypass inside network_rules; Azure admits trusted services';
const FOR_4 = 'the catalogue is written for azurerm 4.x';
const READS_ONE =
  'the catalogue names only `read` of the deprecated block; its note on the separate resource names all three';
const KINDS = 'the instances are of different kinds, and what is added would be the same beside each';
const IN_4 = 'counts in 4.x; in 5.x a companion does';
const GROUP = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';

export const storage: Review = {
  differences: {
    'fixtures/storage-key-rotation-reminder azurerm_storage_account.unknown_absent': ELSEWHERE,
    'fixtures/storage-key-rotation-reminder azurerm_storage_account.unknown_other_patch': ELSEWHERE,
    'fixtures/storage-blob-logging/kinds azurerm_storage_account.fail_each["na_shares"]': NO_SUCH_SERVICE,
    'fixtures/storage-blob-logging/no-blobs azurerm_storage_account.na_files': NO_SUCH_SERVICE,
    'fixtures/storage-blob-logging/no-blobs azurerm_storage_account.unknown_kind': NO_SUCH_SERVICE,
    'fixtures/storage-customer-managed-key/hsm azurerm_storage_account.pass_managed_hsm':
      'the catalogue forgets that the key may be in a managed HSM, which is a key of your own all the same',
    'fixtures/storage-queue-logging azurerm_storage_account.fail_classic_inline': READS_ONE,
    'fixtures/storage-queue-logging azurerm_storage_account.unknown_classic_inline': READS_ONE,
    'fixtures/storage-queue-logging/no-queues azurerm_storage_account.na_files': NO_SUCH_SERVICE,
    'fixtures/storage-queue-logging/no-queues azurerm_storage_account.na_premium_blobs': NO_SUCH_SERVICE,
    'fixtures/storage-queue-logging/no-queues azurerm_storage_account.unknown_kind': NO_SUCH_SERVICE,
    'fixtures/storage-soft-delete azurerm_storage_account.na_files': NO_SUCH_SERVICE,
    'fixtures/storage-soft-delete azurerm_storage_account.unknown_kind': NO_SUCH_SERVICE,
    'fixtures/storage-soft-delete azurerm_storage_account.pass_default_days':
      'the catalogue names no default for days; azurerm has 7',
    'fixtures/storage-table-logging/no-tables azurerm_storage_account.na_files': NO_SUCH_SERVICE,
    'fixtures/storage-table-logging/no-tables azurerm_storage_account.na_premium_blobs': NO_SUCH_SERVICE,
    'fixtures/storage-table-logging/no-tables azurerm_storage_account.unknown_kind': NO_SUCH_SERVICE,
    'fixtures/storage-trusted-services azurerm_storage_account.pass_no_list': ADMITTED,
    'fixtures/storage-trusted-services azurerm_storage_account.pass_no_rules': ADMITTED,
    'fixtures-5/storage-no-anonymous-access azurerm_storage_account.pass_absent': FOR_4,
    'fixtures-5/storage-no-anonymous-access azurerm_storage_account.pass_null': FOR_4,
    'fixtures-unknown-version/storage-no-anonymous-access azurerm_storage_account.unknown_absent': FOR_4,
    'fixtures-unknown-version/storage-no-anonymous-access azurerm_storage_account.unknown_null': FOR_4,
  },
  notAliases: {
    '4.4 azurePolicy 044985bb-afe1-42cd-8a36-9d5d42424537':
      'the policy is about the reminder of 4.3, and an alias there',
    '4.7 kics a5613650-32ec-4975-a305-31af783153ea':
      'the query reads public_network_access_enabled, which is 4.6, and is an alias there',
  },
  notIn5: {
    'azurerm_storage_account queue_properties.logging.read': IN_4,
    'azurerm_storage_account queue_properties.logging.write': IN_4,
    'azurerm_storage_account queue_properties.logging.delete': IN_4,
  },
  shared: {
    'kics 17f75827-0684-48f4-8747-61129c7e4198': 'an old query that the catalogue has under 4.7 and 4.17',
    'trivy azu-0059': 'one rule for HTTPS and for TLS',
    'trivy azure-storage-log-storage-encryption': 'one rule for HTTPS and for TLS',
  },
  left: {
    'fixtures/storage-blob-logging/kinds azurerm_storage_account.fail_each': KINDS,
    'fixtures/storage-private-endpoint/kinds azurerm_storage_account.fail_each': KINDS,
    'fixtures/storage-customer-managed-key azurerm_storage_account.fail_': 'a key needs an identity and a role: advice',
    'fixtures-5/storage-customer-managed-key azurerm_storage_account.fail_':
      'a key needs an identity and a role: advice',
    'fixtures/storage-firewall-deny/some-of-each azurerm_storage_account.fail_some_each["fail_media"]':
      'inline rules would reach the instance that has separate ones: azurerm takes one or the other',
    'fixtures/storage-no-shared-keys/with-a-key azurerm_storage_account.fail_absent':
      'azurerm reads the account with a key until its provider block says otherwise',
    'fixtures/storage-private-endpoint azurerm_storage_account.fail_other_service':
      'the owner of an endpoint that leads to a service the account does not have must say what it is for',
    'fixtures/storage-private-endpoint/unknown-kind azurerm_storage_account.fail_unknown_kind':
      'the kind of the account says to which service an endpoint can lead',
  },
  bad: {
    'storage-locked lock_level': ['', 'None'],
    'storage-strong-smb share_properties.smb.versions': [['SMB3.0', 'SMB3.1.1'], ['SMB2.1'], []],
    'storage-strong-smb share_properties.smb.channel_encryption_type': [['AES-128-GCM', 'AES-256-GCM'], []],
    'storage-key-rotation-reminder body': [
      {},
      { properties: { keyPolicy: { keyExpirationPeriodInDays: 91 } } },
      { properties: { keyPolicy: { keyExpirationPeriodInDays: 0 } } },
    ],
    'storage-key-rotation-reminder type': ['Microsoft.Storage/storageAccounts/blobServices@2023-05-01'],
    'sas_policy.expiration_period': ['00.01:00:01', '01.00:00:00', 'an hour'],
    customer_managed_key: [{}, { key_vault_key_id: '' }, { user_assigned_identity_id: '/identity' }],
    'private_service_connection.subresource_names': [[], ['sqlServer']],
  },
  coded: {
    'storage-geo-redundant': {
      type: 'azurerm_storage_account',
      yes: ['GRS', 'RAGRS', 'GZRS', 'RAGZRS'].map((account_replication_type) => ({
        account_tier: 'Standard',
        account_replication_type,
      })),
      no: ['LRS', 'ZRS', ''].map((account_replication_type) => ({
        account_tier: 'Standard',
        account_replication_type,
      })),
      unknown: [
        { account_tier: 'Standard', account_replication_type: new Unknown('the test') },
        { account_tier: 'Standard', account_replication_type: new Reference('terraform_data.plan', ['output']) },
        { account_tier: new Unknown('the test'), account_replication_type: 'LRS' },
      ],
    },
  },
  notControls: {
    'checkov CKV_AZURE_43':
      'azurerm refuses a name that Azure does not take, and a name that is taken cannot be changed without a new account.',
  },
  answers: {
    geoReplicationOfLocalStorage: 'GRS',
    geoReplicationOfZonalStorage: 'GZRS',
    logAnalyticsWorkspaceId: `${GROUP}/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central`,
    privateEndpointSubnetId: `${GROUP}/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints`,
  },
  unanswered: ['fixtures/storage-table-logging', 'fixtures/storage-geo-redundant'],
};
