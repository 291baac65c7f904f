// `plumbline scan` as it is published, against the stand-in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scan } from '../../remediations/azure/arm-object';
import type { Inventory } from '../../remediations/azure/inventory';
import { everything, exists, pathOf, plumbline, type Run, readText, start, useCommand, write } from '../cli/command';
import { ArmServer, CLIENT_SECRET, type Reply, type Sent, TENANT, TOKEN } from './arm-server';
import { estate, RestApi, SUBSCRIPTION } from './estate';

const SECOND = '5a1e0000-0000-4000-8000-000000000002';
const expected = JSON.parse(readFileSync(join(__dirname, '../../examples/azure/scan.json'), 'utf8')) as Scan;

useCommand({ withAzure: true });
let server: ArmServer;
beforeAll(async () => {
  server = await ArmServer.start();
});
afterAll(() => server.stop());
beforeEach(() => server.reset());

const ARGUMENTS = ['scan', '--cloud', 'custom', '--sign-in', 'service-principal', '--subscription', SUBSCRIPTION];
const run = (more: readonly string[] = [], environment = {}): Promise<Run> =>
  start([...ARGUMENTS, ...more], { ...server.environment, ...environment }).ended;
const written = (name = 'plumbline-scan/scan.json') => JSON.parse(readText(name)) as Scan;
const pathIs = (pattern: RegExp, reply: Reply) => (sent: Sent) => (pattern.test(sent.address) ? reply : undefined);

/** Everything that was ever sent to change something or to get at a secret; a scan sends none of it. */
const forbidden = () =>
  server.toArm.filter(
    ({ method, address }) =>
      !(
        method === 'GET' ||
        (method === 'POST' && /^\/providers\/Microsoft\.ResourceGraph\/resources\?/.test(address)) ||
        (method === 'POST' && /\/policyStates\/latest\/queryResults\?/.test(address))
      ) || /\/(list\w*|appsettings|connectionstrings|publishingcredentials)(\?|$)/i.test(address),
  );
afterEach(() => expect(forbidden()).toEqual([]));

test('the estate is read, and nothing else is left behind', async () => {
  const { code, out, err } = await run();
  expect(err).toBe('');
  expect(out).toContain('103 objects of 1 subscription, 0 things not read.');
  expect(code).toBe(0);
  expect({ ...written(), readAt: expected.readAt }).toEqual(expected);
  expect(everything()).toEqual(['plumbline-scan', 'plumbline-scan/inventory.json', 'plumbline-scan/scan.json']);
  expect(out).toContain('Next: plumbline check plumbline-scan/scan.json, or plumbline plan --live plumbline-scan');
  expect(server.toArm.map(({ address }) => address)).toContain(
    `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-05-01-preview&$filter=type%20eq%20%27CustomRole%27`,
  );
  expect(server.toArm.every(({ userAgent }) => /^azure-plumbline\/\d/.test(userAgent))).toBe(true);
});

test('for programs: what was read and what was not, counted', async () => {
  const { code, out, err } = await run(['--json']);
  expect([code, err]).toEqual([0, '']);
  const json = JSON.parse(out);
  expect(json).toMatchObject({ out: 'plumbline-scan', subscriptions: 1, unread: [], findings: {}, level: 1 });
  expect(Object.values<number>(json.objects).reduce((sum, count) => sum + count, 0)).toBe(written().objects.length);
  expect(json.total).toEqual(JSON.parse(readText('plumbline-scan/inventory.json')).total);
});

test('the inventory judges by the profile, and knows what stands in Terraform', async () => {
  const account = expected.objects.find(({ name }) => name === 'stshoporders');
  const resource = { address: 'azurerm_storage_account.orders', mode: 'managed', type: 'azurerm_storage_account' };
  const resources = [{ ...resource, name: 'orders', values: { id: account?.id } }];
  write('state.json', JSON.stringify({ format_version: '1.0', values: { root_module: { resources } } }));
  write('plumbline.yaml', 'level: 2\ncriticality:\n  - is: high\n    name: stshop*\n');
  const { code, out, err } = await run(['--state', 'state.json']);
  expect([code, err]).toEqual([0, '']);
  const { level, total, assets } = JSON.parse(readText('plumbline-scan/inventory.json')) as Inventory;
  expect([level, total.inTerraform]).toEqual([2, 1]);
  expect(out).toContain(`Level 2 of the benchmark: ${total.compliant} compliant, ${total.deviating} deviating`);
  expect(assets.find(({ id }) => id === account?.id)).toMatchObject({
    criticality: 'high',
    terraform: { address: 'azurerm_storage_account.orders', state: 'state.json' },
  });
});

