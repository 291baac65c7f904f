import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { account, versions } from '../plan/code';
import { plumbline, useCommand, write } from './command';

useCommand();

const TODAY = ['--today', '2027-01-15'];
const exception = (control: string, place: string, until: string, more = '') =>
  `  - { control: ${control}, ${place}, reason: Old tills, owner: team-shop, until: ${until}${more} }`;

beforeEach(() => {
  write(
    'infra/main.tf',
    `${account('a', 'min_tls_version = "TLS1_0"')}\n${account('b', 'min_tls_version = "TLS1_0"')}`,
  );
  write('infra/versions.tf', versions());
  write(
    'infra/plumbline.yaml',
    [
      'exceptions:',
      exception('storage-min-tls', 'address: "azurerm_storage_account.*"', '2027-12-31', ', ticket: SEC-7'),
      exception('storage-sas-expiry', 'address: azurerm_storage_account.a', '2027-01-31'),
      exception('storage-soft-delete', 'address: azurerm_storage_account.a', '2027-01-14'),
      exception('storage-https-only', 'address: azurerm_storage_account.gone', '2027-06-30'),
    ].join('\n'),
  );
});

test('what ends first comes first, with what it covers', () => {
  const { code, out, err } = plumbline('exceptions', '--code', 'infra', ...TODAY);
  expect([code, err]).toEqual([0, '']);
  const rows = out.split('\n').map((line) => line.split(/ {2,}/));
  expect(rows.slice(0, 5)).toEqual([
    ['UNTIL', 'STATE', 'CONTROL', 'FOR', 'COVERS', 'OWNER', 'TICKET', 'REASON'],
    ['2027-01-14', 'ended', 'storage-soft-delete', 'azurerm_storage_account.a', '1', 'team-shop', 'Old tills'],
    ['2027-01-31', 'ends soon', 'storage-sas-expiry', 'azurerm_storage_account.a', '1', 'team-shop', 'Old tills'],
    ['2027-06-30', 'fits nothing', 'storage-https-only', 'azurerm_storage_account.gone', '0', 'team-shop', 'Old tills'],
    ['2027-12-31', 'in force', 'storage-min-tls', 'azurerm_storage_account.*', '2', 'team-shop', 'SEC-7', 'Old tills'],
  ]);
  expect(out).toContain('4 exceptions: 1 in force, 1 ends soon, 1 ended, 1 fits nothing.');
});

test('--strict fails on what has ended or fits nothing, and on nothing else', () => {
  expect(plumbline('exceptions', '--code', 'infra', '--strict', ...TODAY).code).toBe(1);
  write('ok.yaml', `exceptions:\n${exception('storage-min-tls', 'address: "*.a"', '2027-01-20')}\n`);
  expect(plumbline('exceptions', '--code', 'infra', '--profile', 'ok.yaml', '--strict', ...TODAY).code).toBe(0);
  write('ended.yaml', `exceptions:\n${exception('storage-min-tls', 'address: "*.a"', '2027-01-14')}\n`);
  expect(plumbline('exceptions', '--profile', 'ended.yaml', '--strict', ...TODAY).code).toBe(1);
});

test('as JSON, with days and without what was not looked at', () => {
  const { out } = plumbline('exceptions', '--profile', 'infra/plumbline.yaml', '--json', ...TODAY);
  expect((JSON.parse(out) as object[])[3]).toEqual({
    control: 'storage-min-tls',
    for: { address: 'azurerm_storage_account.*' },
    exception: { reason: 'Old tills', owner: 'team-shop', until: '2027-12-31', ticket: 'SEC-7' },
    days: 350,
    state: 'in force',
  });
});

test('live resources count, and what CDKTF code says of itself is listed too', () => {
  write('scan.json', readFileSync(join(__dirname, '../../examples/azure/scan.json')));
  write('live.yaml', `exceptions:\n${exception('storage-min-tls', 'arm: "*/stshoporders"', '2027-12-31')}\n`);
  const live = plumbline('exceptions', '--profile', 'live.yaml', '--live', 'scan.json', ...TODAY).out;
  expect(live).toMatch(/storage-min-tls {2}arm \*\/stshoporders {2}1 {2,}team-shop/);
  const account = {
    name: 'stlogs',
    resource_group_name: 'rg',
    location: 'westeurope',
    account_tier: 'Standard',
    account_replication_type: 'LRS',
    min_tls_version: 'TLS1_0',
    '//': {
      plumbline: {
        exceptions: [{ control: 'storage-min-tls', reason: 'Partners', owner: 'team-b', until: '2027-03-31' }],
      },
    },
  };
  write('cdk/cdk.tf.json', JSON.stringify({ resource: { azurerm_storage_account: { logs: account } } }));
  write('none.yaml', 'level: 2\n');
  const own = plumbline('exceptions', '--code', 'cdk', '--profile', 'none.yaml', ...TODAY).out;
  expect(own).toMatch(/^2027-03-31 {2}in force {2}storage-min-tls {2}azurerm_storage_account\.logs {2}1 /m);
});

