import { activityLogAlerts } from '../../../controls/activity-log-alerts';
import type { Review } from './review';

const ANY_PLAN = 'names no plan: the resource of the finding says which one is meant';
const PLANS: Record<string, string> = {
  'checkov ckv_azure_19': ANY_PLAN,
  'trivy azu-0045': ANY_PLAN,
  'trivy azure-securitycenter-enable-standard-subscription': ANY_PLAN,
  'kics 819d50fd-1cdf-45c3-9936-be408aaad93e': ANY_PLAN,
};

const MAILS = 'one rule for mails to owners and for mails at all';
const POSTURE = 'the recommendation is about the plan for containers; the posture plan has the same switch for itself';
const DEFAULT_PLAN = 'the catalogue does not apply the default of resource_type to its own condition';
const OPERATIONS = 'one policy for several operations';
const NO_LOG = 'the catalogue asks for a destination, which azurerm insists on, and not for a log';
/** The same resource in the fixture of every alert. */
const ofAlerts = (name: string, reason: string): Record<string, string> =>
  Object.fromEntries(
    activityLogAlerts.map(({ id }) => [`fixtures/${id} azurerm_monitor_activity_log_alert.${name}`, reason]),
  );
const FULL_PLAN = 'the catalogue wants subplan to be written; where it is not, Azure takes the full plan, which is P2';

export const subscription: Review = {
  differences: {
    ...ofAlerts('fail_only_failures', 'the catalogue does not say that no status may be left out'),
    'fixtures/alert-policy-assignment-created azurerm_monitor_activity_log_alert.fail_one_group':
      'the catalogue does not say that no group may be left out',
    'fixtures/alert-policy-assignment-created azurerm_monitor_activity_log_alert.pass_lower_case':
      'the catalogue compares capital letters; Azure does not',
    'fixtures/activity-log-categories azurerm_monitor_diagnostic_setting.pass_group':
      'the catalogue forgets that the group allLogs holds every category',
    'fixtures/activity-log-export azurerm_monitor_diagnostic_setting.fail_metrics_only': NO_LOG,
    'fixtures/activity-log-export azurerm_monitor_diagnostic_setting.unknown_logs': NO_LOG,
    'fixtures/defender-agentless-kubernetes-discovery azurerm_security_center_subscription_pricing.na_posture': POSTURE,
    'fixtures/defender-image-vulnerability-scanning azurerm_security_center_subscription_pricing.na_posture': POSTURE,
    'fixtures/defender-plan-servers azurerm_security_center_subscription_pricing.fail_default_plan': DEFAULT_PLAN,
    'fixtures/defender-plan-servers azurerm_security_center_subscription_pricing.pass_default_plan': DEFAULT_PLAN,
    'fixtures/defender-agentless-machine-scanning azurerm_security_center_subscription_pricing.pass_among_others':
      FULL_PLAN,
    'fixtures/defender-agentless-machine-scanning azurerm_security_center_subscription_pricing.unknown_dynamic':
      FULL_PLAN,
    'fixtures/defender-agentless-machine-scanning azurerm_security_center_subscription_pricing.unknown_name': FULL_PLAN,
  },
  shared: {
    ...PLANS,
    'azure-policy c5447c04-a4d7-4ba8-a263-c9ee321a6858': OPERATIONS,
    'azure-policy b954148f-4c11-4c38-8221-be76711e194a': OPERATIONS,
    'azure-policy 3b980d31-7904-4bb7-8575-5665739a8052': OPERATIONS,
    'trivy azu-0063': MAILS,
    'trivy azure-securitycenter-email-alerts-disabled': MAILS,
  },
  manual: { '3.1.15': 'a workspace alone watches nothing, and one that is declared has nothing that could be wrong' },
  left: {
    ...ofAlerts('fail_only_failures', 'nothing can be taken out of an alert without knowing why it is there'),
    ...ofAlerts('fail_resource_group', 'the alert watches a group on purpose: which subscription, the owner says'),
    'fixtures/alert-policy-assignment-created azurerm_monitor_activity_log_alert.fail_one_group':
      'nothing can be taken out of an alert without knowing why it is there',

    'fixtures/alert-service-health azurerm_monitor_activity_log_alert.fail_errors_only':
      'nothing can be taken out of an alert without knowing why it is there',
    'fixtures/alert-service-health azurerm_monitor_activity_log_alert.fail_resource_group':
      'the alert watches a group on purpose: which subscription, the owner says',
    'fixtures/defender-agentless-machine-scanning azurerm_security_center_subscription_pricing.fail_plan_1':
      'from plan 1 to plan 2 Terraform goes through Free, and it costs more: for the owner to decide',
    'fixtures/defender-plan-dns azurerm_security_center_subscription_pricing.fail_':
      'the plan cannot be bought any more: advice',
    'fixtures/defender-auto-provisioning azurerm_security_center_auto_provisioning.fail_':
      'nobody brings a retired agent back: advice',
    'fixtures/defender-file-integrity-monitoring azurerm_security_center_subscription_pricing.fail_':
      'what Azure calls the extension is not documented: advice',
  },
  notControls: {
    'kics 0493b840-50e8-430c-93bc-d794d72931a9':
      'Kubernetes clusters are not among the types that controls are about, and the log belongs to them.',
    'kics 8e75e431-449f-49e9-b56a-c8f1378025cf':
      'code names a principal by its object id: whether that is a guest only the directory knows (CIS 2.15 asks a person).',
  },
  bad: {
    'activity-log-export enabled_log': [[]],
    scopes: [[], ['/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg']],
    subplan: ['P1', ''],
    'defender-file-integrity-monitoring extension': [[], [{ name: 'AgentlessVmScanning' }]],
  },
  answers: {
    securityContactPhone: '+31 20 555 0100',
    securityContactEmail: 'security@example.com',
    actionGroupId:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-watch/providers/Microsoft.Insights/actionGroups/ag-oncall',
  },
  unanswered: ['fixtures/alert-public-ip-deleted'],
};
