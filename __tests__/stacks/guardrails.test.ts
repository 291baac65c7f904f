import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { guardrails } from '../../controls/guardrails/initiative';
import { GUARDRAILS_SCHEMA } from '../../controls/guardrails/terraform';
import { GuardrailStack, guardrailStack } from '../../stacks/guardrails';

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';
const exemption = {
  control: 'storage-min-tls',
  armId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st`,
  reason: 'Old ${scanners} %{if}',
  owner: 'team-shop',
  until: '2027-06-30',
};

const synthesized = (stack: GuardrailStack) => JSON.parse(Testing.synth(stack, true)).resource;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guardrails-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('level 1 of a subscription, with one exemption', () => {
  const stack = new GuardrailStack(Testing.app(), 'guardrails', {
    level: 1,
    scope: { subscription: SUBSCRIPTION },
    deny: new Set(['storage-min-tls']),
    exemptions: [exemption],
  });
  const resources = synthesized(stack);
  expect(resources.azurerm_policy_definition.storage_min_tls).toMatchSnapshot();
  expect(resources.azurerm_subscription_policy_assignment.level_1).toMatchObject({
    subscription_id: `/subscriptions/${SUBSCRIPTION}`,
    policy_definition_id: '${azurerm_policy_set_definition.level_1.id}',
    enforce: true,
  });
  const references = resources.azurerm_policy_set_definition.level_1.policy_definition_reference;
  expect(
    references.find((each: { reference_id: string }) => each.reference_id === 'storage-min-tls'),
  ).toMatchSnapshot();
  expect(Object.values(resources.azurerm_resource_policy_exemption)).toMatchSnapshot();
});

test('a management group has its own kinds of resources, and two levels', () => {
  const resources = synthesized(
    new GuardrailStack(Testing.app(), 'guardrails', {
      level: 2,
      scope: { managementGroup: 'platform' },
      enforce: false,
    }),
  );
  expect(Object.keys(resources).sort()).toEqual([
    'azurerm_management_group_policy_assignment',
    'azurerm_management_group_policy_set_definition',
    'azurerm_policy_definition',
  ]);
  expect(Object.keys(resources.azurerm_management_group_policy_assignment)).toEqual(['level_1', 'level_2']);
  const [definition] = Object.values<{ management_group_id: string }>(resources.azurerm_policy_definition);
  expect(definition.management_group_id).toBe('/providers/Microsoft.Management/managementGroups/platform');
});

test('a file makes the same stack as the options it was made with', () => {
  const scope = { subscription: SUBSCRIPTION };
  const file = join(folder, 'guardrails.json');
  const document = {
    schema: GUARDRAILS_SCHEMA,
    ...guardrails({ level: 1 }),
    scope,
    enforce: true,
    exemptions: [exemption],
  };
  writeFileSync(file, JSON.stringify(document));
  const direct = new GuardrailStack(Testing.app(), 'guardrails', { level: 1, scope, exemptions: [exemption] });
  expect(synthesized(guardrailStack(Testing.app(), file))).toEqual(synthesized(direct));
});

test.each([
  ['no file', undefined, /there are no guardrails at/],
  ['no JSON', '{', /is not JSON/],
  ['another schema', '{"schema":"azure-plumbline/guardrails-9"}', /this release reads/],
  ['half a file', `{"schema":"${GUARDRAILS_SCHEMA}","definitions":[]}`, /is not whole/],
])('%s is told', (_, text, message) => {
  const file = join(folder, 'guardrails.json');
  if (text !== undefined) writeFileSync(file, text);
  expect(() => guardrailStack(Testing.app(), file)).toThrow(message);
});
