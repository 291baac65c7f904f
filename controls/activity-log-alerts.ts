import type {
  MonitorActivityLogAlertAction,
  MonitorActivityLogAlertConfig,
} from '@cdktf/provider-azurerm/lib/monitor-activity-log-alert';
import { ALERT_GROUP } from './asks';
import { type Ask, absent, blockWith, controlsFor, type Severity, such } from './control';
import { isSubscription } from './subscription';
import { isList } from './value';

const control = controlsFor<MonitorActivityLogAlertConfig>('azurerm_monitor_activity_log_alert');

const ACTION_GROUP: Ask = {
  parameter: 'actionGroupId',
  question: 'Which action group is told about changes in the subscription (its resource id)?',
  type: 'id',
  resource: 'azurerm_monitor_action_group',
};

/** One operation that somebody should be told about. */
interface Watched {
  readonly id: string;
  readonly number: string;
  /** As the activity log names it; Azure does not care about capital letters. */
  readonly operation: string;
  /** "Somebody is told when …". */
  readonly when: string;
  readonly why: string;
  readonly severity: Severity;
  readonly prowler: string;
  readonly kics: string;
  /** Stands for a group of operations. */
  readonly policy?: string;
  readonly powerpipe: string;
}

/** An alert that leaves out a level, a status or a caller stays silent for the rest. */
export const UNFILTERED = {
  caller: absent<string>(),
  level: absent<string>(),
  levels: absent<string[]>(),
  resourceGroup: absent<string>(),
  resourceGroups: absent<string[]>(),
  resourceId: absent<string>(),
  resourceIds: absent<string[]>(),
  status: absent<string>(),
  statuses: absent<string[]>(),
  subStatus: absent<string>(),
  subStatuses: absent<string[]>(),
};

/** It watches a whole subscription, and is on. */
export const WHOLE = {
  enabled: true,
  scopes: such<string[]>('a whole subscription', (scopes) => isList(scopes) && scopes.some(isSubscription)),
} as const;
/** It tells somebody. */
export const TELLS = { action: blockWith<MonitorActivityLogAlertAction[]>('action_group_id', ACTION_GROUP) };

const isOperation = (operation: string) =>
  such(
    JSON.stringify(operation),
    (name) => typeof name === 'string' && name.toLowerCase() === operation.toLowerCase(),
    operation,
  );

const alert = ({ id, number, operation, when, why, severity, prowler, kics, policy, powerpipe }: Watched) =>
  control({
    id: `alert-${id}`,
    title: `Somebody is told when ${when}`,
    why,
    severity,
    level: 1,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': number },
    when: { criteria: { operationName: isOperation(operation) } },
    want: { ...WHOLE, criteria: { category: 'Administrative', ...UNFILTERED }, ...TELLS },
    asks: [ALERT_GROUP],
    fix: {
      impact: 'in-place',
      consequences: ['The action group is notified each time, deployments by Terraform among them.'],
      cost: 'The alert is free; mails, calls and text messages of the action group are billed beyond an allowance.',
      restores: 'yes',
    },
    aliases: {
      prowler: [prowler],
      kics: [kics],
      ...(policy ? { 'azure-policy': [policy] } : {}),
      powerpipe: [`cis_v300_${number.replaceAll('.', '_')}`, powerpipe],
    },
  });

const POLICY_OPERATIONS = 'c5447c04-a4d7-4ba8-a263-c9ee321a6858';
const ADMINISTRATIVE_OPERATIONS = 'b954148f-4c11-4c38-8221-be76711e194a';
const SECURITY_OPERATIONS = '3b980d31-7904-4bb7-8575-5665739a8052';

