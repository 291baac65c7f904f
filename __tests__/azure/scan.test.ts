import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scan } from '../../remediations/azure/arm-object';
import { estate, RestApi, SUBSCRIPTION } from './estate';
import { armOf, scanOf } from './scan';

const SUB = `/subscriptions/${SUBSCRIPTION}`;
const expected = JSON.parse(readFileSync(join(__dirname, 'estate.scan.json'), 'utf8')) as Scan;

test('the estate is read whole', async () => {
  const { scan } = await scanOf();
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
