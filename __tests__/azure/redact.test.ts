import { checkScan, liveGroups } from '../../remediations/azure/check-scan';
import { readScan } from '../../remediations/azure/read-scan';
import { redacted } from '../../remediations/azure/redact';
import type { Scanned } from '../../remediations/azure/scan';
import { estate, RestApi, SUBSCRIPTION } from './estate';
import { armOf, scanOf } from './scan';

let plain: Scanned;
let shared: Scanned;
beforeAll(async () => {
  plain = await scanOf(armOf(new RestApi(estate)), { with: ['defender'] });
  shared = redacted(plain);
});
const all = (scanned: Scanned) => JSON.stringify([scanned.scan, [...scanned.findings]]);

const BUILT_IN = ['13502221-8df0-4414-9937-de9c5c4e396b', '1f3afdf9-d0c9-4c3d-847f-89da613e70a8'];

test('no name, id or person of the estate is left', () => {
  const names = plain.scan.objects
    .filter(({ type }) => !/Microsoft.(Security|Subscription|DBfor.*configurations)/.test(type))
    .flatMap(({ name }) => name.split('/'))
    .filter((name) => !/^(default|current|web|logs|authsettingsV2|ftp|scm|master)$/i.test(name));
  expect(names.length).toBeGreaterThan(40);
  // A name may be an ordinary word that stands elsewhere, too: whole segments are looked for.
  const segments = new Set(
    all(shared)
      .split(/[^\w-]+/)
      .map((word) => word.toLowerCase()),
  );
  // Definitions that are built in; a key is called as the type of disks is, an extension as its type.
  const left = names.filter((name) => segments.has(name.toLowerCase()));
  expect(left).toEqual([...BUILT_IN, 'AADSSHLoginForLinux', 'disks']);
  for (const secret of [
    SUBSCRIPTION,
    'example.com',
    'Shop production',
    'Shop super user',
    'Orders must not be lost',
    'shopadmin',
    'team-shop',
    '9e0b0000',
  ])
    expect(all(shared)).not.toContain(secret);
});

test('the same text is the same everywhere, whatever its case', () => {
  const account = plain.scan.objects.findIndex(({ name }) => name === 'stshopinvoices');
  const { name, id } = shared.scan.objects.find(
    ({ type, properties }) =>
      type === 'Microsoft.Storage/storageAccounts' && JSON.stringify(properties).includes('"TLS1_2"'),
  )!;
  expect(account).toBeGreaterThan(0);
  expect(id.endsWith(`/storageAccounts/${name}`)).toBe(true);
  const below = shared.scan.objects.filter((each) => each.id.toLowerCase().startsWith(`${id.toLowerCase()}/`));
  expect(below.map(({ type }) => type).sort()).toEqual([
    'Microsoft.Insights/diagnosticSettings',
    'Microsoft.Storage/storageAccounts/blobServices',
    'Microsoft.Storage/storageAccounts/blobServices/containers',
    'Microsoft.Storage/storageAccounts/fileServices',
  ]);
  expect(shared.scan.complete.filter((each) => each.startsWith(`${id.toLowerCase()}/`))).toHaveLength(4);
});

test('ids stay as many and as different as they were', () => {
  const ids = (scanned: Scanned) => new Set(scanned.scan.objects.map(({ id }) => id.toLowerCase())).size;
  expect(ids(shared)).toBe(ids(plain));
  expect(new Set(shared.scan.complete).size).toBe(plain.scan.complete.length);
  expect(shared.scan.subscriptions).toHaveLength(1);
});

test('what controls judge stays', () => {
  const types = (scanned: Scanned) => scanned.scan.objects.map(({ type }) => type).sort();
  expect(types(shared)).toEqual(types(plain));
  const text = all(shared);
  for (const kept of [
    '"minimumTlsVersion":"TLS1_0"',
    '"sourceAddressPrefix":"Internet"',
    '"endIpAddress":"255.255.255.255"',
    '"addressPrefix":"10.0.1.0/24"',
    '"access":"Allow"',
    '"location":"westeurope"',
    '"name":"VirtualMachines"',
    '"name":"log_checkpoints"',
    'Microsoft.Network/networkSecurityGroups/write',
    // Owner, and the policies of the benchmark.
    '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    '1f3afdf9-d0c9-4c3d-847f-89da613e70a8',
    '"linuxFxVersion":"PHP|7.4"',
  ])
    expect(text).toContain(kept);
});

test('a rule that is called like a value takes nothing of it away', async () => {
  const rule = estate.find(({ id }) => id.endsWith('/networkSecurityGroups/nsg-web'))!;
  const text = JSON.stringify(rule)
    .replaceAll('"rdp"', '"Allow"')
    .replaceAll('securityRules/rdp', 'securityRules/Allow');
  const { scan } = redacted(
    await scanOf(armOf(new RestApi([...estate.filter((each) => each !== rule), JSON.parse(text)]))),
  );
  const group = scan.objects.find(({ type }) => type === 'Microsoft.Network/networkSecurityGroups');
  expect(JSON.stringify(group)).toContain('"access":"Allow"');
  expect(JSON.stringify(group)).not.toContain('"name":"Allow"');
});

test('controls say the same of it', () => {
  const judged = ({ scan }: Scanned) => {
    const { deviating, unknown, compliant, resources } = checkScan(liveGroups(scan), { level: 2 });
    const counted = (rows: typeof deviating | typeof unknown) => rows.map(({ control }) => control.id).sort();
    return { deviating: counted(deviating), unknown: counted(unknown), compliant, resources };
  };
  const found = judged(plain);
  expect(found.deviating.length).toBeGreaterThan(100);
  expect(judged(shared)).toEqual(found);
  expect(() => readScan(JSON.parse(JSON.stringify(shared.scan)), 'scan.json')).not.toThrow();
});
