// Findings that know a resource by its id in Azure, and states that know its address.
import { readShowJson } from '../../remediations/locate/plan/plan-json';
import { type State, States } from '../../remediations/locate/states';
import { account, finding, patched, reasons, remedy, type Tree } from '../plan/code';

const ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/sta';
const state = (address: string, id = ID, more: Partial<State> = {}): State => ({
  source: 'state.json',
  snapshot: readShowJson({
    format_version: '1.0',
    values: {
      root_module: {
        resources: [{ address, mode: 'managed', type: 'azurerm_storage_account', name: 'a', values: { id } }],
      },
    },
  }),
  ...more,
});
const A = 'azurerm_storage_account.a';
const weak = account('a', 'min_tls_version = "TLS1_0"');
const tls = (armId: string) => [finding('storage_ensure_minimum_tls_version_12', { armId }, 'prowler')];
const plan = (tree: Tree, states: readonly State[], armId = ID) => {
  const result = remedy(tree, tls(armId), { states: new States(states) });
  return { reasons: reasons(result), files: [...result.files.keys()], patched: patched(tree, result), result };
};

test.each([
  ['as it is', ID],
  ['in capitals', ID.toUpperCase()],
  ['with a slash behind it', `${ID}/`],
  ['with a mark behind it', `${ID}##Serverless`],
  ['a part of it', `${ID}/blobServices/default`],
  ['an extension of it', `${ID}/providers/Microsoft.Insights/diagnosticSettings/x`],
])('the id %s leads to the code', (_, armId) => {
  const { reasons: left, patched: after } = plan({ 'main.tf': weak }, [state(A)], armId);
  expect(left).toEqual([]);
  expect(after['main.tf']).toContain('min_tls_version = "TLS1_2"');
});

test('in a module, and one instance of several', () => {
  const tree = {
    'main.tf': 'module "m" {\n  source = "./m"\n  for_each = { x = "TLS1_0", y = "TLS1_2" }\n  tls = each.value\n}\n',
    'm/main.tf': `${account('a', 'min_tls_version = var.tls')}variable "tls" {}\n`,
  };
  const { result } = plan(tree, [state('module.m["x"].azurerm_storage_account.a')]);
  expect(result.plan.changes.map(({ resources }) => resources)).toEqual([['module.m["x"].azurerm_storage_account.a']]);
});

test('the same address in two root modules needs the folder of the state', () => {
  const tree = { 'dev/main.tf': weak, 'prod/main.tf': weak };
  expect(plan(tree, [state(A)]).reasons).toEqual([
    `ambiguous: state.json has it as ${A}, which is in dev, prod: say whose state it is with --state <folder>=state.json`,
  ]);
  expect(plan(tree, [state(A, ID, { root: 'prod' })]).files).toEqual(['prod/main.tf']);
});

test('what another state manages is told, and never planned as a stack of its own', () => {
  const endpoint = [finding('storage_ensure_private_endpoints_in_storage_accounts', { armId: ID }, 'prowler')];
  const states = new States([state('azurerm_storage_account.elsewhere')]);
  const answers = { privateEndpointSubnetId: '/subscriptions/0/s' };
  const result = remedy({ 'main.tf': account('b') }, endpoint, { states, answers });
  expect(result.plan.overlays).toEqual([]);
  expect(reasons(result)).toEqual([
    'not-found: state.json has it as azurerm_storage_account.elsewhere, which is not in this code',
  ]);
});

test('of two states the one whose code this is counts; two in the code are ambiguous', () => {
  const other = state('azurerm_storage_account.gone', ID, { source: 'old.json' });
  expect(plan({ 'main.tf': weak }, [other, state(A)]).reasons).toEqual([]);
  const second = state('azurerm_storage_account.b', ID, { source: 'b.json' });
  const tree = { 'main.tf': weak + account('b', 'min_tls_version = "TLS1_0"') };
  expect(plan(tree, [state(A), second]).reasons).toEqual([
    `ambiguous: several states have it: ${A} in state.json, azurerm_storage_account.b in b.json`,
  ]);
});

test('a resource of another type with the same id, and an id that nobody has, are as without a state', () => {
  const { reasons: left } = plan({ 'main.tf': weak }, [state(A)], ID.replace('/sta', '/stb'));
  expect(left).toEqual([expect.stringMatching(/^not-found: /)]);
  expect(new States([state(A)]).owners('', new Set([A]))).toEqual([]);
  expect(new States([state(A, 'not an id')]).owners('not an id', new Set(['azurerm_storage_account']))).toEqual([]);
});

describe('a resource inside of a module from elsewhere', () => {
  const tree = {
    'main.tf':
      'module "m" {\n  source = "Azure/avm-res-storage-storageaccount/azurerm"\n  version = "0.6.4"\n  name = "sta"\n  resource_group_name = "rg"\n  min_tls_version = "TLS1_0"\n}\n',
  };
  const fixed = { 'main.tf': tree['main.tf'].replace('TLS1_0', 'TLS1_2') };

  test('is found by the state, and changed at the call', () => {
    const { reasons: left, patched: after } = plan(tree, [state('module.m.azurerm_storage_account.this')]);
    expect([left, after]).toEqual([[], fixed]);
  });

  test('is found by its name', () => {
    const { reasons: left, patched: after } = plan(tree, []);
    expect([left, after]).toEqual([[], fixed]);
  });

  test('of another module is named, and never planned as a stack of its own', () => {
    const other = { 'main.tf': tree['main.tf'].replace('Azure/avm-res', 'example/res') };
    const { reasons: left, result } = plan(other, [state('module.m.azurerm_storage_account.this')]);
    expect(left).toEqual([expect.stringMatching(/^remote-module: state.json has it as .*; module m is fetched from /)]);
    expect(result.plan.overlays).toEqual([]);
  });
});
