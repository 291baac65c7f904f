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
const FULL_PLAN = 'the catalogue wants subplan to be written; where it is not, Azure takes the full plan, which is P2';

export const subscription: Review = {
  differences: {
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
  notIn5: {
    'azurerm_security_center_auto_provisioning auto_provision': 'the agent is retired, and the resource went with it',
  },
  shared: { ...PLANS, 'trivy azu-0063': MAILS, 'trivy azure-securitycenter-email-alerts-disabled': MAILS },
  manual: { '3.1.15': 'a workspace alone watches nothing, and one that is declared has nothing that could be wrong' },
  left: {
    'fixtures/defender-agentless-machine-scanning azurerm_security_center_subscription_pricing.fail_plan_1':
      'from plan 1 to plan 2 Terraform goes through Free, and it costs more: for the owner to decide',
    'fixtures/defender-auto-provisioning azurerm_security_center_auto_provisioning.fail_':
      'nobody brings a retired agent back: advice',
    'fixtures/defender-file-integrity-monitoring azurerm_security_center_subscription_pricing.fail_':
      'what Azure calls the extension is not documented: advice',
  },
  bad: {
    subplan: ['P1', ''],
    'defender-file-integrity-monitoring extension': [[], [{ name: 'AgentlessVmScanning' }]],
  },
  answers: { securityContactEmail: 'security@example.com' },
};
