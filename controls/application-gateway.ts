import type { ApplicationGatewayConfig } from '@cdktf/provider-azurerm/lib/application-gateway';
import type { WebApplicationFirewallPolicyConfig } from '@cdktf/provider-azurerm/lib/web-application-firewall-policy';
import { accepts, expectedText } from './accept';
import { type Accept, controlsFor, type Deviation, oneOf, orAbsent } from './control';
import { read } from './reading';
import type { Surroundings } from './surroundings';
import { isAbsent, type Resource, Unknown } from './value';

const ON: Accept = { in: [true] };

/** A policy, or the older block inside the gateway. */
function hasFirewall(resource: Resource, { version }: Surroundings): readonly Deviation[] | Unknown {
  const { firewall_policy_id: policy, waf_configuration: block } = resource.attributes;
  const { path, value } = read(resource, ['waf_configuration', 'enabled'], version);
  const answer = accepts(ON, value);
  if (answer === true || !(isAbsent(policy) || policy instanceof Unknown)) return [];
  if (policy instanceof Unknown) return policy;
  if (answer instanceof Unknown) return answer;
  const deviation = { path, found: value, expected: `${expectedText(ON)}, or firewall_policy_id` };
  // A new block needs rules and a mode, which only the owner can choose.
  return [isAbsent(block) ? deviation : { ...deviation, set: true }];
}

/** What scanners ask of the firewalls in front of web applications beyond the benchmark. */
export const applicationGateway = [
  controlsFor<ApplicationGatewayConfig>('azurerm_application_gateway')({
    id: 'application-gateway-firewall',
    title: 'Application gateways that are paid for a firewall have it on',
    why: 'A firewall that is off lets every known attack through to the application.',
    severity: 'high',
    level: 2,
    cis: {},
    when: { sku: { tier: oneOf('WAF_v2', 'WAF') } },
    inspect: hasFirewall,
    fix: {
      impact: 'disruptive',
      consequences: [
        'In the mode Prevention requests that look like an attack are refused: run it in Detection first and read the logs.',
        'Terraform writes the whole gateway: what was changed outside it is lost. Read the plan.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_120', differs: 'Also fails gateways of tiers that have no firewall.' }],
      kics: [
        {
          rule: '2e48d91c-50e4-45c8-9312-27b625868a72',
          differs: 'Knows only the block inside the gateway, and fails tiers that have no firewall.',
        },
      ],
    },
  }),
  controlsFor<WebApplicationFirewallPolicyConfig>('azurerm_web_application_firewall_policy')({
    id: 'firewall-policy-enabled',
    title: 'Policies of web application firewalls are on',
    why: 'A policy that is off is a firewall that everybody believes in and that stops nothing.',
    severity: 'high',
    level: 2,
    cis: {},
    want: { policySettings: { enabled: orAbsent(oneOf(true)) } },
    fix: {
      impact: 'disruptive',
      consequences: ['In the mode Prevention requests that look like an attack are refused: look at the mode first.'],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_122'] },
  }),
];
