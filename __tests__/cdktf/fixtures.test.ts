// Every fixture of a control as cdktf would have written it: what is patched in HCL is told there.
import { readEstate } from '../../remediations/locate/hcl/estate';
import { sourceFile } from '../../remediations/locate/hcl/tree';
import type { Change } from '../../remediations/plan-types';
import { fixEstate, runsOf } from '../controls/fix';
import { fixtures, versionsOf } from '../controls/harness';
import { synthesizedFrom } from './as-synthesized';
import { DOCUMENT } from './told';

/** `storage-min-tls azurerm_storage_account.logs`, each once. */
const wishes = (changes: readonly Change[]): string[] =>
  [
    ...new Set(
      changes.flatMap(({ controls, resources }) =>
        controls.flatMap(({ id }) => resources.map((each) => `${id} ${each}`)),
      ),
    ),
  ].sort();

/** A list that is an attribute is not edited in HCL where an attribute inside has to go; in a program it can be told. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  'fixtures/network-no-public-rdp/attribute': ['network-no-public-rdp azurerm_network_security_group.fail_attribute'],
  'fixtures/network-no-public-ssh/attribute': ['network-no-public-ssh azurerm_network_security_group.fail_attribute'],
};

describe.each(fixtures.filter(({ set }) => set === 'fixtures').map((fixture) => [fixture.name, fixture] as const))(
  '%s',
  (_, fixture) => {
    test('is told as it is patched', () => {
      const [run] = runsOf(fixture);
      const native = fixEstate(
        run,
        readEstate([sourceFile('main.tf', fixture.text), sourceFile('versions.tf', versionsOf('fixtures'))]),
      );
      const estate = readEstate([sourceFile(DOCUMENT, synthesizedFrom(`${versionsOf('fixtures')}\n${fixture.text}`))]);
      const { plan, waves } = fixEstate(run, estate);
      expect(plan.changes).toEqual([]);
      expect(waves).toEqual([]);
      expect(wishes(plan.told)).toEqual([...wishes(native.plan.changes), ...(MORE[fixture.name] ?? [])]);
    });
  },
);
