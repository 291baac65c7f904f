// Terraform's own plan, made with the stand-in, held against plan.json.
import { planJson } from '../../remediations/render/plan-json';
import { verifyJson, verifyMarkdown } from '../../remediations/render/verify-text';
import { readPlanFile } from '../../remediations/verify/plan-file';
import { readTerraformPlan, type TerraformPlan } from '../../remediations/verify/terraform-plan';
import { type VerifyOptions, verify } from '../../remediations/verify/verify';
import { needsTerraform } from '../stand-in/needs-terraform';
import { inWorkspace, type Workspace } from '../stand-in/workspace';
import { account, finding, patched, remedy, type Tree, versions } from './code';

const offline = needsTerraform('tests that hold a plan of Terraform against plan.json');
const RULES = ['CKV_AZURE_44', 'CKV_AZURE_190', 'CKV2_AZURE_38'];

const tree = (body: string, more = ''): Tree => ({
  'versions.tf': versions(),
  'main.tf': `${account('a', body)}\n${account('b', 'min_tls_version = "TLS1_2"')}${more}`,
});
const BEFORE = tree('min_tls_version = "TLS1_0"\nallow_nested_items_to_be_public = true');

/** A plan of plumbline for the tree, as its plan.json and the code it leads to. */
function planned(before: Tree, allow: Parameters<typeof remedy>[2] = {}) {
  const result = remedy(
    before,
    RULES.map((rule) => finding(rule, { address: 'azurerm_storage_account.a', file: 'main.tf' })),
    allow,
  );
  const text = [...planJson({ ...result, notes: [], provider: [], level: 2, sources: [] })].join('');
  return { against: readPlanFile(JSON.parse(text), 'plan.json'), after: patched(before, result) };
}

/** Terraform's plan for code; `write` adds the provider. */
async function plan({ write, run, plan: make }: Workspace, code: Tree): Promise<TerraformPlan> {
  write(code['main.tf']);
  const { code: exit, stderr } = await make();
  if (exit === 1) throw new Error(stderr);
  return readTerraformPlan(JSON.parse((await run('show', '-json', 'tfplan')).stdout), 'tfplan.json');
}

async function existing(workspace: Workspace, code: Tree): Promise<void> {
  workspace.write(code['main.tf']);
  const { code: exit, stderr } = await workspace.run('apply', '-auto-approve', '-input=false');
  if (exit) throw new Error(stderr);
}

const said = (terraform: TerraformPlan, options: VerifyOptions) => {
  const { isProven, outcomes, controls, losses, others } = verify(terraform, options);
  return {
    isProven,
    missing: outcomes.filter(({ match }) => match === 'no').map(({ address, path }) => `${address} ${path}`),
    failing: controls.filter(({ answer }) => answer === 'no').map(({ control, address }) => `${control} ${address}`),
    losses: losses.map(({ address, what, attributes }) => `${what} ${address} ${attributes}`.trim()),
    others: others.map(({ address, what, attributes }) => `${what} ${address} ${attributes}`.trim()),
  };
};
const PROVEN = { isProven: true, missing: [], failing: [], losses: [], others: [] };

offline('what the patch says is in the plan, and nothing else', async () => {
  const { against, after } = planned(BEFORE);
  expect(against.changes.length).toBeGreaterThan(2);
  await inWorkspace({}, async (workspace) => {
    await existing(workspace, BEFORE);
    const before = await plan(workspace, BEFORE);
    const terraform = await plan(workspace, after);
    expect(said(terraform, { against, before })).toEqual(PROVEN);
    expect(verifyMarkdown(verify(terraform, { against }))).toContain('## Terraform’s plan: proven');

    // Without the patch every change is missing, and every control fails.
    const without = said(before, { against });
    expect(without.isProven).toBe(false);
    expect(without.missing).toContain('azurerm_storage_account.a min_tls_version');
    expect(without.failing).toContain('storage-min-tls azurerm_storage_account.a');
  });
});

