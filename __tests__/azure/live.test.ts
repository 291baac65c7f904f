// What was read of Azure under Terraform's names, and how it is judged.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Unknown } from '../../controls/value';
import type { ArmObject, Scan } from '../../remediations/azure/arm-object';
import { checkScan, liveGroups } from '../../remediations/azure/check-scan';
import { importAddress, importId } from '../../remediations/azure/import-id';
import { liveResources } from '../../remediations/azure/live-resources';
import { readScan } from '../../remediations/azure/read-scan';

const scan = JSON.parse(readFileSync(join(__dirname, '../../examples/azure/scan.json'), 'utf8')) as Scan;
const SUB = '/subscriptions/5a1e0000-0000-4000-8000-000000000001';
const ACCOUNT = `${SUB}/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stshoporders`;

const judged = (given: Partial<Scan>, control: string) => {
  const result = checkScan(liveGroups({ ...scan, ...given }), { level: 2, only: new Set([control]) });
  const places = (rows: typeof result.deviating) =>
    rows.map(({ address }) => address.slice(address.lastIndexOf('/') + 1));
  return { no: places(result.deviating), unknown: result.unknown.map(({ why }) => why), yes: result.compliant };
};

/** The estate with one object changed. */
const withObject = (id: string, change: (object: ArmObject) => unknown) => ({
  objects: scan.objects.map((object) =>
    object.id.toLowerCase() === id.toLowerCase() ? ({ ...object, ...(change(object) as object) } as ArmObject) : object,
  ),
});
const properties = (more: object) => (object: ArmObject) => ({
  properties: { ...(object.properties as object), ...more },
});

const attributesAt = (id: string, given: Partial<Scan> = {}) =>
  [...liveResources({ ...scan, ...given }).values()].flat().find(({ address }) => address === id)!.attributes;

test('a mended value passes, a worse one fails', () => {
  expect(judged({}, 'storage-min-tls')).toEqual({ no: ['stshoporders'], unknown: [], yes: 1 });
  const mended = withObject(ACCOUNT, properties({ minimumTlsVersion: 'TLS1_2' }));
  expect(judged(mended, 'storage-min-tls')).toEqual({ no: [], unknown: [], yes: 2 });
});

test('what Azure leaves out is what azurerm reads there', () => {
  const silent = withObject(ACCOUNT, properties({ minimumTlsVersion: undefined, allowBlobPublicAccess: undefined }));
  expect(attributesAt(ACCOUNT, silent)).toMatchObject({
    min_tls_version: 'TLS1_0',
    allow_nested_items_to_be_public: true,
    network_rules: { default_action: 'Allow', bypass: ['AzureServices'] },
  });
  expect(attributesAt(ACCOUNT).local_user_enabled).toBeInstanceOf(Unknown);
});

test('a child that was not read is unknown, not absent', () => {
  const blobs = `${ACCOUNT}/blobServices/default`;
  const objects = scan.objects.filter(({ id }) => id.toLowerCase() !== blobs.toLowerCase());
  expect(judged({ objects }, 'storage-soft-delete').unknown).toEqual(['blobServices/default: it was not read']);
  const refused = { objects, unread: [{ id: blobs, why: '403, AuthorizationFailed' }] };
  expect(judged(refused, 'storage-soft-delete').unknown).toEqual(['blobServices/default: 403, AuthorizationFailed']);
});

test('a list that was not read may hold what is missed', () => {
  const vault = `${SUB}/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-shop`;
  const settings = `${vault}/providers/Microsoft.Insights/diagnosticSettings`;
  const objects = scan.objects.filter(({ id }) => !id.toLowerCase().startsWith(settings.toLowerCase()));
  expect(judged({ objects }, 'key-vault-logging')).toMatchObject({ no: ['kv-shop'], unknown: [] });
  const refused = { objects, unread: [{ id: settings, why: '403' }] };
  expect(judged(refused, 'key-vault-logging')).toMatchObject({ no: [], unknown: ['diagnosticSettings: 403'] });
});

test('a subscription that was not read whole lacks nothing', () => {
  expect(judged({}, 'alert-service-health').no).toEqual([SUB.slice(SUB.lastIndexOf('/') + 1)]);
  expect(judged({ complete: [] }, 'alert-service-health').no).toEqual([]);
  const unread = [{ id: `${SUB}/providers/Microsoft.Insights/activityLogAlerts`, why: '403' }];
  expect(judged({ unread }, 'alert-service-health').no).toEqual([]);
});

