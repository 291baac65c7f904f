import { type AzapiResourceActionConfig, property } from './azapi';
import { controlsFor, such, verbatim } from './control';

const control = controlsFor<AzapiResourceActionConfig>('azapi_resource_action');

const TYPE = 'Microsoft.Subscription/policies';

/** CIS 2.25. */
export const subscriptionTransfer = [
  control({
    id: 'subscription-transfer-blocked',
    title: 'Subscriptions neither leave the tenant nor enter it',
    why: 'A subscription that is moved away takes its data with it; one that is moved in brings owners nobody knows.',
    severity: 'high',
    level: 2,
    scope: 'tenant',
    cis: { 'v3.0.0': '2.25' },
    when: {
      type: such(
        `${TYPE}@…`,
        (type) => typeof type === 'string' && type.toLowerCase().startsWith(`${TYPE.toLowerCase()}@`),
        `${TYPE}@2021-10-01`,
      ),
      method: 'PUT',
    },
    want: {
      // The request has them at the top; the answer shows them inside properties, where Azure does not read them.
      body: verbatim(
        such(
          'blockSubscriptionsLeavingTenant and blockSubscriptionsIntoTenant at the top, both true',
          (body) =>
            property(body, 'blockSubscriptionsLeavingTenant') === true &&
            property(body, 'blockSubscriptionsIntoTenant') === true,
          { blockSubscriptionsLeavingTenant: true, blockSubscriptionsIntoTenant: true },
        ),
      ),
    },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Owners can no longer move subscriptions; whoever has to is listed under exemptedPrincipals.',
        'Terraform needs a Global Administrator with elevated access, and does not notice what is changed elsewhere.',
        'Taking the resource away changes nothing in Azure.',
      ],
      restores: 'yes',
    },
    aliases: { powerpipe: ['cis_v300_2_25'] },
  }),
];