test('what the inventory cannot take is told before Azure is asked', async () => {
  expect((await run(['--state', 'state.json', '--redact'])).err).toContain('--redact and --state do not go together');
  expect((await run(['--state', 'missing.json'])).err).toContain('missing.json: no such file');
  write('plumbline.yaml', 'level: 3\n');
  expect((await run()).code).toBe(2);
  expect(server.toArm).toEqual([]);
});

test('an earlier scan is replaced, anything else is not', async () => {
  await run();
  expect((await run()).code).toBe(0);
  write('other/notes.txt', 'mine');
  const { code, err } = await run(['--out', 'other']);
  expect(code).toBe(2);
  expect(err).toContain('--out other: the folder is not empty and holds no earlier scan');
});

test('pages, and the other reader', async () => {
  server.api = new RestApi(estate, 2);
  expect((await run(['--reader', 'arm'])).code).toBe(0);
  expect(written().objects).toEqual(expected.objects);
  expect(server.toArm.some(({ address }) => /skiptoken/.test(address))).toBe(true);
  expect(server.toArm.every(({ method }) => method === 'GET')).toBe(true);
});

test('who asks too often waits for as long as Azure says', async () => {
  const at: number[] = [];
  server.instead = ({ address }, count) => {
    if (!/ResourceGraph/.test(address)) return undefined;
    at.push(Date.now());
    return count <= 1
      ? { status: 429, headers: { 'Retry-After': '2' }, body: { error: { code: 'RateLimiting' } } }
      : undefined;
  };
  expect((await run()).code).toBe(0);
  expect(at).toHaveLength(2);
  expect(at[1] - at[0]).toBeGreaterThanOrEqual(1900);
  expect(written().objects).toEqual(expected.objects);
});

test('nobody waits for an hour', async () => {
  server.instead = pathIs(/pricings/, { status: 429, headers: { 'Retry-After': '3600' }, body: {} });
  expect((await run()).code).toBe(0);
  expect(written().unread).toEqual([
    {
      id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Security/pricings`,
      why: '429: Azure asks to come back in 3600 seconds',
    },
  ]);
});

test('a subscription that refuses is told, the others are read', async () => {
  server.instead = pathIs(new RegExp(`^/subscriptions/${SECOND}`), {
    status: 403,
    body: {
      error: {
        code: 'AuthorizationFailed',
        message: `The client 'someone@example.com' with object id 'x' does not have authorization to perform action 'Microsoft.Resources/subscriptions/read' over scope '/subscriptions/${SECOND}'.`,
      },
    },
  });
  const { code, out } = await run(['--subscription', SECOND]);
  expect(code).toBe(0);
  const why = '403 AuthorizationFailed: the role lacks Microsoft.Resources/subscriptions/read';
  expect(out).toContain(`/subscriptions/${SECOND}  ${why}`);
  expect(written().unread).toEqual([{ id: `/subscriptions/${SECOND}`, why }]);
  expect(written().objects).toEqual(expected.objects);
});

test('all refused is an error, and no scan', async () => {
  server.instead = pathIs(/^\/subscriptions\//, { status: 403, body: { error: { code: 'AuthorizationFailed' } } });
  const { code, err } = await run();
  expect(code).toBe(2);
  expect(err).toContain(`No subscription could be read:\n  /subscriptions/${SUBSCRIPTION}: 403 AuthorizationFailed`);
  expect(exists('plumbline-scan')).toBe(false);
});

test('Resource Graph closed: told what to do', async () => {
  server.instead = pathIs(/ResourceGraph/, { status: 403, body: { error: { code: 'Forbidden' } } });
  const { code, err } = await run();
  expect(code).toBe(2);
  expect(err).toContain('403 Forbidden (Resource Graph; --reader arm does without it)');
  // Once it is open, what was refused is not taken from the parts.
  server.reset();
  expect((await run(['--resume'])).code).toBe(0);
});

test('slow, broken, cut off', async () => {
  server.instead = ({ address }, count) => {
    if (/pricings/.test(address)) return { ...server.api.answer('GET', address), afterMs: 1500 };
    if (/securityContacts/.test(address)) return { text: '{"value":[{"id":"/canary-body' };
    return /networkWatchers\/.*flowLogs/.test(address) && count === 1 ? { hangUp: true } : undefined;
  };
  expect((await run()).code).toBe(0);
  const { unread, objects } = written();
  expect(unread).toEqual([
    {
      id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Security/securityContacts`,
      why: 'the answer is not JSON (200, 29 characters)',
    },
  ]);
  expect(objects).toEqual(expected.objects.filter(({ type }) => type !== 'Microsoft.Security/securityContacts'));
});