offline('what nobody wanted is told, and fails where the plan before is known', async () => {
  const { against, after } = planned(BEFORE);
  const other = 'update azurerm_storage_account.b https_traffic_only_enabled';
  const meddled = {
    'main.tf': after['main.tf'].replace(
      'resource "azurerm_storage_account" "b" {',
      'resource "azurerm_storage_account" "b" {\n  https_traffic_only_enabled = false',
    ),
  };
  await inWorkspace({}, async (workspace) => {
    await existing(workspace, BEFORE);
    const before = await plan(workspace, BEFORE);
    const terraform = await plan(workspace, meddled);
    expect(said(terraform, { against })).toEqual({ ...PROVEN, others: [other] });
    expect(said(terraform, { against, before })).toEqual({ ...PROVEN, isProven: false, others: [other] });
    // What the plan before does too is nobody's news.
    expect(said(terraform, { against, before: terraform })).toEqual({ ...PROVEN, others: [] });
  });
});

offline('a replacement and a destruction fail unless named', async () => {
  const { against, after } = planned(BEFORE);
  const replaced = after['main.tf'].replace('"rg"', '"rg-other"');
  const gone = account('a', 'min_tls_version = "TLS1_2"');
  await inWorkspace({}, async (workspace) => {
    await existing(workspace, BEFORE);
    const moved = await plan(workspace, { 'main.tf': replaced });
    expect(said(moved, { against })).toMatchObject({
      isProven: false,
      losses: ['replace azurerm_storage_account.a resource_group_name'],
    });
    expect(said(await plan(workspace, { 'main.tf': gone }), {})).toMatchObject({
      isProven: false,
      losses: ['destroy azurerm_storage_account.b'],
    });
    const named = { ...against, changes: against.changes.map((change) => ({ ...change, impact: 'replaces' })) };
    expect(said(moved, { against: named })).toMatchObject({ isProven: true, losses: [] });
  });
});

offline('resources beside each instance of a map are looked for, created or not', async () => {
  const code = {
    'versions.tf': versions(),
    'main.tf': account('a', 'for_each = toset(["x", "y"])').replace('"sta"', '"sta${each.key}"'),
  };
  const subject = { address: 'azurerm_storage_account.a["x"]', file: 'main.tf' };
  const answers = { logAnalyticsWorkspaceId: '/subscriptions/s/resourceGroups/g/providers/p/workspaces/w' };
  const result = remedy(code, [finding('CKV2_AZURE_21', subject)], { answers });
  const file = JSON.parse([...planJson({ ...result, notes: [], provider: [], level: 2, sources: [] })].join(''));
  expect(file.changes).toHaveLength(1);
  expect(file.changes[0].adds).toEqual({ type: 'azurerm_monitor_diagnostic_setting', name: 'a_blob_logs' });
  const against = readPlanFile(file, 'plan.json');
  await inWorkspace({}, async (workspace) => {
    const addresses = [...against.changes[0].resources].map((each) =>
      each.replace('azurerm_storage_account.a', 'azurerm_monitor_diagnostic_setting.a_blob_logs'),
    );
    const created = verify(await plan(workspace, patched(code, result)), { against });
    expect(created.outcomes.map(({ address, match }) => [address, match])).toEqual(
      // The id of an account that is not there yet.
      addresses.map((address) => [address, 'unknown']),
    );
    expect(created.controls.map(({ answer }) => answer)).not.toContain('no');
    await existing(workspace, code);
    const before = await plan(workspace, code);
    const terraform = await plan(workspace, patched(code, result));
    expect(said(terraform, { against, before })).toEqual(PROVEN);
    expect(said(before, { against })).toMatchObject({ isProven: false, missing: addresses.map((each) => `${each} `) });
  });
});

