import { account, versions } from '../plan/code';
import { plumbline, shell, useCommand, write } from './command';

useCommand();

const A = 'azurerm_storage_account.a';
const TLS = ['--only', 'storage-min-tls'] as const;
const code = (body: string) => {
  write('infra/main.tf', account('a', body));
  write('infra/versions.tf', versions());
};

test('exit codes: 0 when all is well, 1 on deviations, unknowns and broken files only with --strict', () => {
  code('min_tls_version = "TLS1_2"');
  expect(plumbline('check', 'infra', ...TLS)).toMatchObject({ code: 0, err: '' });
  code('min_tls_version = "TLS1_0"');
  const deviating = plumbline('check', 'infra', ...TLS);
  expect(deviating.code).toBe(1);
  for (const part of [
    'high',
    '4.15',
    'storage-min-tls',
    A,
    'main.tf:1',
    'min_tls_version is "TLS1_0", expected "TLS1_2"',
  ])
    expect(deviating.out).toContain(part);
  code('min_tls_version = var.none');
  expect(plumbline('check', 'infra', ...TLS)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Cannot be told:'),
  });
  expect(plumbline('check', 'infra', ...TLS, '--strict').code).toBe(1);
  code('min_tls_version = "TLS1_2"');
  write('infra/bad.tf', 'resource {');
  expect(plumbline('check', 'infra', ...TLS)).toMatchObject({
    code: 0,
    out: expect.stringContaining('does not parse: bad.tf:1:'),
  });
  expect(plumbline('check', 'infra', ...TLS, '--strict').code).toBe(1);
});

test('--owns says what code of a whole subscription does not declare', () => {
  write(
    'infra/main.tf',
    'resource "azurerm_security_center_subscription_pricing" "vaults" {\n  tier          = "Standard"\n  resource_type = "KeyVaults"\n}\n',
  );
  write('infra/versions.tf', versions());
  const args = ['check', 'infra', '--level', '2', '--only', 'defender-plan-key-vault,defender-plan-storage'];
  expect(plumbline(...args)).toMatchObject({ code: 0 });
  const { code: status, out } = plumbline(...args, '--owns', 'subscription');
  expect(status).toBe(1);
  expect(out).toContain('the subscription');
  expect(out).toContain('lacks an azurerm_security_center_subscription_pricing with resource_type = "StorageAccounts"');
  expect(out).not.toContain('"KeyVaults"');
  expect(plumbline(...args, '--owns', 'everything')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Allowed: subscription, tenant.'),
  });
});

test('--format json and sarif are what they say', () => {
  code('min_tls_version = "TLS1_0"');
  const json = JSON.parse(plumbline('check', 'infra', ...TLS, '--format', 'json').out);
  expect(json.deviating).toEqual([
    {
      control: 'storage-min-tls',
      cis: '4.15',
      level: 1,
      severity: 'high',
      address: A,
      file: 'main.tf',
      lines: [1, 9],
      path: ['min_tls_version'],
      text: 'min_tls_version is "TLS1_0", expected "TLS1_2" or "TLS1_3"',
    },
  ]);
  const { out } = plumbline('check', 'infra', '--level', '2', '--format', 'sarif');
  const sarif = JSON.parse(out);
  expect(sarif.version).toBe('2.1.0');
  const [run] = sarif.runs;
  expect(run.results.length).toBeGreaterThan(5);
  for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of run.results) {
    expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(message.text).toMatch(/\S/);
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('main.tf');
    expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
    expect(Object.values(partialFingerprints)).toHaveLength(1);
  }
  const prints = run.results.map((each: { partialFingerprints: object }) => JSON.stringify(each.partialFingerprints));
  expect(new Set(prints).size).toBe(prints.length);
});

