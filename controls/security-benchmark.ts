import type { SubscriptionPolicyAssignmentConfig } from '@cdktf/provider-azurerm/lib/subscription-policy-assignment';
import { controlsFor, orAbsent, such } from './control';
import { isList, isObject } from './value';

const control = controlsFor<SubscriptionPolicyAssignmentConfig>('azurerm_subscription_policy_assignment');

const INITIATIVE = '/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8';

/** CIS 3.1.11. */
export const securityBenchmark = [
  control({
    id: 'security-benchmark-policies',
    title: 'No check of the Microsoft cloud security benchmark is switched off',
    why: 'A check that is switched off makes the score better and nothing else.',
    severity: 'medium',
    level: 1,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': '3.1.11' },
    when: {
      policyDefinitionId: such(
        'the initiative of the benchmark',
        (id) => typeof id === 'string' && id.toLowerCase().endsWith(INITIATIVE.toLowerCase()),
        INITIATIVE,
      ),
    },
    want: {
      enforce: true,
      parameters: orAbsent(
        such('no effect that is "Disabled"', (json) => typeof json === 'string' && !/"disabled"/i.test(json)),
      ),
      overrides: orAbsent(
        such(
          'no override to "Disabled"',
          (blocks) =>
            isList(blocks) &&
            blocks.every(
              (block) => isObject(block) && typeof block.value === 'string' && block.value.toLowerCase() !== 'disabled',
            ),
        ),
      ),
    },
    fix: {
      impact: 'in-place',
      consequences: [
        'The initiative only looks; what it finds shows in Defender for Cloud and lowers the secure score.',
        'Defender for Cloud makes an assignment of its own, which Terraform does not know unless it is imported.',
      ],
      restores: 'yes',
    },
    aliases: { prowler: ['policy_ensure_asc_enforcement_enabled'], powerpipe: ['cis_v300_3_1_11'] },
  }),
];