/** A plan of Terraform as JSON: one resource, and what is done for it. */
const shown = (
  values: object,
  change: object,
  { type = 'azurerm_storage_account', more = {} }: { type?: string; more?: object } = {},
) => ({
  format_version: '1.2',
  planned_values: {
    root_module: { resources: [{ address: `${type}.a`, mode: 'managed', type, name: 'a', values }] },
  },
  resource_changes: [{ address: `${type}.a`, mode: 'managed', type, change: { after: values, ...change }, ...more }],
});
const wanted = (over: object) =>
  readPlanFile(
    {
      schema: 'azure-plumbline/plan-1',
      changes: [
        {
          id: '0123456789',
          wave: 1,
          controls: [],
          resources: ['azurerm_storage_account.a'],
          roots: ['.'],
          path: ['min_tls_version'],
          to: 'TLS1_2',
          ...over,
        },
      ],
    },
    'plan.json',
  );
const read = (json: unknown) => readTerraformPlan(json, 'tfplan.json');
const update = { actions: ['update'], before: { min_tls_version: 'TLS1_0' } };

test('rules of a security group may stand in another order', () => {
  const rule = (name: string, source: string) => ({ name, source_address_prefix: source });
  const against = wanted({
    resources: ['azurerm_network_security_group.a'],
    path: ['security_rule', 0, 'source_address_prefix'],
    to: '10.0.0.0/8',
  });
  const match = (...sources: string[]) =>
    verify(
      read(
        shown({ security_rule: sources.map((each) => rule(each, each)) }, update, {
          type: 'azurerm_network_security_group',
        }),
      ),
      { against },
    ).outcomes[0].match;
  expect(match('*', '10.0.0.0/8')).toBe('yes');
  expect(match('*')).toBe('no');
});

test('values that are known only after apply, and lists, numbers and blocks in the form of the plan', () => {
  const match = (path: (string | number)[], to: unknown, values: object, unknown: object = {}) =>
    verify(read(shown(values, { ...update, after_unknown: unknown })), { against: wanted({ path, to }) }).outcomes[0]
      .match;
  expect(match(['min_tls_version'], 'TLS1_2', {}, { min_tls_version: true })).toBe('unknown');
  expect(match(['queue_encryption_key_type'], null, { queue_encryption_key_type: null })).toBe('yes');
  expect(match(['tags'], { a: '1' }, { tags: { a: 1, b: 2 } })).toBe('yes');
  expect(match(['tags'], { a: '1' }, { tags: null })).toBe('no');
  const rules = (bypass: string[]) => ({ network_rules: [{ default_action: 'Deny', bypass }] });
  expect(match(['network_rules', 'bypass'], ['A', 'B'], rules(['B', 'A']))).toBe('yes');
  expect(match(['network_rules', 'bypass'], ['A'], rules(['B', 'A']))).toBe('no');
  expect(match(['network_rules'], { default_action: 'Deny' }, rules([]))).toBe('yes');
  expect(match(['network_rules'], [{ default_action: 'Deny' }], rules([]))).toBe('yes');
  expect(match(['network_rules'], { default_action: 'Allow' }, rules([]))).toBe('no');
});

test('what Terraform marks as sensitive is not shown', () => {
  const json = shown({ tags: { key: 'hush' } }, { ...update, after_sensitive: { tags: { key: true } } });
  const result = verify(read(json), { against: wanted({ path: ['tags'], to: { key: 'x' } }) });
  expect(result.outcomes[0].match).toBe('no');
  expect(verifyMarkdown(result)).toContain('(sensitive)');
  expect(verifyMarkdown(result) + verifyJson(result)).not.toContain('hush');
});

test('objects left behind, resources let go and imports', () => {
  const doing = (change: object, more: object = {}, options: VerifyOptions = {}) =>
    said(read(shown({}, change, { more })), options);
  expect(doing({ actions: ['delete'] }, { deposed: '0a1b2c3d' }).losses).toEqual([
    'destroy azurerm_storage_account.a (left behind by a replacement)',
  ]);
  expect(doing({ actions: ['forget'] }).losses).toEqual(['forget azurerm_storage_account.a']);
  const imported = { actions: ['no-op'], importing: { id: '/subscriptions/s' }, before: {} };
  expect(doing(imported)).toMatchObject({ isProven: true, others: ['import azurerm_storage_account.a'] });
  const before = read(shown({}, { actions: ['delete', 'create'] }));
  expect(doing({ actions: ['delete', 'create'] }, {}, { before })).toMatchObject({
    isProven: true,
    losses: [],
    others: ['replace azurerm_storage_account.a'],
  });
});

