import type { MssqlDatabaseConfig } from '@cdktf/provider-azurerm/lib/mssql-database';
import { controlsFor } from './control';

const control = controlsFor<MssqlDatabaseConfig>('azurerm_mssql_database');

/** CIS 5.1.5. */
export const mssqlDatabase = [
  control({
    id: 'sql-database-encryption',
    title: 'SQL databases are encrypted at rest',
    why: 'Files and backups that get out are worth nothing without the key.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '5.1.5' },
    want: { transparentDataEncryptionEnabled: true },
    fix: {
      impact: 'in-place',
      consequences: [
        'Azure encrypts the database in the background; it stays online and is slower until that is done.',
        'Only data warehouses may be unencrypted: azurerm refuses false for anything else.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV2_AZURE_25'],
      kics: ['0745bb3f-60dc-43b6-90ae-67bb01fd1775'],
      prowler: ['sqlserver_tde_encryption_enabled'],
      'azure-policy': ['17k78e20-9358-41c9-923c-fb736d382a12'],
      defender: ['651967bf-044e-4bde-8376-3e08e0600105'],
      powerpipe: ['cis_v300_5_1_5', 'sql_database_transparent_data_encryption_enabled'],
    },
  }),
];
