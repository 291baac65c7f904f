// Whether an id is that of a whole subscription decides what a diagnostic setting, an alert or a role is about.
import { templateValue } from '../../constructs/template';
import { isBroad, isSubscription, someId } from '../../controls/subscription';
import { Reference, Unknown } from '../../controls/value';
import { readShowJson } from '../../remediations/locate/plan/plan-json';

const ZERO = '/subscriptions/00000000-0000-0000-0000-000000000000';
const data = (type: string, attribute: string, suffix = '') =>
  new Reference(`data.${type}.current`, [attribute], suffix);

test.each([
  [ZERO, true],
  [`${ZERO}/`, true],
  [`${ZERO}/resourceGroups/rg`, false],
  ['', false],
  ['/providers/Microsoft.Management/managementGroups/root', false],
  [data('azurerm_subscription', 'id'), true],
  [data('azurerm_subscription', 'id', '/resourceGroups/rg'), false],
  [data('azurerm_client_config', 'subscription_id'), true],
  [new Reference('module.a["x"].data.azurerm_subscription.current[0]', ['id']), true],
  [new Reference('azurerm_subscription.shop', ['subscription_id']), true],
  // The id of the resource is that of an alias.
  [new Reference('azurerm_subscription.shop', ['id']), false],
  [new Reference('azurerm_resource_group.main', ['id']), false],
  [new Unknown('the test'), false],
])('%s is a subscription: %s', (id, expected) => expect(isSubscription(id)).toBe(expected));

test.each([
  ['${data.azurerm_subscription.current.id}', true],
  ['${data.azurerm_subscription.current.id}/resourceGroups/rg', false],
  ['/subscriptions/${data.azurerm_client_config.current.subscription_id}', true],
  ['/subscriptions/${azurerm_subscription.shop.subscription_id}', true],
  ['/subscriptions/${azurerm_subscription.shop.subscription_id}/resourceGroups/rg', false],
  ['/subscriptions/${azurerm_key_vault.main.name}', false],
  ['${data.azurerm_client_config.current.tenant_id}', false],
  ['${data.azurerm_resource_group.main.id}', false],
])('in the JSON of Terraform %s is a subscription: %s', (text, expected) => {
  expect(isSubscription(templateValue(text, ''))).toBe(expected);
});

test('management groups and the root are broader still', () => {
  const broad = ['/', '/providers/Microsoft.Management/managementGroups/root', ZERO];
  expect(broad.map(isBroad)).toEqual([true, true, true]);
  expect(isBroad(new Reference('azurerm_management_group.root', ['id']))).toBe(true);
  expect(isBroad(`${ZERO}/resourceGroups/rg`)).toBe(false);
});

test('what cannot be read could be a subscription', () => {
  const blind = new Unknown('the test');
  expect(someId([[`${ZERO}/resourceGroups/rg`, ZERO]], isSubscription)).toBe(true);
  expect(someId([[blind], ZERO], isSubscription)).toBe(true);
  expect(someId([[blind]], isSubscription)).toBe(blind);
  expect(someId([`${ZERO}/resourceGroups/rg`], isSubscription)).toBe(false);
});

test('a plan that does not know the subscription yet says which one it is', () => {
  const address = 'azurerm_monitor_diagnostic_setting.activity';
  const type = 'azurerm_monitor_diagnostic_setting';
  const plan = (target: string | undefined) => ({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [{ address, type, mode: 'managed', values: target ? { target_resource_id: target } : {} }],
      },
    },
    resource_changes: [{ address, change: { after_unknown: target ? {} : { target_resource_id: true } } }],
    configuration: {
      root_module: {
        resources: [
          {
            address,
            expressions: {
              target_resource_id: {
                references: ['data.azurerm_subscription.current.id', 'data.azurerm_subscription.current'],
              },
            },
          },
        ],
      },
    },
  });
  const read = (target?: string) => readShowJson(plan(target)).resources[0].attributes.target_resource_id;
  expect([read(), read(ZERO)].map(isSubscription)).toEqual([true, true]);
});
