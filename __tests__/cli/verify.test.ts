import { plumbline, useCommand, write } from './command';

useCommand();

const A = 'azurerm_storage_account.a';
const terraformPlan = (tls: string, actions = ['update']) =>
  JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          { address: A, mode: 'managed', type: 'azurerm_storage_account', name: 'a', values: { min_tls_version: tls } },
        ],
      },
    },
    resource_changes: [
      {
        address: A,
        mode: 'managed',
        type: 'azurerm_storage_account',
        change: { actions, before: { min_tls_version: 'TLS1_0' }, after: { min_tls_version: tls }, after_unknown: {} },
      },
    ],
  });
const ours = JSON.stringify({
  schema: 'azure-plumbline/plan-1',
  changes: [
    {
      id: '0123456789',
      wave: 1,
      controls: [{ id: 'storage-min-tls' }],
      resources: [A],
      roots: ['.'],
      path: ['min_tls_version'],
      to: 'TLS1_2',
      impact: 'disruptive',
    },
  ],
});

test('exit code 0 with what is proven, 1 with what is not, in every format', () => {
  write('plan.json', ours);
  write('good.json', terraformPlan('TLS1_2'));
  write('bad.json', terraformPlan('TLS1_0', ['delete', 'create']));
  const good = plumbline('verify', '--plan', 'good.json', '--against', 'plan.json', '--before', 'good.json');
  expect(good).toEqual({
    code: 0,
    err: '',
    out: 'Proven. 1 of 1 wanted changes are in Terraform’s plan. 1 of 1 controls pass on the planned values. Nothing is lost that was not named.\n',
  });
  const bad = plumbline('verify', '--plan', 'bad.json', '--against', 'plan.json');
  expect(bad.code).toBe(1);
  for (const part of [
    'destroyed and created anew',
    'wanted "TLS1_2", planned "TLS1_0"',
    'min_tls_version is "TLS1_0", expected "TLS1_2"',
    'Not proven.',
  ])
    expect(bad.out).toContain(part);
  const markdown = plumbline('verify', '--plan', 'bad.json', '--against', 'plan.json', '--format', 'markdown');
  expect(markdown.code).toBe(1);
  expect(markdown.out).toContain('### Lost without being named: 1');
  const json = plumbline('verify', '--plan', 'bad.json', '--against', 'plan.json', '--format', 'json');
  expect(JSON.parse(json.out)).toMatchObject({ isProven: false, losses: [{ address: A, what: 'replace' }] });
});

test('bad input ends with exit code 2, and says what to give', () => {
  write('plan.json', ours);
  write('good.json', terraformPlan('TLS1_2'));
  write('broken.json', '{');
  for (const [args, words] of [
    [['--plan', 'none.json'], 'none.json: no such file'],
    [['--plan', 'broken.json'], 'broken.json: not JSON'],
    [['--plan', 'plan.json'], 'plan.json: not a plan printed by terraform show -json'],
    [['--plan', 'good.json', '--against', 'good.json'], 'good.json: not a plan.json of plumbline'],
    [['--plan', 'good.json', '--against', 'plan.json', '--root', 'x'], '--root x: plan.json has no change for it'],
    [['--plan', 'good.json', '--wave', 'two'], 'number of a wave'],
    [['--plan', 'good.json', '--format', 'xml'], 'Allowed choices are table, markdown, json'],
    [[], '--plan'],
  ] as const) {
    const { code, err } = plumbline('verify', ...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  }
});