test('a wave, a root module, a resource of another root', () => {
  const json = shown({ min_tls_version: 'TLS1_2' }, update);
  const two = wanted({ roots: ['dev', 'prod'] });
  expect(() => verify(read(json), { against: two })).toThrow('plan.json is about 2 root modules');
  expect(() => verify(read(json), { against: two, root: 'test' })).toThrow(
    '--root test: plan.json has no change for it',
  );
  expect(said(read(json), { against: two, root: 'dev' })).toEqual(PROVEN);
  const elsewhere = wanted({
    roots: ['dev', 'prod'],
    resources: ['azurerm_storage_account.a', 'module.m.azurerm_storage_account.a'],
  });
  expect(said(read(json), { against: elsewhere, root: 'dev' })).toEqual(PROVEN);
  const later = wanted({ wave: 2, to: 'TLS1_3', controls: [{ id: 'storage-min-tls' }] });
  expect(said(read(json), { against: later }).isProven).toBe(false);
  expect(said(read(json), { against: later, wave: 1 })).toMatchObject({ isProven: true, missing: [] });
});

const ARM = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a';
/** One entry of the ledger: the account above, imported for one argument. */
const entry = (over: object = {}, overlay: object = {}) => ({
  id: 'azurerm_storage_account.a',
  controls: ['storage-min-tls'],
  ...over,
  overlay: {
    armId: ARM,
    stack: 'remediation',
    strategy: 'import',
    type: 'azurerm_storage_account',
    name: 'a',
    importId: ARM,
    attributes: { name: 'a', min_tls_version: 'TLS1_2' },
    ignore: ['name', 'tags'],
    ...overlay,
  },
});
const ledger = (...entries: object[]) =>
  readPlanFile({ schema: 'azure-plumbline/plan-1', changes: [], ledger: entries }, 'plan.json');
const importing = { actions: ['update'], importing: { id: ARM } };
const live = { name: 'other', tags: { a: 'b' }, min_tls_version: 'TLS1_0' };
const hard = { ...live, min_tls_version: 'TLS1_2' };

test('what a remediation stack imports changes in its targets alone', () => {
  const against = ledger(entry());
  const terraform = (after: object, change: object = importing) =>
    said(read(shown(after, { before: live, ...change })), { against });
  expect(terraform(hard)).toEqual(PROVEN);
  expect(terraform(hard, { importing: { id: ARM.toUpperCase() }, actions: ['update'] })).toEqual(PROVEN);
  // In the state since an earlier apply.
  expect(terraform(hard, { before: hard, actions: ['no-op'] })).toEqual(PROVEN);
  const id = 'azurerm_storage_account.a';
  expect(terraform(live)).toMatchObject({ isProven: false, missing: [`${id} `], failing: [`storage-min-tls ${id}`] });
  expect(terraform({ ...hard, tags: {} })).toMatchObject({ isProven: false, others: [`update ${id} tags.a`] });
  expect(terraform(hard, { importing: { id: `${ARM}b` }, actions: ['update'] })).toMatchObject({
    isProven: false,
    missing: [`${id} `],
  });
  expect(said(read(shown(hard, { actions: ['create'] })), { against })).toMatchObject({
    isProven: false,
    missing: [`${id} `],
  });
  expect(terraform(hard, { actions: ['delete', 'create'], importing: { id: ARM } })).toMatchObject({
    isProven: false,
    losses: [`replace ${id}`],
  });
});

