import type { MonitorDiagnosticSettingConfig } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import type { StorageAccountQueuePropertiesAConfig } from '@cdktf/provider-azurerm/lib/storage-account-queue-properties';
import { WORKSPACE } from './asks';
import { blocks, companion, controlsFor, oneOf } from './control';

const control = controlsFor<StorageAccountConfig>('azurerm_storage_account');

/** Queues and tables stand in general-purpose accounts only, blobs in all but file accounts. */
const hasQueues = { accountKind: oneOf('StorageV2', 'Storage') };
export const hasBlobs = { accountKind: oneOf('StorageV2', 'BlobStorage', 'BlockBlobStorage', 'Storage') };

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

/** Request logs of the services of an account, CIS 4.12 to 4.14. */
export const storageAccountLogging = [
  control({
    ...logged,
    when: hasQueues,
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
        'AZU-0057',
        'azure-storage-storage-account-logging-enabled',
      ],
      powerpipe: ['cis_v300_4_12', 'storage_account_queue_services_logging_enabled'],
    },
  }),
  control({
    ...logged,
    when: hasBlobs,
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
    when: hasQueues,
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
];