test('nothing excepted says how', () => {
  write('none.yaml', 'level: 2\n');
  const { code, out } = plumbline('exceptions', '--profile', 'none.yaml');
  expect([code, out]).toEqual([
    0,
    'Nothing is excepted. plumbline.yaml says how (plumbline init), and so does except() in CDKTF code.\n',
  ]);
});

describe('files of teams', () => {
  beforeEach(() => {
    write('infra/plumbline.yaml', 'level: 1\nnoExceptions: [storage-https-only]\n');
    write(
      'infra/plumbline.shop.yaml',
      'exceptions:\n  - { control: storage-min-tls, address: "*.a", reason: Old tills, until: 2027-06-30 }\n',
    );
  });

  test('count as those of the profile do, and name the team as the owner', () => {
    write(
      'infra/plumbline.data.yaml',
      'attestations:\n  - { control: entra-guest-review, by: data, on: 2027-01-02, evidence: wiki, next: 2027-02-02 }\n',
    );
    const { out } = plumbline('exceptions', '--code', 'infra', '--json', ...TODAY);
    expect(JSON.parse(out)).toMatchObject([{ team: 'shop', covers: 1, exception: { owner: 'shop' } }]);
    expect(plumbline('check', 'infra', '--only', 'storage-min-tls', ...TODAY).out).toContain(
      'excepted until 2027-06-30 by shop',
    );
    expect(plumbline('attestations', '--profile', 'infra/plumbline.yaml', ...TODAY).out).toMatch(
      /due soon.*entra-guest-review/,
    );
  });

  test.each([
    ['level: 2', '"level" is not known'],
    ['exceptions: [{ control: storage-nothing }]', 'plumbline.shop.yaml: exceptions[0]'],
    ['exceptions: {', 'plumbline.shop.yaml:'],
  ])('%s in one is told, with the file', (text, message) => {
    write('infra/plumbline.shop.yaml', text);
    const { code, err } = plumbline('exceptions', '--code', 'infra');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('cannot except from what the profile admits no exceptions from', () => {
    const file = (control: string) =>
      `exceptions:\n  - { control: ${control}, address: "*.a", reason: Old tills, until: 2027-06-30 }\n`;
    write('infra/main.tf', account('a', 'https_traffic_only_enabled = false'));
    write('infra/plumbline.shop.yaml', file('storage-https-only'));
    const checked = plumbline('check', 'infra', '--only', 'storage-https-only', ...TODAY);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain(
      'nothing is excepted from this control, and yet somebody wants it: storage-https-only (shop)',
    );
    const { code, out } = plumbline('exceptions', '--code', 'infra', '--strict', ...TODAY);
    expect(code).toBe(1);
    expect(out).toMatch(/^2027-06-30 {2}not allowed {2}storage-https-only/m);
  });
});

test('what fits everything is too broad, what lasts for years is doubted', () => {
  write(
    'broad.yaml',
    [
      'exceptions:',
      exception('storage-min-tls', 'address: "*"', '2029-12-31'),
      exception('storage-sas-expiry', 'arm: "/subscriptions/x/*"', '2027-06-30'),
    ].join('\n'),
  );
  const { code, out } = plumbline('exceptions', '--profile', 'broad.yaml', '--strict', ...TODAY);
  expect(code).toBe(1);
  expect(out).toMatch(/too broad {2}storage-min-tls.* {2}fits everything, lasts 1081 days more {2}Old tills$/m);
  expect(out).toContain('2 exceptions: 2 too broad.');
});

test('an exception in the code from a control that admits none does not count', () => {
  write('infra/plumbline.yaml', 'noExceptions: [storage-min-tls]\n');
  write(
    'infra/cdk.tf.json',
    JSON.stringify({
      resource: {
        azurerm_storage_account: {
          logs: {
            '//': {
              plumbline: { exceptions: [{ control: 'storage-min-tls', reason: 'r', owner: 'o', until: '2028-01-01' }] },
            },
            name: 'stlogs',
            min_tls_version: 'TLS1_0',
          },
        },
      },
    }),
  );
  const { out } = plumbline('exceptions', '--code', 'infra/cdk.tf.json', '--profile', 'infra/plumbline.yaml', ...TODAY);
  expect(out).toMatch(/not allowed {2}storage-min-tls {2}azurerm_storage_account\.logs/);
});
