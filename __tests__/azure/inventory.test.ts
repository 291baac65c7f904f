import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArmObject, Scan } from '../../remediations/azure/arm-object';
import { checkScan, liveGroups } from '../../remediations/azure/check-scan';
import { type InventoryOptions, inventoryOf } from '../../remediations/azure/inventory';
import { readShowJson } from '../../remediations/locate/plan/plan-json';
import { States } from '../../remediations/locate/states';
import { Exceptions } from '../../remediations/profile/exceptions';
import { jsonLines } from '../../remediations/render/json-lines';
import { problems, type Schema } from '../docs/json-schema';

const scan = JSON.parse(readFileSync(join(__dirname, '../../examples/azure/scan.json'), 'utf8')) as Scan;
const groups = liveGroups(scan);
const inventory = (options: Partial<InventoryOptions> = {}, of = scan) =>
  inventoryOf(of, of === scan ? groups : liveGroups(of), { level: 2, criticality: [], ...options });
const orders = scan.objects.find(({ name }) => name === 'stshoporders') as ArmObject;
const assetOf = (id: string, options: Partial<InventoryOptions> = {}, of = scan) =>
  inventory(options, of).assets.find((asset) => asset.id === id);

test('every resource with a place or tags is an asset, and so is every other object that a control is about', () => {
  const { assets } = inventory();
  const ids = new Set(assets.map(({ id }) => id));
  expect(ids.size).toBe(assets.length);
  expect([...ids]).toEqual([...ids].sort());
  expect(scan.objects.filter(({ location, tags, id }) => (location || tags) && !ids.has(id))).toEqual([]);
  expect(assets.filter(({ location, tags, controls }) => !location && !Object.keys(tags).length && !controls)).toEqual(
    [],
  );
  expect(assetOf(orders.id)).toMatchObject({
    type: 'Microsoft.Storage/storageAccounts',
    name: 'stshoporders',
    subscription: scan.subscriptions[0].id,
    resourceGroup: 'rg-data',
    location: orders.location,
    tags: { environment: 'prod' },
    criticality: 'normal',
  });
});

test.each([1, 2] as const)('its verdicts are those of check, at level %s', (level) => {
  const checked = checkScan(groups, { level });
  const pairs = (rows: readonly { address: string; control: { id: string } }[]) =>
    new Set(rows.map(({ address, control }) => `${address.toLowerCase()} ${control.id}`));
  const { assets, subscriptions, total } = inventory({ level });
  const listed = (kind: 'deviating' | 'unknown') =>
    new Set(assets.flatMap(({ id, controls }) => (controls?.[kind] ?? []).map((one) => `${id.toLowerCase()} ${one}`)));
  const deviating = pairs(checked.deviating);
  const lacking = subscriptions.flatMap((each) => each.lacking.map((one) => `/subscriptions/${each.id} ${one}`));
  expect(new Set([...listed('deviating'), ...lacking])).toEqual(deviating);
  expect(listed('unknown')).toEqual(new Set([...pairs(checked.unknown)].filter((each) => !deviating.has(each))));
  expect(total.deviating).toBe(deviating.size);
});

test('an exception in force is not compliance, one that has ended is nothing', () => {
  const exceptions = () =>
    new Exceptions([
      { control: 'storage-min-tls', arm: '*stshoporders', reason: 'r', owner: 'o', until: '2027-01-01' },
    ]);
  const before = assetOf(orders.id, { exceptions: exceptions(), today: '2026-12-31' })?.controls;
  const after = assetOf(orders.id, { exceptions: exceptions(), today: '2027-01-02' })?.controls;
  expect(before?.excepted).toEqual(['storage-min-tls']);
  expect(after?.excepted).toEqual([]);
  expect(after?.deviating).toEqual(expect.arrayContaining(['storage-min-tls']));
  expect(before?.score).toBe(after?.score);
});

test('criticality is that of the profile, the owner that of the nearest tag', () => {
  const critical = { criticality: [{ is: 'high' as const, tags: { environment: 'prod' } }] };
  expect(assetOf(orders.id, critical)?.criticality).toBe('high');
  expect(assetOf(orders.id)?.owner).toBe('team-shop');
  const tagged = (pattern: RegExp, Owner: string) => ({
    ...scan,
    objects: scan.objects.map((each) => (pattern.test(each.id) ? { ...each, tags: { ...each.tags, Owner } } : each)),
  });
  expect(assetOf(orders.id, {}, tagged(/rg-data$/, 'team-data'))?.owner).toBe('team-data');
  expect(assetOf(orders.id, {}, tagged(/stshoporders$/, 'team-orders'))?.owner).toBe('team-orders');
});

test('with states every asset says where Terraform has it, or that it has not', () => {
  const resource = {
    address: 'azurerm_storage_account.orders',
    mode: 'managed',
    type: 'azurerm_storage_account',
    name: 'orders',
    values: { id: orders.id.toUpperCase().replace('/SUBSCRIPTIONS/', '/subscriptions/') },
  };
  const snapshot = readShowJson({
    format_version: '1.0',
    terraform_version: '1.11.4',
    values: { root_module: { resources: [resource] } },
  });
  const states = new States([{ source: 'state.json', snapshot }]);
  const { assets, total } = inventory({ states });
  expect(total.inTerraform).toBe(1);
  expect(assets.filter(({ terraform }) => terraform).map(({ id }) => id)).toEqual([orders.id]);
  expect(assets.find(({ name }) => name === 'stshopinvoices')?.terraform).toBeNull();
  expect(assetOf(orders.id)).not.toHaveProperty('terraform');
});

test('what could not be read is told, and an unread subscription lacks nothing', () => {
  const partly = { ...scan, complete: [], unread: [{ id: `${orders.id}/blobServices`, why: '403' }] };
  const { total, subscriptions } = inventory({}, partly);
  expect(total.unread).toBe(1);
  expect(subscriptions.flatMap(({ lacking }) => lacking)).toEqual([]);
  expect(inventory().subscriptions[0].lacking.length).toBeGreaterThan(0);
});

test.each([
  ['without states', inventory()],
  ['with states', inventory({ states: new States([]) })],
])('an inventory %s is what its schema says', (_, made) => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/inventory-1.schema.json'), 'utf8')) as Schema;
  const written = JSON.parse([...jsonLines(made)].join('')) as object;
  expect(problems(schema, written)).toEqual([]);
  expect(problems(schema, { ...written, total: {} })).not.toEqual([]);
  expect(problems(schema, { ...written, assets: [{ id: 1 }] })).not.toEqual([]);
});
