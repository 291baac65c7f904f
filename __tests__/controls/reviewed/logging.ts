import type { Review } from './review';

const RECEIVES = 'the catalogue says in prose that the account receives the activity log';
const ONE_QUERY = 'one query for the logs of many types of resources';

export const logging: Review = {
  differences: {
    'fixtures/activity-log-storage-key azurerm_storage_account.na_no_logs': RECEIVES,
    'fixtures/activity-log-storage-key azurerm_storage_account.na_vault_logs': RECEIVES,
    'fixtures/activity-log-storage-key azurerm_storage_account.unknown_target': RECEIVES,
    'fixtures/activity-log-storage-key/elsewhere azurerm_storage_account.unknown_account': RECEIVES,
  },
  shared: {
    'kics 50f32d3c-096e-406a-bb26-71b3c91c11c0': ONE_QUERY,
    'azure-policy 6fac406b-40ca-413b-bf8e-0bf964659c25':
      'the policy looks at every account; the recommendations are about critical data and about the activity log',
  },
  notAliases: {
    '6.1.6 checkov ckv_azure_63':
      'it sees the logs block of the app alone, so that web-app-http-logs-on-disk is what closes it',
    '6.4 azurePolicy 91a78b24-f231-4a8a-8da9-02c35b2b6510': 'about web apps, and an alias there',
    '6.4 azurePolicy cf820ca0-f99e-4f3e-84fb-66e913812d21': 'about key vaults, and an alias there',
  },
  left: {
    'fixtures/activity-log-storage-key azurerm_storage_account.fail_': 'a key needs an identity and a role: advice',
  },
  bad: {
    'resource-logs enabled_log': [[]],
    'web-app-http-logs logs.http_logs': [{}, { file_system: null }],
  },
  answers: {
    logAnalyticsWorkspaceGuid: '11111111-1111-1111-1111-111111111111',
    logAnalyticsWorkspaceRegion: 'westeurope',
  },
  unanswered: ['fixtures/key-vault-logging', 'fixtures/key-vault-logging/two-workspaces'],
};