test('import ids are spelled as azurerm wants them, whatever Azure says', () => {
  const lower = `${SUB}/resourcegroups/RG/providers/microsoft.storage/storageaccounts/StLive`;
  expect(importId('azurerm_storage_account', lower)).toBe(
    `${SUB}/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts/StLive`,
  );
  expect(
    importId('azurerm_monitor_diagnostic_setting', `${lower}/providers/microsoft.insights/diagnosticsettings/logs`),
  ).toBe(`${SUB}/resourceGroups/RG/providers/microsoft.storage/storageaccounts/StLive|logs`);
  expect(importId('azurerm_management_lock', `${lower}/providers/microsoft.authorization/locks/keep`)).toBe(
    `${SUB}/resourceGroups/RG/providers/microsoft.storage/storageaccounts/StLive/providers/Microsoft.Authorization/locks/keep`,
  );
  expect(importId('azurerm_storage_account', `${SUB}/resourceGroups/RG`)).toBeUndefined();
  expect(importId('azurerm_key_vault_key', `${lower}/keys/k`)).toBeUndefined();
});

test('what stands in a vault is imported by its address there, if it is one', () => {
  const address = (keyUriWithVersion: unknown) =>
    importAddress('azurerm_key_vault_key', { id: '/x', type: 'a/b', name: 'x', properties: { keyUriWithVersion } });
  const good = 'https://kv-shop.vault.azure.net/keys/disks/0123456789abcdef';
  expect(address(good)).toBe(good);
  for (const bad of [undefined, 7, '', `${good}/more`, `${good}"`, `${good}\${x}`, good.replace('https', 'http')])
    expect(address(bad)).toBeUndefined();
  expect(
    importAddress('azurerm_storage_account', {
      id: '/x',
      type: 'a/b',
      name: 'x',
      properties: { keyUriWithVersion: good },
    }),
  ).toBeUndefined();
});

test('nothing in a scan is taken on trust', () => {
  const object = { id: `${SUB}/resourceGroups/rg`, type: 'Microsoft.Resources/resourceGroups', name: 'rg' };
  const read = (over: object) => () => readScan({ ...scan, ...over }, 'scan.json');
  expect(read({ schema: 'azure-plumbline/scan-2' })).toThrow(
    'scan.json: schema azure-plumbline/scan-2, but this release',
  );
  const told = (over: object) => readScan({ ...scan, objects: [{ ...object, ...over }, object] }, 'scan.json');
  for (const over of [{ name: 1 }, { id: '/a"b' }, { id: 'a' }, { type: '../x' }]) {
    const { objects, unread } = told(over);
    expect(objects).toEqual([object]);
    expect(unread).toEqual([expect.objectContaining({ why: 'an object needs id, type and name as Azure has them' })]);
  }
  const blank = `${SUB}/resourceGroups/rg/providers/microsoft.alertsmanagement/smartDetectorAlertRules/Failure Anomalies - appi`;
  expect(told({ id: blank }).objects).toHaveLength(2);
  expect(readScan({ ...scan, objects: undefined, unread: 'x' }, 'scan.json')).toMatchObject({
    objects: [],
    unread: [],
  });
});

test('objects of any shape are judged without a fall', () => {
  const types = [...new Set(scan.objects.map(({ type }) => type))];
  const anything = fc.record({
    type: fc.constantFrom(...types),
    properties: fc.jsonValue(),
    sku: fc.jsonValue(),
    kind: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 20 }), (given) => {
      const objects = given.map((each, i) => ({ ...each, id: `${SUB}/providers/${each.type}/n${i}`, name: `n${i}` }));
      checkScan(liveGroups({ objects, unread: [], complete: [] }), { level: 2 });
    }),
    { numRuns: 200 },
  );
});

/** JSON with the n-th of its values replaced. */
function replaced(json: unknown, n: { left: number }, by: unknown): unknown {
  if (n.left-- === 0) return by;
  if (Array.isArray(json)) return json.map((each) => replaced(each, n, by));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, replaced(each, n, by)]));
}

test('a value of any shape at any place is judged without a fall', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(scan.objects.length - 1), fc.jsonValue(), (n, at, value) => {
      const { properties: before } = scan.objects[at];
      const values = JSON.stringify(before ?? {}).split(/[,:{[]/).length;
      const objects = scan.objects.map((object, i) =>
        i === at ? { ...object, properties: replaced(before, { left: n % values }, value) } : object,
      );
      checkScan(liveGroups(readScan({ ...scan, objects }, 'scan.json')), { level: 2 });
    }),
    { numRuns: 60 },
  );
});
