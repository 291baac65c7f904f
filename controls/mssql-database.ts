import type { MssqlDatabaseConfig } from '@cdktf/provider-azurerm/lib/mssql-database';
import { absent, controlsFor } from './control';

const control = controlsFor<MssqlDatabaseConfig>('azurerm_mssql_database');

/** CIS 5.1.5, and what scanners ask beyond it. */
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
  control({
    id: 'sql-database-ledger',
    title: 'SQL databases keep a ledger that shows whether somebody changed their history',
    why: 'Whoever administers a database can change what it says about the past; a ledger proves that nobody did.',
    severity: 'low',
    level: 2,
    onRequest:
      'Every table keeps all its history for good: for data whose past has to be proved, not for every database.',
    cis: {},
    // A copy has what its source has.
    when: { createMode: 'Default' },
    want: { ledgerEnabled: true },
    fix: {
      impact: 'replaces',
      consequences: [
        'It can only be chosen at creation: Terraform deletes the database with all its data and makes a new one.',
        'In such a database every new table is a ledger table, and it cannot be switched off again.',
      ],
      cost: 'The space of every row that was ever changed or deleted.',
      restores: 'no',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_224', differs: 'Looks at copies too, which have what their source has.' }],
    },
  }),
  control({
    id: 'sql-database-zone-redundant',
    title: 'SQL databases survive the loss of a zone',
    why: 'When the building with the only replicas stands still, so does everything that asks the database.',
    severity: 'low',
    level: 2,
    onRequest: 'It costs more, and only some sizes and regions have it.',
    cis: {},
    // In a pool the pool decides.
    when: { elasticPoolId: absent() },
    want: { zoneRedundant: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Azure moves the database in the background and drops all connections once, at the end.',
        'Commits take a little longer, because replicas in other zones confirm them.',
        'A region without zones, and some kinds of hardware, refuse it.',
      ],
      cost: 'General Purpose databases cost more by the vCore and the gigabyte; Premium and Business Critical ones cost the same.',
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_229', differs: 'Looks at databases in pools too, where the pool decides.' }],
    },
  }),
];