test('ids in another case are the same objects', async () => {
  server.api = new RestApi(
    estate.map((object) => ({ ...object, id: object.id.toUpperCase().replace('/SUBSCRIPTIONS/', '/subscriptions/') })),
  );
  expect((await run()).code).toBe(0);
  const lower = (scan: Scan) => scan.objects.map(({ id, type }) => `${id.toLowerCase()} ${type}`);
  expect(lower(written())).toEqual(lower(expected));
  expect(written().complete).toEqual(expected.complete);
});

test('a scan that was ended goes on where it was', async () => {
  let running: ReturnType<typeof start> | undefined;
  server.instead = ({ address }) => {
    // The first request below a resource: subscription and resources are read by then.
    if (!/Microsoft\.KeyVault\/vaults\/kv-shop/.test(address) || !running) return undefined;
    running.kill();
    return { hangUp: true };
  };
  running = start(ARGUMENTS, server.environment);
  expect((await running.ended).code).toBeNull();
  expect(exists('plumbline-scan')).toBe(false);
  const parts = readdirSync(pathOf('.plumbline-scan-partial'));
  expect(parts).toContain(`${SUBSCRIPTION}.resources.json`);
  running = undefined;
  server.sent.length = 0;
  expect((await run(['--resume'])).code).toBe(0);
  expect(server.toArm.filter(({ address }) => /ResourceGraph|\/pricings/.test(address))).toEqual([]);
  expect({ ...written(), readAt: expected.readAt }).toEqual(expected);
  expect(existsSync(pathOf('.plumbline-scan-partial'))).toBe(false);
});

test('parts of another scan are not gone on with', async () => {
  server.instead = pathIs(/ResourceGraph/, { status: 403, body: {} });
  await run();
  server.reset();
  const { code, err } = await run(['--resume', '--reader', 'arm']);
  expect(code).toBe(2);
  expect(err).toContain('--resume: the unfinished scan in');
});

