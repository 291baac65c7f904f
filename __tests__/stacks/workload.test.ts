import { enforce, enforcementReport } from '../../constructs/enforce';
import { resourcesOf } from '../../constructs/read';
import { controls } from '../../controls';
import { judge } from '../../controls/deviations';
import { Surroundings } from '../../controls/surroundings';
import { remediationStacks } from '../../stacks/remediation';
import { WorkloadStack } from '../../stacks/workload';
import { newApp, synthError, synthesized } from '../constructs/synth';
import { inFolder, offline } from '../constructs/terraform';

const props = {
  name: 'plumbline',
  location: 'westeurope',
  tenantId: '00000000-0000-0000-0000-000000000000',
  keyExpirationDate: '2099-06-30T00:00:00Z',
};
const workload = () => new WorkloadStack(newApp(), 'workload', props);

// Azure makes a Network Watcher for each region; a workload does not, and cannot tell.
const WATCHER = { id: 'network-watcher-region', at: 'azurerm_virtual_network.network', answer: 'unknown' };

test('no control says no, at either level, and all that concern it say yes', () => {
  const resources = resourcesOf(workload()).map(({ resource }) => resource);
  const around = new Surroundings({ major: 4, minor: 55, source: 'test' }, resources);
  const verdicts = resources.flatMap((resource) =>
    controls.map((control) => ({
      id: control.id,
      at: resource.address,
      answer: judge(control, resource, around).answer,
    })),
  );
  const concerned = verdicts.filter(({ answer }) => answer !== 'not-applicable');
  expect(concerned.filter(({ answer }) => answer !== 'yes')).toEqual([WATCHER]);
  expect(concerned.length).toBeGreaterThan(20);
});

test('it is written when everything is enforced, beside an empty remediation stack', () => {
  const app = newApp();
  new WorkloadStack(app, 'workload', props);
  remediationStacks(app);
  enforce(app, { level: 2 });
  expect(synthError(app)).toBe('');
  const { unknown, ...others } = enforcementReport(app);
  expect(others).toEqual({ failed: [], excepted: [], existing: [] });
  expect(unknown.map(({ control, path }) => [control, path])).toEqual([[WATCHER.id, 'workload/network']]);
});

test('a customer-managed key encrypts, and expires when the caller says', () => {
  const { resource } = synthesized(workload());
  expect(resource.azurerm_storage_account.storage.customer_managed_key).toEqual({
    key_vault_key_id: '${azurerm_key_vault_key.key.versionless_id}',
    user_assigned_identity_id: '${azurerm_user_assigned_identity.identity.id}',
  });
  expect(resource.azurerm_key_vault_key.key.expiration_date).toBe(props.keyExpirationDate);
});

test('the JSON is what was reviewed', () => {
  const { '//': _, ...json } = synthesized(workload());
  expect(json).toMatchSnapshot();
});

offline('Terraform plans it', async () => {
  await inFolder({}, async ({ write, plan }) => {
    write(workload());
    const { changes } = await plan();
    expect(new Set(changes.map(({ change }) => change.actions.join()))).toEqual(new Set(['create']));
  });
});