test('what a stack adds is as it was planned, and what plan.json does not name is not in it', () => {
  const type = 'azurerm_monitor_diagnostic_setting';
  const attributes = { name: 'logs', enabled_log: [{ category: 'StorageRead' }] };
  const { importId: _, ...separate } = entry().overlay;
  const added = { id: `${type}.a`, controls: [], overlay: { ...separate, strategy: 'separate', type, attributes } };
  const against = ledger(added);
  const plans = (after: object) => read(shown(after, { actions: ['create'] }, { type }));
  expect(said(plans(attributes), { against })).toEqual(PROVEN);
  expect(said(plans({ name: 'logs' }), { against })).toMatchObject({ isProven: false, missing: [`${type}.a `] });
  // Of two resources of the stack one is missing.
  expect(said(plans(attributes), { against: ledger(added, entry()) })).toMatchObject({
    isProven: false,
    missing: ['azurerm_storage_account.a '],
  });
  const beside = plans(attributes);
  const [own] = beside.changes;
  const more = { ...beside, changes: [own, { ...own, address: `${type}.b` }] };
  expect(said(more, { against })).toMatchObject({ isProven: false, others: [`create ${type}.b`] });
});

test('one resource in the stacks of two waves: which was planned has to be told where it cannot be seen', () => {
  const disruptive = entry(
    { id: 'azurerm_storage_account.a (disruptive)', controls: ['storage-https-only'] },
    {
      stack: 'remediation-disruptive',
      attributes: { name: 'a', https_traffic_only_enabled: true },
      ignore: ['name', 'tags', 'min_tls_version'],
    },
  );
  const against = ledger(entry({}, { ignore: ['name', 'tags', 'https_traffic_only_enabled'] }), disruptive);
  const terraform = read(shown(hard, { before: live, ...importing }));
  expect(() => verify(terraform, { against })).toThrow('plan.json has 2 stacks with resources of this plan');
  expect(said(terraform, { against, stack: 'remediation' })).toEqual(PROVEN);
  expect(said(terraform, { against, stack: 'remediation-disruptive' })).toMatchObject({
    isProven: false,
    others: ['update azurerm_storage_account.a min_tls_version'],
  });
  expect(() => verify(terraform, { against, stack: 'other' })).toThrow('--stack other: plan.json has no such stack');
});

test('what is released is forgotten, and nothing else is', () => {
  const forget = { before: live, after: null, actions: ['forget'] };
  const json = { ...shown({}, forget), planned_values: { root_module: {} } };
  expect(said(read(json), { against: ledger(entry({ released: true })) })).toEqual(PROVEN);
  expect(said(read(json), { against: ledger(entry()) })).toMatchObject({
    isProven: false,
    losses: ['forget azurerm_storage_account.a'],
  });
});

test('input that is no plan says what it should be', () => {
  expect(() => read({})).toThrow('tfplan.json: not a plan printed by terraform show -json');
  expect(() => read({ format_version: '1.0', values: {} })).toThrow('not a plan');
  expect(() => read({ ...shown({}, update), errored: true })).toThrow('could not finish');
  expect(() => readPlanFile({ schema: 'azure-plumbline/plan-9' }, 'plan.json')).toThrow('plan-9 is not known');
  expect(() => readPlanFile([], 'plan.json')).toThrow('not a plan.json');
  expect(() => wanted({ id: 7 })).toThrow('plan.json, changes[0]: id and resources are missing');
});

test('no shape of a member makes it crash', () => {
  const junk = [null, 7, 'x', [], [[]], {}, [{}], { a: null }, [null]];
  const base = shown({ min_tls_version: 'TLS1_2' }, { ...update, after_unknown: {}, after_sensitive: {} });
  const file = { schema: 'azure-plumbline/plan-1', ...wanted({}) };
  for (const value of junk) {
    for (const name of [
      'actions',
      'before',
      'after',
      'after_unknown',
      'after_sensitive',
      'replace_paths',
      'importing',
    ]) {
      const json = structuredClone(base);
      (json.resource_changes[0].change as Record<string, unknown>)[name] = value;
      expect(() => verify(read(json), { against: wanted({}) })).not.toThrow();
    }
    for (const name of ['path', 'to', 'controls', 'roots', 'adds', 'wave', 'impact'])
      expect(() => verify(read(base), { against: wanted({ [name]: value }) })).not.toThrow();
    expect(() => readPlanFile({ ...file, ledger: value, changes: [] }, 'plan.json')).not.toThrow();
  }
});
