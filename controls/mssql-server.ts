import type { MssqlFirewallRuleConfig } from '@cdktf/provider-azurerm/lib/mssql-firewall-rule';
import type { MssqlServerConfig } from '@cdktf/provider-azurerm/lib/mssql-server';
import type { MssqlServerTransparentDataEncryptionConfig } from '@cdktf/provider-azurerm/lib/mssql-server-transparent-data-encryption';
import { companion, controlsFor, present } from './control';
import { mssqlServerAlerts } from './mssql-server-alerts';
import { mssqlServerAuditing } from './mssql-server-auditing';
import { notFromAnywhere, notToAnywhere } from './server-firewall';

const control = controlsFor<MssqlServerConfig>('azurerm_mssql_server');
const firewallRule = controlsFor<MssqlFirewallRuleConfig>('azurerm_mssql_firewall_rule');

// One policy and one assessment for firewall rules and for the public endpoint as a whole.
const PUBLIC_ACCESS = {
  'azure-policy': ['1b8ca024-1d5c-4dec-8995-b1a932b41780'],
  defender: ['22e93e92-4a31-b4cd-d640-3ef908430aa6'],
} as const;

/** CIS 5.1.1 to 5.1.4, 5.1.6 and 5.1.7, and what scanners ask beyond it. */
export const mssqlServer = [
  ...mssqlServerAuditing,
  ...mssqlServerAlerts,
  firewallRule({
    id: 'sql-server-no-open-firewall',
    title: 'No SQL firewall rule admits every address or every service in Azure',
    why: 'The login page of the database stands open to the whole internet, or to the machines of every Azure customer.',
    severity: 'critical',
    level: 1,
    cis: { 'v3.0.0': '5.1.2' },
    want: { startIpAddress: notFromAnywhere, endIpAddress: notToAnywhere },
    fix: {
      impact: 'disruptive',
      consequences: ['Whoever reaches the server through this rule only is cut off.'],
      advice:
        'Write a rule for the addresses that clients come from, or give services in Azure a virtual network rule or a private endpoint, then take this rule out.',
      restores: 'yes',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_11', differs: 'Knows 0.0.0.0 to 255.255.255.255 only.' },
        { rule: 'CKV2_AZURE_34', differs: 'Knows the rule for Azure services only, 0.0.0.0 to 0.0.0.0.' },
      ],
      trivy: [
        { rule: 'AZU-0029', differs: 'Allows the rule for Azure services, 0.0.0.0 to 0.0.0.0.' },
        'azure-database-no-public-firewall-access',
      ],
      kics: ['25c0ea09-f1c5-4380-b055-3b83863f2bb8', 'd7ba74da-2da0-4d4b-83c8-2fd72a3f6c28'],
      prowler: ['sqlserver_unrestricted_inbound_access'],
      ...PUBLIC_ACCESS,
      powerpipe: ['cis_v300_5_1_2', 'sql_database_allow_internet_access'],
    },
  }),
  control({
    id: 'sql-server-customer-managed-key',
    title: 'SQL servers encrypt their databases with a key of your own',
    why: 'Who holds the key can take it away, and sees who used it.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '5.1.3' },
    want: { transparentDataEncryptionKeyVaultKeyId: present() },
    companions: [
      companion<MssqlServerTransparentDataEncryptionConfig>('azurerm_mssql_server_transparent_data_encryption', {
        refersBy: 'server_id',
        want: { keyVaultKeyId: present() },
      }),
      companion<MssqlServerTransparentDataEncryptionConfig>('azurerm_mssql_server_transparent_data_encryption', {
        refersBy: 'server_id',
        where: { managedHsmKeyId: present() },
        want: {},
      }),
    ],
    fix: {
      impact: 'disruptive',
      consequences: [
        'Databases become unreachable when the key or the right to it is gone, and are lost when the key is.',
        'Taking the encryption resource away goes back to a key of the service.',
      ],
      cost: 'Key Vault bills operations with the key, a managed HSM its hours.',
      advice:
        'Create a key in a vault with purge protection, let the identity of the server use it (Key Vault Crypto Service Encryption User), then name it in an azurerm_mssql_server_transparent_data_encryption.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['sqlserver_tde_encrypted_with_cmk'],
      'azure-policy': ['0a370ff3-6cab-4e85-8995-295fd854c5b8', 'ac01ad65-10e5-46df-bdd9-6b0cad13e1d2'],
      defender: ['1a93e945-3675-aef6-075d-c661498e1046'],
      powerpipe: ['cis_v300_5_1_3', 'sql_server_tde_protector_cmk_encrypted'],
    },
  }),
  control({
    id: 'sql-server-entra-administrator',
    title: 'SQL servers have an administrator from Microsoft Entra',
    why: 'Only with one can people sign in with their own accounts, with conditions and a second factor.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '5.1.4' },
    want: {
      azureadAdministrator: {
        loginUsername: present({
          parameter: 'sqlAdministratorName',
          question: 'Which Entra group or user administers the SQL servers (its display name)?',
          type: 'string',
        }),
        objectId: present({
          parameter: 'sqlAdministratorObjectId',
          question: 'Which object id has that Entra group or user?',
          type: 'string',
          format: 'guid',
        }),
      },
    },
    fix: {
      impact: 'in-place',
      consequences: [
        'The group or user becomes administrator of every database on the server.',
        'It takes the place of an administrator that was set outside Terraform.',
      ],
      restores: 'partly',
    },
    aliases: {
      checkov: ['CKV2_AZURE_27'],
      kics: [
        {
          rule: 'a3a055d2-9a2e-4cc9-b9fb-12850a1a3a4b',
          differs: 'Knows azurerm_sql_server only, which azurerm 4.x does not have.',
        },
      ],
      prowler: ['sqlserver_azuread_administrator_enabled'],
      'azure-policy': ['1f314764-cb73-4fc9-b863-8eca98ac36e9'],
      defender: ['f0553104-cfdb-65e6-759c-002812e38500'],
      powerpipe: ['cis_v300_5_1_4', 'sql_db_active_directory_admin_configured'],
    },
  }),
  control({
    id: 'sql-server-no-public-network',
    title: 'SQL servers are closed to public networks',
    why: 'A password that leaks is of no use where the server cannot be reached.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '5.1.7' },
    want: { publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Only private endpoints reach the server afterwards; firewall and virtual network rules no longer count.',
        'Azure refuses to create or change firewall rules as long as it is closed.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_113'],
      trivy: ['AZU-0022', 'azure-database-no-public-access'],
      kics: [
        'ade36cf4-329f-4830-a83d-9db72c800507',
        { rule: 'f118890b-2468-42b1-9ce9-af35146b425b', differs: 'Speaks of MySQL, and looks at SQL servers too.' },
      ],
      ...PUBLIC_ACCESS,
      powerpipe: ['cis_v300_5_1_7', 'sql_db_public_network_access_disabled'],
    },
  }),
  control({
    id: 'sql-server-min-tls',
    title: 'SQL servers refuse TLS below 1.2',
    why: 'Broken versions of TLS let somebody on the way read or change queries.',
    severity: 'high',
    level: 2,
    cis: {},
    want: { minimumTlsVersion: '1.2' },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients that speak no TLS, or only 1.0 or 1.1, no longer connect.',
        'Once a version is set, azurerm refuses to go back to Disabled.',
      ],
      restores: 'partly',
    },
    aliases: { checkov: ['CKV_AZURE_52'], kics: ['22cb3507-1ef4-44ac-9c9a-cab31167e31e'] },
  }),
];