test('a next page at another host is not asked for', async () => {
  server.instead = pathIs(/\/pricings\?/, {
    body: { value: [], nextLink: 'https://attacker.example/page?api-version=1' },
  });
  expect((await run()).code).toBe(0);
  expect(written().unread).toEqual([
    {
      id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Security/pricings`,
      why: 'not asked for: the address leads away from Azure Resource Manager',
    },
  ]);
});

test('subscriptions below a management group', async () => {
  server.instead = pathIs(/managementGroups\/mg-shop\/descendants/, {
    body: {
      value: [
        {
          id: '/providers/Microsoft.Management/managementGroups/mg-a',
          type: 'Microsoft.Management/managementGroups',
          name: 'mg-a',
        },
        { id: `/subscriptions/${SUBSCRIPTION}`, type: '/subscriptions', name: SUBSCRIPTION },
      ],
    },
  });
  const { code } = await start(
    ['scan', '--cloud', 'custom', '--sign-in', 'service-principal', '--management-group', 'mg-shop'],
    server.environment,
  ).ended;
  expect(code).toBe(0);
  expect(written().subscriptions).toEqual([{ id: SUBSCRIPTION, name: 'Shop production' }]);
});

test('findings of Defender and Policy are read by the plan', async () => {
  const account = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stshoporders`;
  server.instead = ({ address }) => {
    if (/\/assessments\?/.test(address))
      return {
        body: {
          value: [
            {
              type: 'Microsoft.Security/assessments',
              id: `${account}/providers/Microsoft.Security/assessments/1c5de8e1-f68d-6a17-e0d2-ec259c42768c`,
              name: '1c5de8e1-f68d-6a17-e0d2-ec259c42768c',
              properties: {
                displayName: 'Secure transfer to storage accounts should be enabled',
                resourceDetails: { source: 'Azure', id: account },
                status: { code: 'Unhealthy' },
              },
            },
          ],
        },
      };
    if (!/queryResults/.test(address)) return undefined;
    const row = {
      resourceId: account,
      complianceState: 'NonCompliant',
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/404c3081-a854-4457-ae30-26a93ef643f9',
    };
    const next = address.replace('queryResults?', 'queryResults?$skiptoken=1&');
    return {
      body: {
        '@odata.context': 'x/policyStates/$metadata#latest',
        value: [row],
        ...(/skiptoken/.test(address) ? {} : { '@odata.nextLink': `{endpoint}${next}` }),
      },
    };
  };
  const { code, out } = await run(['--with', 'defender,policy']);
  expect(code).toBe(0);
  expect(out).toContain('defender.json: 1 record\npolicy.json: 2 records');
  write('infra/main.tf', 'resource "azurerm_storage_account" "orders" {\n  name = "stshoporders"\n}\n');
  for (const source of ['defender', 'policy']) {
    const planned = plumbline('plan', '--findings', `plumbline-scan/${source}.json`, '--code', 'infra');
    expect(planned.err).toBe('');
    expect(planned.out).toContain('azurerm_storage_account.orders');
  }
});

test('by device code: the person is told where to go, on the side', async () => {
  const arguments_ = [
    'scan',
    '--cloud',
    'custom',
    '--sign-in',
    'device-code',
    '--tenant',
    TENANT,
    '--subscription',
    SUBSCRIPTION,
  ];
  const { code, out, err } = await start(arguments_, server.environment).ended;
  expect(err).toBe(`Open ${server.endpoint}/device and enter the code ABCD-EFGH.\n`);
  expect(code).toBe(0);
  expect(out).not.toContain('ABCD-EFGH');
});

test('by default the environment says who signs in', async () => {
  const { code, err } = await start(['scan', '--cloud', 'custom', '--subscription', SUBSCRIPTION], server.environment)
    .ended;
  expect(err).toBe('');
  expect(code).toBe(0);
});

test('nobody to sign in as', async () => {
  const { AZURE_CLIENT_SECRET: _, ...environment } = server.environment;
  const { code, err } = await start(
    ['scan', '--cloud', 'custom', '--sign-in', 'azure-cli', '--subscription', SUBSCRIPTION],
    {
      ...environment,
      PATH: '/nowhere',
    },
  ).ended;
  expect(code).toBe(2);
  expect(err).toBe(
    'error: No sign-in to Azure is possible with --sign-in azure-cli\nRun az login. Other ways: --sign-in default, --sign-in device-code, --sign-in service-principal (docs/scan.md).\n',
  );
});

test('redacted', async () => {
  expect((await run(['--redact'])).code).toBe(0);
  const text = readText('plumbline-scan/scan.json');
  for (const name of [SUBSCRIPTION, 'stshoporders', 'kv-shop', 'example.com']) expect(text).not.toContain(name);
  expect(written().objects).toHaveLength(expected.objects.length);
});

test('a wrong secret is told by its code, and said nowhere', async () => {
  const { code, out, err } = await run([], { AZURE_CLIENT_SECRET: 'canary-wrong-secret' });
  expect(code).toBe(2);
  expect(err).toContain('error: Azure refused the sign-in (AADSTS7000215)');
  expect(err).not.toMatch(/\n\s+at /);
  expect(out + err).not.toContain('canary');
});

test('neither token nor secret is written, whatever is logged', async () => {
  server.instead = ({ address }, count) =>
    /pricings/.test(address) && count === 1
      ? { status: 500, body: { error: { code: 'InternalError', message: 'canary-message' } } }
      : undefined;
  const { out, err } = await run([], { AZURE_LOG_LEVEL: 'verbose' });
  const all = [
    out,
    err,
    ...everything()
      .filter((name) => name.endsWith('.json'))
      .map(readText),
  ].join('\n');
  expect(err.length).toBeGreaterThan(1000);
  for (const canary of [TOKEN, CLIENT_SECRET, 'canary-message']) expect(all).not.toContain(canary);
});

test.each([
  [[], 'Give either --subscription or --management-group'],
  [['--subscription', 'shop'], '"shop" is no id of a subscription'],
  [['--subscription', SUBSCRIPTION, '--with', 'advisor'], '"advisor" is not known. Allowed: defender, policy.'],
  [['--subscription', SUBSCRIPTION, '--cloud', 'moon'], 'Allowed choices are public, usgovernment, china, custom'],
  [
    ['--subscription', SUBSCRIPTION, '--cloud', 'custom'],
    '--cloud custom: it is not said where Azure Resource Manager is',
  ],
  [['--subscription', SUBSCRIPTION, '--arm-endpoint', 'https://x.example'], '--arm-endpoint belongs to --cloud custom'],
  [
    [
      '--subscription',
      SUBSCRIPTION,
      '--cloud',
      'custom',
      '--arm-endpoint',
      'http://x.example',
      '--authority-host',
      'https://y.example',
    ],
    '--arm-endpoint http://x.example: not an https address',
  ],
  [['--subscription', SUBSCRIPTION, '--sign-in', 'service-principal'], 'AZURE_CLIENT_ID'],
])('%j is bad input', (args, message) => {
  const { code, err } = plumbline('scan', ...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toMatch(/\n\s+at /);
});
