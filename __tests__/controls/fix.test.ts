import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expectedText, fixEstate, fixed, runsOf } from './fix';
import { estateOf, type Fixture, fixtures, isKept, judged, resourcesOf } from './harness';

const PARTIAL_POLICY = 'what is there leaves no period that is surely right: the owner has to say';
const IN_A_LIST = 'the rule is an element of a list, from which nothing can be removed';

const KINDS = 'the instances are of different kinds, and what is added would be the same beside each';

/** Failing resources that a fix rightly leaves, and why. */
const LEFT: Readonly<Record<string, string>> = {
  'fixtures/key-vault-key-rotation azurerm_key_vault_key.fail_not_automatic': PARTIAL_POLICY,
  'fixtures/key-vault-key-rotation/no-expiry azurerm_key_vault_key.fail_no_expiry': PARTIAL_POLICY,
  'fixtures/key-vault-private-endpoint azurerm_key_vault.fail_other_service':
    'the owner of an endpoint that leads to a service the vault does not have must say what it is for',
  'fixtures/network-no-public-http azurerm_network_security_group.fail_dynamic': 'an expression makes the rules',
  'fixtures/network-no-public-rdp azurerm_network_security_group.fail_dynamic': 'an expression makes the rules',
  'fixtures/network-no-public-rdp/attribute azurerm_network_security_group.fail_attribute': IN_A_LIST,
  'fixtures/network-no-public-rdp/beside-unknown azurerm_network_security_group.fail_beside_unknown':
    'a network that is not known can be neither kept nor thrown out',
  'fixtures/network-no-public-ssh azurerm_network_security_group.fail_dynamic': 'an expression makes the rules',
  'fixtures/network-no-public-ssh/attribute azurerm_network_security_group.fail_attribute': IN_A_LIST,
  'fixtures/network-no-public-udp azurerm_network_security_group.fail_dynamic': 'an expression makes the rules',
  'fixtures/storage-blob-logging/kinds azurerm_storage_account.fail_each': KINDS,
  'fixtures/storage-private-endpoint/kinds azurerm_storage_account.fail_each': KINDS,
  'fixtures/storage-customer-managed-key azurerm_storage_account.fail_': 'a key needs an identity and a role: advice',
  'fixtures-5/storage-customer-managed-key azurerm_storage_account.fail_': 'a key needs an identity and a role: advice',
  'fixtures/storage-firewall-deny/some-of-each azurerm_storage_account.fail_some_each["fail_media"]':
    'inline rules would reach the instance that has separate ones: azurerm takes one or the other',
  'fixtures/storage-private-endpoint azurerm_storage_account.fail_other_service':
    'the owner of an endpoint that leads to a service the account does not have must say what it is for',
  'fixtures/storage-private-endpoint/unknown-kind azurerm_storage_account.fail_unknown_kind':
    'the kind of the account says to which service an endpoint can lead',
};

const updating = process.env.UPDATE_GOLDEN === '1';

describe('the fix is what the golden file says', () => {
  for (const run of fixtures.flatMap(runsOf))
    test(run.fixture.name, () => {
      const text = fixed(run);
      if (updating && text !== run.fixture.text) {
        mkdirSync(dirname(run.golden), { recursive: true });
        writeFileSync(run.golden, text);
      }
      expect(text).toBe(expectedText(run));
    });
});

const blocksOf = (text: string, { set }: Fixture): Map<string, string> => {
  const blocks = resourcesOf(estateOf(text, set)).map(({ block }) => block);
  return new Map(blocks.map(({ type, name, node }) => [`${type}.${name}`, text.slice(node.start, node.end)]));
};

describe('after the fix what failed passes, and nothing else has changed', () => {
  for (const fixture of fixtures)
    test(fixture.name, () => {
      const [run] = runsOf(fixture);
      const text = fixed(run);
      const estate = estateOf(text, fixture.set);
      const still = judged(fixture.control, estate)
        .filter(({ expected, answer }) => expected === 'fail' && answer !== 'pass')
        .map(({ resource, answer }) => `${fixture.name} ${resource.address}: ${answer}`);
      expect(still.filter((line) => !reasonToLeave(line))).toEqual([]);

      const before = [...blocksOf(fixture.text, fixture)].filter(([address]) => isKept(address.split('.')[1]));
      const after = blocksOf(text, fixture);
      expect(before.filter(([address, block]) => after.get(address) !== block)).toEqual([]);

      expect(fixEstate(run, estate).plan.changes).toEqual([]);
    });
});

const reasonToLeave = (line: string) => Object.keys(LEFT).find((start) => line.startsWith(start));

test('what is left is really left', () => {
  const left = fixtures.flatMap((fixture) =>
    judged(fixture.control, estateOf(fixed(runsOf(fixture)[0]), fixture.set))
      .filter(({ expected, answer }) => expected === 'fail' && answer !== 'pass')
      .map(({ resource }) => `${fixture.name} ${resource.address}`),
  );
  expect(Object.keys(LEFT).filter((start) => !left.some((line) => line.startsWith(start)))).toEqual([]);
});

test('every golden file belongs to a run', () => {
  const known = new Set(fixtures.flatMap(runsOf).map(({ golden }) => golden));
  const files = readdirSync(__dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('golden'))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.filter((file) => !known.has(file))).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
  expect(files.every((file) => existsSync(file))).toBe(true);
});
