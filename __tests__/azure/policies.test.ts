// What assignments of Azure Policy write by themselves, and what that means for a change.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArmObject, Scan } from '../../remediations/azure/arm-object';
import { asLiveReport, checkScan } from '../../remediations/azure/check-scan';
import { Policies } from '../../remediations/azure/policies';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { sourceFile } from '../../remediations/locate/hcl/tree';
import { readShowJson } from '../../remediations/locate/plan/plan-json';
import { States } from '../../remediations/locate/states';
import { LiveEstate } from '../../remediations/overlay/live-estate';
import { remediate } from '../../remediations/remediate';
import { account, versions } from '../plan/code';

const scan = JSON.parse(readFileSync(join(__dirname, '../../examples/azure/scan.json'), 'utf8')) as Scan;
const SUB = '/subscriptions/5a1e0000-0000-4000-8000-000000000001';
const ACCOUNT = `${SUB}/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stshoporders`;
const DEFINITION = `${SUB}/providers/Microsoft.Authorization/policyDefinitions/own`;

const policyObject = (kind: string, scope: string, name: string, properties: object): ArmObject => ({
  id: `${scope}/providers/Microsoft.Authorization/${kind}/${name}`,
  type: `Microsoft.Authorization/${kind}`,
  name,
  properties,
});
const assigned = (properties: object, scope = SUB) =>
  policyObject('policyAssignments', scope, 'mine', {
    displayName: 'Mine',
    policyDefinitionId: DEFINITION,
    ...properties,
  });
/** What has a member `then` is taken for a promise by readers of code. */
const ruleOf = (then: object) =>
  Object.fromEntries([
    ['if', { field: 'type', equals: 'Microsoft.Storage/storageAccounts' }],
    ['then', then],
  ]);
const tls = (value: unknown, more: object = {}, parameters: object = {}) =>
  policyObject('policyDefinitions', SUB, 'own', {
    displayName: 'TLS',
    parameters,
    policyRule: ruleOf({
      effect: 'Modify',
      details: {
        operations: [
          { operation: 'addOrReplace', field: 'Microsoft.Storage/storageAccounts/minimumTlsVersion', value },
        ],
      },
      ...more,
    }),
  });
const about = (id: string, ...objects: readonly ArmObject[]) => new Policies({ objects }).about(id);

test('an assignment writes below its scope alone', () => {
  const write = { assignment: 'Mine', definition: 'TLS', effect: 'modify', value: 'TLS1_1' };
  expect(about(ACCOUNT, assigned({}), tls('TLS1_1'))).toMatchObject([write]);
  expect(about(ACCOUNT.toUpperCase(), assigned({}), tls('TLS1_1'))).toMatchObject([write]);
  const group = `${SUB}/resourceGroups/rg-data`;
  expect(about(ACCOUNT, assigned({}, group), tls('TLS1_1'))).toMatchObject([write]);
  expect(about(ACCOUNT, assigned({}, `${SUB}/resourceGroups/rg-dat`), tls('TLS1_1'))).toEqual([]);
  expect(about(ACCOUNT, assigned({}, ACCOUNT), tls('TLS1_1'))).toMatchObject([write]);
  const managed = '/providers/Microsoft.Management/managementGroups/mg-shop';
  expect(about(ACCOUNT, assigned({}, managed), tls('TLS1_1'))).toMatchObject([write]);
  expect(about(ACCOUNT, assigned({}, '/subscriptions/another'), tls('TLS1_1'))).toEqual([]);
});

test.each([
  ['notScopes', assigned({ notScopes: [`${SUB}/resourceGroups/RG-DATA`] }), tls('TLS1_1')],
  ['enforcementMode', assigned({ enforcementMode: 'DoNotEnforce' }), tls('TLS1_1')],
  ['another effect', assigned({}), tls('TLS1_1', { effect: 'Audit' })],
  [
    'an effect by its parameter',
    assigned({ parameters: { effect: { value: 'Disabled' } } }),
    tls('TLS1_1', { effect: "[parameters('effect')]" }, { effect: { defaultValue: 'Modify' } }),
  ],
  ['an override', assigned({ overrides: [{ kind: 'policyEffect', value: 'Audit' }] }), tls('TLS1_1')],
])('nothing is written: %s', (_, ...objects) => {
  expect(about(ACCOUNT, ...objects)).toEqual([]);
});

test('an exemption frees what it stands on', () => {
  const exemption = (scope: string, more: object = {}) =>
    policyObject('policyExemptions', scope, 'free', { policyAssignmentId: assigned({}).id.toLowerCase(), ...more });
  expect(about(ACCOUNT, assigned({}), tls('TLS1_1'), exemption(`${SUB}/resourceGroups/rg-data`))).toEqual([]);
  expect(about(ACCOUNT, assigned({}), tls('TLS1_1'), exemption(ACCOUNT))).toEqual([]);
  expect(about(ACCOUNT, assigned({}), tls('TLS1_1'), exemption(`${SUB}/resourceGroups/rg-app`))).toHaveLength(1);
});

