// The networks of a Cosmos DB account are judged by code: every combination, against all that an unknown could turn out to be.
import { judge } from '../../controls/deviations';
import { controlById } from '../../controls/index';
import { Surroundings } from '../../controls/surroundings';
import { type Attributes, Unknown, type Value } from '../../controls/value';

const control = controlById('cosmosdb-chosen-networks')!;
const NOWHERE = new Surroundings({ major: 4, source: 'the test' }, []);
const answer = (attributes: Attributes) =>
  judge(control, { address: 'azurerm_cosmosdb_account.main', type: 'azurerm_cosmosdb_account', attributes }, NOWHERE);

const BLIND = new Unknown('the test');
const OFFICE = '203.0.113.7';
const AZURE = '0.0.0.0';
/** What each could turn out to be, where it is not known. */
const FLAGS: readonly Value[] = [true, false];
const LISTS: readonly Value[] = [[], [OFFICE], [AZURE]];

const settings: readonly (readonly [Value, readonly Value[]])[] = [
  [null, [null]],
  [true, [true]],
  ['true', [true]],
  [false, [false]],
  ['false', [false]],
  [BLIND, FLAGS],
];
const filters: readonly (readonly [Value, readonly Value[]])[] = [
  [null, [[]]],
  [[], [[]]],
  [[OFFICE, '198.51.100.0/24'], [[OFFICE]]],
  [[AZURE], [[AZURE]]],
  [['0.0.0.0/0', OFFICE], [[AZURE]]],
  [[OFFICE, AZURE], [[AZURE]]],
  [
    [OFFICE, BLIND],
    [[OFFICE], [AZURE]],
  ],
  [[AZURE, BLIND], [[AZURE]]],
  [BLIND, LISTS],
];

const passes = (isPublic: Value, isFiltered: Value, addresses: Value) =>
  isPublic === false || (isFiltered === true && !(addresses as Value[]).includes(AZURE));

test('every combination of access, filter and addresses', () => {
  const wrong: string[] = [];
  for (const [access, accesses] of settings)
    for (const [filter, filtered] of settings)
      for (const [addresses, lists] of filters) {
        const worlds = accesses.flatMap((one) =>
          filtered.flatMap((two) => lists.map((three) => passes(one, two, three))),
        );
        const expected = worlds.every(Boolean) ? 'yes' : worlds.some(Boolean) ? 'unknown' : 'no';
        const verdict = answer({
          public_network_access_enabled: access,
          is_virtual_network_filter_enabled: filter,
          ip_range_filter: addresses,
        });
        if (verdict.answer !== expected)
          wrong.push(`${access} ${filter} ${addresses}: ${verdict.answer}, not ${expected}`);
      }
  expect(wrong).toEqual([]);
});

test('nothing is written that would close an account to everybody, or open it to more', () => {
  const closed: string[] = [];
  for (const subnets of [null, [], [{ id: '/subnets/app' }], BLIND])
    for (const [addresses] of filters) {
      const verdict = answer({ ip_range_filter: addresses, virtual_network_rule: subnets });
      if (verdict.answer !== 'no') throw new Error('without a filter it must fail');
      const written = verdict.deviations.every(({ set }) => set !== undefined);
      const last = verdict.deviations.find(({ path }) => path[0] === 'ip_range_filter')?.set ?? addresses;
      const admitted = Array.isArray(last) && last.length > 0;
      const hasSubnets = Array.isArray(subnets) && subnets.length > 0;
      if (written && !admitted && !hasSubnets) closed.push(`${addresses} ${subnets}`);
      if (written && Array.isArray(last) && last.some((one) => !(addresses as Value[]).includes(one)))
        closed.push(`${addresses} became ${last}`);
    }
  expect(closed).toEqual([]);
});
