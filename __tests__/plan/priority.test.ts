import { parse } from 'yaml';
import { controlById } from '../../controls/index';
import { isExposed, urgency } from '../../remediations/priority';
import { readProfile } from '../../remediations/profile/profile';
import { account, finding, reasons, remedy, type Tree } from './code';

const resource = (type: string, attributes = {}) => ({ address: `${type}.a`, type, attributes });
const storage = (attributes = {}) => resource('azurerm_storage_account', attributes);
const rule = (source: object, more: object = {}) => ({ access: 'Allow', direction: 'Inbound', ...source, ...more });
const group = (...rules: object[]) => resource('azurerm_network_security_group', { security_rule: rules });

test.each([
  ['the default of the provider is open', storage(), true],
  ['closed', storage({ public_network_access_enabled: false }), false],
  ['a firewall that denies', storage({ network_rules: { default_action: 'Deny' } }), false],
  ['a firewall that allows', storage({ network_rules: { default_action: 'Allow' } }), true],
  ['a type without an endpoint', resource('azurerm_key_vault_key', {}), false],
  ['a rule for anybody', group(rule({ source_address_prefix: 'Internet' })), true],
  ['a rule for anybody, in a list', group(rule({ source_address_prefixes: ['10.0.0.0/8', '0.0.0.0/0'] })), true],
  ['a rule for some', group(rule({ source_address_prefix: '10.0.0.0/8' })), false],
  ['a rule that denies', group(rule({ source_address_prefix: '*' }, { access: 'Deny' })), false],
  ['a rule outwards', group(rule({ source_address_prefix: '*' }, { direction: 'Outbound' })), false],
  ['a rule of its own', resource('azurerm_network_security_rule', rule({ source_address_prefix: '*' })), true],
])('exposed: %s', (_, each, answer) => {
  expect(isExposed(each)).toBe(answer);
});

const rules = readProfile(
  parse('criticality:\n  - { is: low, name: "*sandbox*" }\n  - { is: high, tags: { env: prod* } }'),
  'p',
).criticality;
const closed = { public_network_access_enabled: false };

test('severity, level, exposure and criticality count', () => {
  const tls = controlById('storage-min-tls')!;
  const of = (attributes: object) => urgency(tls, storage({ ...closed, ...attributes }), rules);
  expect(of({})).toBe(55);
  expect(of({ public_network_access_enabled: true })).toBe(70);
  expect(of({ tags: { env: 'prod-eu' } })).toBe(70);
  expect(of({ tags: { Env: 'prod-eu' } })).toBe(70);
  expect(of({ name: 'stsandbox1', tags: { env: 'prod' } })).toBe(40);
  expect(urgency({ ...tls, level: 2 }, storage(closed), rules)).toBe(45);
});

const tree: Tree = {
  'main.tf': `${account('a', 'min_tls_version = "TLS1_0"')}${account('b', 'min_tls_version = "TLS1_0"\ntags = { env = "prod" }')}${account('c', 'allow_nested_items_to_be_public = true')}`,
};
const at = (rule: string, name: string) =>
  finding(rule, { address: `azurerm_storage_account.${name}`, file: 'main.tf' });
const findings = [at('CKV_AZURE_44', 'a'), at('CKV_AZURE_44', 'b'), at('CKV_AZURE_190', 'c')];

test('--top keeps the most urgent, and tells the rest what they wait for', () => {
  const all = remedy(tree, findings, { criticality: rules }).plan.changes;
  expect(all).toHaveLength(3);
  const one = remedy(tree, findings, { criticality: rules, top: 1 });
  expect(one.plan.changes.map(({ resources }) => resources)).toEqual([['azurerm_storage_account.b']]);
  expect(reasons(one)).toEqual([
    expect.stringMatching(/^later: priority \d+: others are more urgent$/),
    expect.stringMatching(/^later: /),
  ]);
  expect(remedy(tree, findings, { criticality: rules, top: 9 }).plan.changes).toHaveLength(3);
});

test('a finding that needs two changes gets both', () => {
  const body = 'tags = {}';
  const code = { 'main.tf': account('a', body) };
  const two = [at('CKV_AZURE_33', 'a'), at('CKV2_AZURE_38', 'a')];
  const answers = { logAnalyticsWorkspaceId: '/subscriptions/s/w' };
  const whole = remedy(code, two, { answers });
  const top = remedy(code, two, { answers, top: 1 });
  for (const change of top.plan.changes)
    for (const each of change.findings)
      expect(top.plan.changes.filter(({ findings: closed }) => closed.includes(each))).toHaveLength(
        whole.plan.changes.filter(({ findings: closed }) => closed.some(({ rule: name }) => name === each.rule)).length,
      );
  expect(top.plan.unplanned.length).toBeGreaterThan(0);
});