test('parameters lead from the assignment through a set to the value', () => {
  const own = tls("[parameters('version')]", {}, { version: { defaultValue: 'TLS1_0' } });
  expect(about(ACCOUNT, assigned({}), own)).toMatchObject([{ value: 'TLS1_0' }]);
  expect(about(ACCOUNT, assigned({ parameters: { Version: { value: 'TLS1_2' } } }), own)).toMatchObject([
    { value: 'TLS1_2' },
  ]);
  const set = (parameters: object) =>
    policyObject('policySetDefinitions', SUB, 'set', {
      parameters: { tls: { defaultValue: 'TLS1_1' } },
      policyDefinitions: [{ policyDefinitionId: DEFINITION, policyDefinitionReferenceId: 'tls', parameters }],
    });
  const ofSet = { policyDefinitionId: set({}).id };
  expect(about(ACCOUNT, assigned(ofSet), set({ version: { value: "[parameters('tls')]" } }), own)).toMatchObject([
    { value: 'TLS1_1' },
  ]);
  const given = { ...ofSet, parameters: { tls: { value: 'TLS1_2' } } };
  expect(about(ACCOUNT, assigned(given), set({ version: { value: "[parameters('tls')]" } }), own)).toMatchObject([
    { value: 'TLS1_2' },
  ]);
  expect(about(ACCOUNT, assigned(given), set({}), own)).toMatchObject([{ value: 'TLS1_0' }]);
  // What another function makes is not known, but written.
  expect(about(ACCOUNT, assigned({}), tls("[concat('TLS1', '_2')]"))).toEqual([
    expect.not.objectContaining({ value: expect.anything() }),
  ]);
});

test('of a built-in definition that was not read, what it is about is known', () => {
  const built = '/providers/Microsoft.Authorization/policyDefinitions/F81E3117-0093-4b17-8a60-82363134f0eb';
  expect(about(ACCOUNT, assigned({ policyDefinitionId: built }))).toEqual([
    {
      assignment: 'Mine',
      assignmentId: assigned({}).id,
      definition: 'Configure secure transfer of data on a storage account',
      about: 'Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly',
      effect: 'modify',
    },
  ]);
  const off = { policyDefinitionId: built, parameters: { effect: { value: 'Disabled' } } };
  expect(about(ACCOUNT, assigned(off))).toEqual([]);
});

/** The plan of the example with more assignments. */
function planned(rule: string, ...objects: readonly ArmObject[]) {
  const estate = { ...scan, objects: [...scan.objects, ...objects] };
  const live = new LiveEstate(estate);
  const only = new Set([rule]);
  const report = asLiveReport(checkScan(live.groups, { level: 2, only }));
  const { plan } = remediate([report], readEstate([]), { level: 2, answers: {}, allow: new Set(), live, only });
  const of = (id: string) => ({
    notes: plan.overlays.filter(({ overlay }) => overlay.armId === id).flatMap(({ notes }) => notes),
    why: plan.unplanned.filter(({ address }) => address === id).map(({ reason, note }) => `${reason}: ${note}`),
  });
  return of(ACCOUNT);
}

test('another value is a conflict, the same value a note, an unknown value a warning', () => {
  expect(planned('storage-min-tls')).toEqual({ notes: [], why: [] });
  expect(planned('storage-min-tls', assigned({}), tls('TLS1_2')).notes).toEqual([
    'Azure Policy "Mine" (TLS) writes the same value by itself',
  ]);
  expect(planned('storage-min-tls', assigned({}), tls('TLS1_1'))).toEqual({
    notes: [],
    why: [
      `conflict: Azure Policy "Mine" (TLS) sets Microsoft.Storage/storageAccounts/minimumTlsVersion to "TLS1_1": it and Terraform would change it back and forth. Change the parameter of the assignment, or exempt the resource (${assigned({}).id})`,
    ],
  });
  expect(planned('storage-min-tls', assigned({}), tls("[concat('x')]")).notes).toEqual([
    expect.stringContaining('if to another value, change its parameter or add it to ignore_changes'),
  ]);
  // Another property of the same account.
  expect(planned('storage-no-anonymous-access', assigned({}), tls('TLS1_1')).why).toEqual([]);
});

test('where code has the resource, its change says what the policy writes', () => {
  const files = [
    sourceFile('main.tf', account('orders', 'min_tls_version = "TLS1_0"')),
    sourceFile('versions.tf', versions()),
  ];
  const resource = {
    address: 'azurerm_storage_account.orders',
    mode: 'managed',
    type: 'azurerm_storage_account',
    name: 'orders',
    values: { id: ACCOUNT },
  };
  const snapshot = readShowJson({ format_version: '1.0', values: { root_module: { resources: [resource] } } });
  const live = new LiveEstate({ ...scan, objects: [...scan.objects, assigned({}), tls('TLS1_1')] });
  const only = new Set(['storage-min-tls']);
  const { plan } = remediate([asLiveReport(checkScan(live.groups, { level: 2, only }))], readEstate(files), {
    ...{ level: 2, answers: {}, allow: new Set(), live, only },
    states: new States([{ source: 'state.json', snapshot }]),
  });
  expect(plan.overlays).toEqual([]);
  expect(plan.changes.map(({ notes }) => notes)).toEqual([
    [
      'state.json has it as azurerm_storage_account.orders',
      expect.stringMatching(/sets .*minimumTlsVersion to "TLS1_1".* ignore_changes = \[min_tls_version\] }$/),
    ],
  ]);
});

test('policies of any shape are read without a fall', () => {
  for (const junk of [null, 7, 'x', [], [[]], {}, [{}], [null], { value: null }])
    for (const name of ['policyDefinitionId', 'parameters', 'notScopes', 'overrides', 'enforcementMode', 'scope']) {
      expect(() => about(ACCOUNT, assigned({ [name]: junk }), tls('TLS1_1'))).not.toThrow();
      const definition = {
        ...tls('TLS1_1'),
        properties: { policyRule: ruleOf({ effect: 'modify', details: junk }), parameters: junk },
      };
      expect(() => about(ACCOUNT, assigned({}), definition)).not.toThrow();
      expect(() => about(ACCOUNT, assigned({}), { ...definition, properties: junk as never })).not.toThrow();
    }
});
