import { enforce, enforcementReport } from '../../constructs/enforce';
import { resourcesOf } from '../../constructs/read';
import { controls } from '../../controls';
import { asksFor } from '../../controls/control';
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
  administrators: { name: 'database-administrators', objectId: '11111111-1111-1111-1111-111111111111' },
  adminPublicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample operator',
  webClientId: '22222222-2222-2222-2222-222222222222',
  networkWatcher: { name: 'NetworkWatcher_westeurope', resourceGroupName: 'NetworkWatcherRG' },
};
/** Azure makes the Network Watcher of a region itself, so this code cannot tell. */
const UNKNOWN = ['network-watcher-region'];
const workload = () => new WorkloadStack(newApp(), 'workload', props);

test('no control says no, at either level, and all that concern it say yes', () => {
  const resources = resourcesOf(workload()).map(({ resource }) => resource);
  const around = new Surroundings({ major: 4, minor: 55, source: 'test' }, resources);
  const asked = controls.filter((control) => asksFor(2, control));
  const verdicts = resources.flatMap((resource) =>
    asked.map((control) => ({
      id: control.id,
      at: resource.address,
      answer: judge(control, resource, around).answer,
    })),
  );
  const concerned = verdicts.filter(({ answer }) => answer !== 'not-applicable');
  expect(concerned.filter(({ answer }) => answer === 'no')).toEqual([]);
  expect(concerned.filter(({ answer }) => answer === 'unknown').map(({ id }) => id)).toEqual(UNKNOWN);
  expect(concerned.length).toBeGreaterThan(20);
});

test('it is written when everything is enforced, beside an empty remediation stack', () => {
  const app = newApp();
  new WorkloadStack(app, 'workload', props);
  remediationStacks(app);
  enforce(app, { level: 2 });
  expect(synthError(app)).toBe('');
  const { unknown, ...rest } = enforcementReport(app);
  expect(rest).toEqual({ failed: [], excepted: [], existing: [] });
  expect(unknown.map(({ control }) => control)).toEqual(UNKNOWN);
});

test('a customer-managed key encrypts, and expires when the caller says', () => {
  const { resource } = synthesized(workload());
  expect(resource.azurerm_storage_account.storage.customer_managed_key).toEqual({
    key_vault_key_id: '${azurerm_key_vault_key.storage-key.versionless_id}',
    user_assigned_identity_id: '${azurerm_user_assigned_identity.storage-key_identity_C289DB3C.id}',
  });
  expect(resource.azurerm_key_vault_key['storage-key'].expiration_date).toBe(props.keyExpirationDate);
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