test('its own SARIF is a report that plan reads: every result finds its place', () => {
  code('min_tls_version = "TLS1_0"');
  write('own.sarif', plumbline('check', 'infra', '--format', 'sarif').out);
  const { code: exit, out } = plumbline('plan', '--code', 'infra', '--findings', 'own.sarif');
  expect(exit).toBe(0);
  expect(out).toMatch(/^(\d+) records: \1 closed by \d+ changes, 0 not changed, 0 no finding\.$/m);
});

const cdk = (exceptions: readonly object[]) =>
  JSON.stringify({
    terraform: { required_providers: { azurerm: { source: 'azurerm', version: '4.55.0' } } },
    resource: { azurerm_storage_account: { a: { '//': { plumbline: { exceptions } }, min_tls_version: 'TLS1_0' } } },
  });
const exception = { control: 'storage-min-tls', reason: 'Old scanner.', owner: 'print', until: '2027-06-30' };

test('synthesized JSON is judged, exceptions count until they are over and are always shown', () => {
  write('cdktf.out/stacks/s/cdk.tf.json', cdk([]));
  write('one/cdk.tf.json', cdk([exception]));
  expect(plumbline('check', 'cdktf.out/stacks/s', ...TLS).code).toBe(1);
  expect(plumbline('check', 'cdktf.out/stacks/s/cdk.tf.json', ...TLS).code).toBe(1);
  const before = plumbline('check', 'one/cdk.tf.json', ...TLS, '--today', '2027-06-30');
  expect(before.code).toBe(0);
  expect(before.out).toContain('excepted until 2027-06-30 by print: Old scanner.');
  expect(before.out).toMatch(/0 deviations on 0 resources, 0 checks passed, 0 cannot be told, 1 excepted\.$/m);
  const after = plumbline('check', 'one', ...TLS, '--today', '2027-07-01');
  expect(after.code).toBe(1);
  expect(after.out).toContain('; the exception of print expired on 2027-06-30');
  const json = JSON.parse(plumbline('check', 'one', ...TLS, '--today', '2027-01-01', '--format', 'json').out);
  expect([json.deviating, json.excepted]).toMatchObject([
    [],
    [{ control: 'storage-min-tls', exception: { owner: 'print' } }],
  ]);
  const planned = plumbline('plan', '--code', 'one', ...TLS, '--today', '2027-01-01');
  expect(planned).toMatchObject({ code: 0, out: expect.stringContaining('excepted: Excepted') });
});

const values = {
  id: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/sta',
  min_tls_version: 'TLS1_0',
};
const resource = { address: A, mode: 'managed', type: 'azurerm_storage_account', name: 'a', values };

test('a plan and a state of terraform show -json are judged', () => {
  const state = { format_version: '1.0', values: { root_module: { resources: [resource] } } };
  write('state.json', JSON.stringify(state));
  expect(plumbline('check', 'state.json', ...TLS)).toMatchObject({
    code: 1,
    out: expect.stringContaining('min_tls_version is "TLS1_0"'),
  });
  const inner = { address: 'module.m["a.b"]', resources: [{ ...resource, address: `module.m["a.b"].${A}` }] };
  const { id, ...known } = values;
  const plan = {
    format_version: '1.2',
    planned_values: { root_module: { resources: [{ ...resource, values: known }], child_modules: [inner] } },
    resource_changes: [{ address: A, change: { after_unknown: { id: true } } }],
    configuration: { provider_config: { azurerm: { version_constraint: '~> 4.0' } } },
  };
  write('plan.json', JSON.stringify(plan));
  const { code: exit, out } = plumbline('check', 'plan.json', ...TLS);
  expect(exit).toBe(1);
  expect(out).toContain(`module.m["a.b"].${A}`);
  expect(out).toMatch(/2 resources judged, 2 deviations/);
});