/** CIS 6.2.1 to 6.2.10. */
export const activityLogAlerts = (
  [
    {
      id: 'policy-assignment-created',
      number: '6.2.1',
      operation: 'Microsoft.Authorization/policyAssignments/write',
      when: 'a policy is assigned or an assignment is changed',
      why: 'An assignment that is changed to audit only, or excludes one group, opens what the policy kept closed.',
      severity: 'medium',
      prowler: 'monitor_alert_create_policy_assignment',
      kics: 'd0514e4b-9e95-4a7a-9bc5-0adb32514122',
      policy: POLICY_OPERATIONS,
      powerpipe: 'monitor_log_alert_create_policy_assignment',
    },
    {
      id: 'policy-assignment-deleted',
      number: '6.2.2',
      operation: 'Microsoft.Authorization/policyAssignments/delete',
      when: 'the assignment of a policy is deleted',
      why: 'Whoever wants to build something that is not allowed removes the policy first.',
      severity: 'high',
      prowler: 'monitor_alert_delete_policy_assignment',
      kics: 'a7b422e3-0b2f-4795-a43a-136dbbd6cbb3',
      policy: POLICY_OPERATIONS,
      powerpipe: 'monitor_log_alert_delete_policy_assignment',
    },
    {
      id: 'network-security-group-written',
      number: '6.2.3',
      operation: 'Microsoft.Network/networkSecurityGroups/write',
      when: 'a network security group is created or changed',
      why: 'A port that is opened for a minute of testing is often found before it is closed.',
      severity: 'high',
      prowler: 'monitor_alert_create_update_nsg',
      kics: '1ec163d0-a9be-4695-89a8-a4028a2cbae7',
      policy: ADMINISTRATIVE_OPERATIONS,
      powerpipe: 'monitor_log_alert_create_update_nsg',
    },
    {
      id: 'network-security-group-deleted',
      number: '6.2.4',
      operation: 'Microsoft.Network/networkSecurityGroups/delete',
      when: 'a network security group is deleted',
      why: 'With the group every rule that kept others out is gone.',
      severity: 'high',
      prowler: 'monitor_alert_delete_nsg',
      kics: '62d120b1-b1e0-40ef-a81d-a4994ac88b3b',
      policy: ADMINISTRATIVE_OPERATIONS,
      powerpipe: 'monitor_log_alert_delete_nsg',
    },
    {
      id: 'security-solution-written',
      number: '6.2.5',
      operation: 'Microsoft.Security/securitySolutions/write',
      when: 'a security solution is created or changed',
      why: 'A solution that is set up to look elsewhere sees nothing, and everything looks quiet.',
      severity: 'medium',
      prowler: 'monitor_alert_create_update_security_solution',
      kics: '8553d83f-fe77-4c96-8850-a95c5895b336',
      policy: SECURITY_OPERATIONS,
      powerpipe: 'monitor_log_alert_create_update_security_solution',
    },
    {
      id: 'security-solution-deleted',
      number: '6.2.6',
      operation: 'Microsoft.Security/securitySolutions/delete',
      when: 'a security solution is deleted',
      why: 'An intruder who knows what watches gets rid of it before going on.',
      severity: 'medium',
      prowler: 'monitor_alert_delete_security_solution',
      kics: 'b97a1065-a86b-442f-86c4-f95afd9b3ac6',
      policy: SECURITY_OPERATIONS,
      powerpipe: 'monitor_log_alert_delete_security_solution',
    },
    {
      id: 'sql-firewall-rule-written',
      number: '6.2.7',
      operation: 'Microsoft.Sql/servers/firewallRules/write',
      when: 'a firewall rule of a SQL server is created or changed',
      why: 'One rule with a wide range is enough to put a database on the internet.',
      severity: 'medium',
      prowler: 'monitor_alert_create_update_sqlserver_fr',
      kics: '1219a37a-9a2c-420d-8b8c-30bdbc3bfeb1',
      policy: ADMINISTRATIVE_OPERATIONS,
      powerpipe: 'monitor_log_alert_create_update_sql_servers_firewall_rule',
    },
    {
      id: 'sql-firewall-rule-deleted',
      number: '6.2.8',
      operation: 'Microsoft.Sql/servers/firewallRules/delete',
      when: 'a firewall rule of a SQL server is deleted',
      why: 'A rule that disappears cuts an application off, or removes the trace of one that was open for an hour.',
      severity: 'medium',
      prowler: 'monitor_alert_delete_sqlserver_fr',
      kics: '8ce5c61f-5cd1-41bc-b7d9-b26b18efd505',
      policy: ADMINISTRATIVE_OPERATIONS,
      powerpipe: 'monitor_log_alert_delete_sql_servers_firewall_rule',
    },
    {
      id: 'public-ip-written',
      number: '6.2.9',
      operation: 'Microsoft.Network/publicIPAddresses/write',
      when: 'a public IP address is created or changed',
      why: 'A new public address is a new way in that no review has seen.',
      severity: 'medium',
      prowler: 'monitor_alert_create_update_public_ip_address_rule',
      kics: '99b47957-c575-4555-b8c0-ff92384249b4',
      powerpipe: 'monitor_log_alert_create_update_public_ip_address',
    },
    {
      id: 'public-ip-deleted',
      number: '6.2.10',
      operation: 'Microsoft.Network/publicIPAddresses/delete',
      when: 'a public IP address is deleted',
      why: 'A name that still points at a freed address can be taken over by whoever gets the address next.',
      severity: 'medium',
      prowler: 'monitor_alert_delete_public_ip_address_rule',
      kics: 'b3b9ce2f-c229-4133-9a2b-4e649cf2347e',
      powerpipe: 'monitor_log_alert_delete_public_ip_address',
    },
  ] satisfies Watched[]
).map(alert);
