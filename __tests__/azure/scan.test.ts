import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scan } from '../../remediations/azure/arm-object';
import { jsonLines } from '../../remediations/render/json-lines';
import { problems, type Schema } from '../docs/json-schema';
import { estate, RestApi, SUBSCRIPTION } from './estate';
import { armOf, scanOf } from './scan';

const SUB = `/subscriptions/${SUBSCRIPTION}`;
const file = join(__dirname, '../../examples/azure/scan.json');
const expected = JSON.parse(readFileSync(file, 'utf8')) as Scan;

test('the estate is read whole', async () => {
  const { scan } = await scanOf();
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, `${JSON.stringify(scan, null, 2)}\n`);
  expect(scan).toEqual(expected);
  expect(scan.unread).toEqual([]);
});

test('pages are put together', async () => {
  expect((await scanOf(armOf(new RestApi(estate, 2)))).scan).toEqual(expected);
});

test('both readers find the same', async () => {
  expect((await scanOf(armOf(new RestApi(estate, 3)), { reader: 'arm' })).scan).toEqual(expected);
});

test('what is refused is told, and its collection not called complete', async () => {
  const { scan } = await scanOf(armOf(new RestApi(), (path) => (/\/firewallRules$/.test(path) ? 403 : undefined)));
  const refused = scan.unread.map(({ id }) => id);
  expect(refused).toEqual([
    `${SUB}/resourceGroups/rg-data/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql-shop/firewallRules`,
    `${SUB}/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-shop/firewallRules`,
  ]);
  for (const id of refused) expect(scan.complete).not.toContain(id.toLowerCase());
  expect(scan.objects.filter(({ type }) => /firewallRules$/.test(type))).toEqual([]);
});

test('a single child that is not there stands under its own id', async () => {
  const without = estate.filter(({ id }) => !/sql-shop\/vulnerabilityAssessments\//.test(id));
  const { scan } = await scanOf(armOf(new RestApi(without)));
  expect(scan.complete).toContain(
    `${SUB}/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-shop/vulnerabilityAssessments/default`.toLowerCase(),
  );
  expect(scan.unread).toEqual([]);
});

test('who may not list the locks of a subscription is not believed to see all of it', async () => {
  const { scan } = await scanOf(armOf(new RestApi(), (path) => (path.endsWith('/locks') ? 403 : undefined)));
  expect(scan.complete).not.toContain(`${SUB}/resources`);
  expect(scan.unread).toContainEqual({
    id: `${SUB}/resources`,
    why: 'no role that reads the whole subscription: what was found may be a part of it',
  });
});

test('a scan is what its schema says', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/scan-1.schema.json'), 'utf8')) as Schema;
  expect(problems(schema, expected)).toEqual([]);
  expect(problems(schema, { ...expected, unread: [{ id: 1 }] })).not.toEqual([]);
});

test('it is written one entry a line, and read as the same', () => {
  const text = [...jsonLines(expected)].join('');
  expect(JSON.parse(text)).toEqual(expected);
  for (const { id } of expected.objects) expect(text).toContain(`\n{"id":${JSON.stringify(id)},`);
  expect(JSON.parse([...jsonLines({ a: [], b: undefined, c: 1 })].join(''))).toEqual({ a: [], c: 1 });
});

test('parts are kept as they are read, and not read again', async () => {
  const kept = new Map<string, string>();
  const parts = {
    has: (name: string) => kept.has(name),
    read: (name: string) => JSON.parse(kept.get(name)!),
    write: (name: string, part: unknown) => kept.set(name, JSON.stringify(part)),
  };
  await scanOf(armOf(new RestApi()), { parts });
  expect([...kept.keys()]).toEqual([
    'tenant',
    ...['resources', 'subscription', 'policies', 'children-1'].map((stage) => `${SUBSCRIPTION}.${stage}`),
  ]);
  // All but the subscription itself is taken from the parts.
  const nothing = armOf(new RestApi(), (path) => (path.startsWith(`${SUB}?`) || path === SUB ? undefined : 500));
  expect((await scanOf(nothing, { parts })).scan).toEqual(expected);
});

test('where a whole page is missing, what was read is not called complete', async () => {
  const api = new RestApi(estate, 5);
  const arm = armOf(api);
  const cut = {
    ...arm,
    post: async (path: string, query: Readonly<Record<string, string>>, body?: unknown) => {
      const { $skipToken: _, ...rest } = (await arm.post(path, query, body)) as Record<string, unknown>;
      return rest;
    },
  };
  await expect(scanOf(cut)).rejects.toThrow('Resource Graph cut its answer after 5 rows');
});