test('a companion in a plan belongs to its account by reference, in a state by id', () => {
  const rules = {
    address: 'azurerm_storage_account_network_rules.r',
    mode: 'managed',
    type: 'azurerm_storage_account_network_rules',
    name: 'r',
  };
  const inState = { ...rules, values: { default_action: 'Deny', storage_account_id: values.id } };
  write(
    'state.json',
    JSON.stringify({ format_version: '1.0', values: { root_module: { resources: [resource, inState] } } }),
  );
  const only = ['--only', 'storage-firewall-deny'];
  expect(plumbline('check', 'state.json', ...only).code).toBe(0);
  const plan = {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          { ...resource, values: {} },
          { ...rules, values: { default_action: 'Deny' } },
        ],
      },
    },
    resource_changes: [{ address: rules.address, change: { after_unknown: { storage_account_id: true } } }],
    configuration: {
      provider_config: { azurerm: { version_constraint: '~> 4.0' } },
      root_module: {
        resources: [{ address: rules.address, expressions: { storage_account_id: { references: [`${A}.id`, A] } } }],
      },
    },
  };
  write('plan.json', JSON.stringify(plan));
  expect(plumbline('check', 'plan.json', ...only).code).toBe(0);
});

test('no colours in a pipe, with NO_COLOR, nor anywhere a person does not look; a reader may leave', () => {
  code('min_tls_version = "TLS1_0"');
  const environments: Record<string, string>[] = [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }];
  for (const environment of environments) {
    const { out } = shell('plumbline check infra | cat', environment);
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
  for (const line of [
    'plumbline controls --json',
    'plumbline controls',
    'plumbline explain storage-min-tls',
    'plumbline --help',
  ])
    expect(shell(`${line} | head -1`)).toMatchObject({ code: 0, err: '' });
});

test('controls and explain: by id, CIS number and the rule ids of scanners', () => {
  const all = JSON.parse(plumbline('controls', '--json').out);
  expect(all.length).toBeGreaterThan(20);
  for (const each of all)
    expect(each).toMatchObject({ id: expect.stringMatching(/^[a-z0-9-]+$/), title: expect.any(String) });
  const { out } = plumbline('explain', 'storage-min-tls');
  expect(out).toContain('Storage accounts refuse TLS below 1.2');
  for (const id of ['4.15', 'CKV_AZURE_44', 'AVD-AZU-0011', 'avd-azu-0011', '8263f146-5e03-43e0-9cfe-db960d56d1e7'])
    expect(plumbline('explain', id)).toMatchObject({ code: 0, out });
  expect(JSON.parse(plumbline('explain', '3.3.1', '--json').out)).toMatchObject([{ id: 'key-vault-key-expiry' }]);
});

test('what no level asks for is judged where it is named', () => {
  code('');
  const asked = (...args: string[]) => plumbline('check', 'infra', '--level', '2', ...args).out;
  expect(asked()).not.toContain('storage-share-soft-delete');
  expect(asked('--only', 'storage-share-soft-delete')).toContain('retention_policy');
});

test('--fail-on says from which severity on a pipeline fails; everything is shown all the same', () => {
  code('min_tls_version = "TLS1_0"');
  const check = (...more: string[]) => plumbline('check', 'infra', ...TLS, ...more);
  const codes = ['low', 'medium', 'high', 'critical', 'none'].map((gate) => {
    const { code: status, out } = check('--fail-on', gate);
    expect(out).toContain('storage-min-tls');
    return status;
  });
  expect(codes).toEqual([1, 1, 1, 0, 0]);
  expect(check('--fail-on', 'critical').out).toContain('--fail-on critical: 0 of 1 fail.');
  expect(check('--fail-on', 'critical', '--format', 'sarif').code).toBe(0);
  expect(check('--fail-on', 'worse')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Allowed choices are low, medium, high, critical, none.'),
  });
  code('min_tls_version = var.none');
  expect(check('--strict', '--fail-on', 'high').code).toBe(1);
  expect(check('--strict', '--fail-on', 'critical').code).toBe(0);
  write('infra/bad.tf', 'resource {');
  expect(check('--strict', '--fail-on', 'none').code).toBe(1);
});
