import { enforce, enforcementReport } from '../../constructs/enforce';
import { SubscriptionBaselineStack } from '../../stacks/subscription-baseline';
import { newApp, synthError, synthesized } from '../constructs/synth';
import { inFolder, offline } from '../constructs/terraform';

const props = {
  subscriptionId: '00000000-0000-0000-0000-000000000000',
  location: 'westeurope',
  securityContactEmail: 'security@example.com',
  extensions: { VirtualMachines: ['FileIntegrityMonitoring'] },
};
const baseline = (app = newApp()) => new SubscriptionBaselineStack(app, 'subscription-baseline', props);

test('it meets every control of a subscription, at level 2', () => {
  const app = newApp();
  baseline(app);
  enforce(app, { level: 2 });
  expect(synthError(app)).toBe('');
  expect(enforcementReport(app)).toEqual({ failed: [], excepted: [], existing: [], unknown: [] });
});

test('what is taken away fails, because the stack owns the subscription', () => {
  const app = newApp();
  const stack = baseline(app);
  const pattern = stack.node.findChild('baseline');
  pattern.node.tryRemoveChild('defender-plan-key-vault');
  pattern.node.tryRemoveChild('alert-policy-assignment-created');
  enforce(app, { level: 2 });
  const message = synthError(app);
  expect(message).toContain(
    'defender-plan-key-vault (CIS 3.1.8.1): the subscription lacks an azurerm_security_center_subscription_pricing with resource_type = "KeyVaults"',
  );
  expect(message).toContain('Microsoft.Authorization/policyAssignments/write');
  expect(message.match(/the subscription lacks/g)).toHaveLength(2);
});

test('an extension that nobody listed is missed', () => {
  const app = newApp();
  new SubscriptionBaselineStack(app, 'subscription-baseline', { ...props, extensions: {} });
  enforce(app, { level: 2 });
  expect(synthError(app)).toContain('defender-file-integrity-monitoring');
});

test('the JSON is what was reviewed', () => {
  const { '//': _, ...json } = synthesized(baseline());
  expect(json).toMatchSnapshot();
});

offline('Terraform plans it', async () => {
  await inFolder({}, async ({ write, plan }) => {
    write(baseline());
    const { changes } = await plan();
    expect(new Set(changes.map(({ change }) => change.actions.join()))).toEqual(new Set(['create']));
  });
});
