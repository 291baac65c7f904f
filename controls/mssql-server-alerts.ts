import type { MssqlServerSecurityAlertPolicyConfig } from '@cdktf/provider-azurerm/lib/mssql-server-security-alert-policy';
import type { MssqlServerVulnerabilityAssessmentConfig } from '@cdktf/provider-azurerm/lib/mssql-server-vulnerability-assessment';
import { absent, controlsFor, present } from './control';

const alerts = controlsFor<MssqlServerSecurityAlertPolicyConfig>('azurerm_mssql_server_security_alert_policy');
const scans = controlsFor<MssqlServerVulnerabilityAssessmentConfig>('azurerm_mssql_server_vulnerability_assessment');

const beyond = { level: 2, cis: {} } as const;

/** Who hears of what Defender finds on a SQL server: nothing of it is in the benchmark. */
export const mssqlServerAlerts = [
  alerts({
    ...beyond,
    id: 'sql-alerts-of-every-type',
    title: 'SQL servers alert on every type of threat',
    why: 'A type that is switched off is an attack that nobody hears of.',
    severity: 'medium',
    want: { disabledAlerts: { ...absent<string[]>(), set: [] } },
    fix: { impact: 'in-place', consequences: ['Alerts that somebody found too noisy come again.'], restores: 'yes' },
    aliases: {
      checkov: ['CKV_AZURE_25'],
      trivy: ['AZU-0028', 'azure-database-all-threat-alerts-enabled'],
      kics: ['25cd1853-7e80-4106-9ac3-03f8636c25be'],
    },
  }),
  alerts({
    ...beyond,
    id: 'sql-alerts-to-administrators',
    title: 'Threat alerts of SQL servers go to the administrators of the subscription',
    why: 'An alert that waits in a portal is read too late.',
    severity: 'low',
    want: { emailAccountAdmins: true },
    fix: {
      impact: 'in-place',
      consequences: ['Owners and administrators of the subscription get mail for each alert.'],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_27'],
      trivy: ['AZU-0023', 'azure-database-threat-alert-email-to-owner'],
      kics: ['55975007-f6e7-4134-83c3-298f1fe4b519'],
    },
  }),
  alerts({
    ...beyond,
    id: 'sql-alerts-to-somebody',
    title: 'Threat alerts of SQL servers have recipients of their own',
    why: 'Who runs the database knows best whether an alert is an attack.',
    severity: 'medium',
    want: {
      emailAddresses: present<string[]>({
        parameter: 'sqlAlertRecipients',
        question: 'Which e-mail addresses receive threat alerts of SQL servers?',
        type: 'list',
        format: 'mail',
      }),
    },
    fix: { impact: 'in-place', consequences: ['The recipients get mail for each alert.'], restores: 'yes' },
    aliases: {
      checkov: ['CKV_AZURE_26'],
      trivy: ['AZU-0018', 'azure-database-threat-alert-email-set'],
    },
  }),
  scans({
    ...beyond,
    id: 'sql-scans-recurring',
    title: 'Vulnerability assessments of SQL servers scan every week',
    why: 'A database that was sound when it was scanned by hand is not so for ever.',
    severity: 'medium',
    want: { recurringScans: { enabled: true } },
    fix: {
      impact: 'in-place',
      consequences: [
        'Each database is scanned once a week; the results go to the storage container of the assessment.',
        'A new recurring_scans block takes the place of recipients that were set outside Terraform.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV2_AZURE_3'] },
  }),
  scans({
    ...beyond,
    id: 'sql-scans-to-administrators',
    title: 'Scan reports of SQL servers go to the administrators of the subscription',
    why: 'Findings that are sent to nobody are mended by nobody.',
    severity: 'low',
    want: { recurringScans: { emailSubscriptionAdmins: true } },
    fix: {
      impact: 'in-place',
      consequences: ['Owners and administrators of the subscription get a report after each scan.'],
      // A block without it would switch scans off that run today.
      with: ['sql-scans-recurring'],
      restores: 'yes',
    },
    aliases: { checkov: [{ rule: 'CKV2_AZURE_5', differs: 'Wants recipients of its own beside them.' }] },
  }),
  scans({
    ...beyond,
    id: 'sql-scans-to-somebody',
    title: 'Scan reports of SQL servers have recipients of their own',
    why: 'Who runs the database can mend what a scan finds; the owner of the subscription seldom can.',
    severity: 'low',
    onRequest:
      'Reports go to the administrators of the subscription already; who else should read them is for the owner to say.',
    want: {
      recurringScans: {
        emails: present<string[]>({
          parameter: 'sqlScanRecipients',
          question: 'Which e-mail addresses receive the scan reports of SQL servers?',
          type: 'list',
          format: 'mail',
        }),
      },
    },
    fix: {
      impact: 'in-place',
      consequences: [
        'The recipients get a report after each scan.',
        'A new recurring_scans block takes the place of one that was set outside Terraform.',
      ],
      // A block without it would switch scans off that run today.
      with: ['sql-scans-recurring'],
      restores: 'yes',
    },
    aliases: {
      checkov: [
        { rule: 'CKV2_AZURE_4', differs: 'Reports to the administrators alone pass too.' },
        { rule: 'CKV2_AZURE_5', differs: 'Wants the administrators to get them too.' },
      ],
    },
  }),
];
