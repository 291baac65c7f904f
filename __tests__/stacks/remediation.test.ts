import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enforce, enforcementReport } from '../../constructs/enforce';
import { type PlannedChange, readPlanFile } from '../../stacks/plan-file';
import { RemediationStack, remediationStacks } from '../../stacks/remediation';
import { newApp, synthError, synthesized } from '../constructs/synth';
import { inFolder, offline } from '../constructs/terraform';
import { changed } from '../stand-in/workspace';

const fixture = join(__dirname, 'plan.fixture.json');
const accountId =
  '/subscriptions/00000000-0000-0000-0000-00000000000A/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/logs';
const live = {
  name: 'logs',
  resource_group_name: 'rg',
  location: 'westeurope',
  account_tier: 'Standard',
  account_replication_type: 'LRS',
  min_tls_version: 'TLS1_0',
  https_traffic_only_enabled: false,
  allow_nested_items_to_be_public: false,
  tags: { owner: 'print-team' },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function planWith(content: unknown): string {
  const file = join(folder, 'plan.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

test('the JSON is what was reviewed', () => {
  const [stack] = remediationStacks(newApp(), fixture);
  const { '//': _, ...json } = synthesized(stack);
  expect(json).toMatchSnapshot();
});

offline('Terraform plans exactly the wanted changes', async () => {
  await inFolder({ seed: { [accountId]: live } }, async ({ write, plan, apply }) => {
    write(remediationStacks(newApp(), fixture)[0]);
    const { changes, stdout } = await plan();
    expect(stdout).toContain('1 to import, 1 to add, 1 to change, 0 to destroy');
    const [setting, account] = changes;
    expect(setting.change.actions).toEqual(['create']);
    expect(setting.change.after.name).toBe('audit-${env}-%{if}');
    expect(account.change.importing).toEqual({ id: accountId });
    expect(account.change.actions).toEqual(['update']);
    expect(changed(account)).toEqual(['min_tls_version']);
    await apply();
    expect((await plan()).stdout).toContain('No changes');
  });
});

test('only the targets are judged', () => {
  const app = newApp();
  remediationStacks(app, fixture);
  enforce(app, { level: 2 });
  expect(enforcementReport(app).failed).toEqual([]);
  expect(synthError(app)).toBe('');

  const weak = newApp();
  const [, setting] = readPlanFile(fixture);
  const attributes = { ...setting.overlay.attributes, min_tls_version: 'TLS1_0' };
  new RemediationStack(weak, 'remediation', { changes: [{ ...setting, overlay: { ...setting.overlay, attributes } }] });
  enforce(weak);
  expect(synthError(weak)).toContain('storage-min-tls');
});

test('one stack for each subscription, in the same order whatever the order of the plan', () => {
  const { schema, changes } = JSON.parse(readFileSync(fixture, 'utf8')) as { schema: string; changes: PlannedChange[] };
  const moved = JSON.parse(JSON.stringify(changes[0]).replaceAll('00000000000A', '00000000000B')) as PlannedChange;
  const names = (all: unknown[]) =>
    remediationStacks(newApp(), planWith({ schema, changes: all })).map(({ node }) => node.id);
  expect(names([changes[0]])).toEqual(['remediation']);
  const both = ['remediation-00000000-0000-0000-0000-00000000000a', 'remediation-00000000-0000-0000-0000-00000000000b'];
  expect(names([changes[0], moved])).toEqual(both);
  expect(names([moved, changes[0]])).toEqual(both);
  const json = (all: unknown[]) =>
    JSON.stringify(synthesized(remediationStacks(newApp(), planWith({ schema, changes: all }))[0]));
  expect(json([...changes].reverse())).toBe(json(changes));
});

test('without a plan the stack is empty', () => {
  const [stack] = remediationStacks(newApp());
  expect(stack.node.id).toBe('remediation');
  expect(synthesized(stack)).not.toHaveProperty('resource');
});

test('a plan that cannot be used says why', () => {
  const { schema, changes } = JSON.parse(readFileSync(fixture, 'utf8')) as { schema: string; changes: PlannedChange[] };
  const changedBy = (over: object) =>
    planWith({ schema, changes: [{ ...changes[0], overlay: { ...changes[0].overlay, ...over } }] });
  const missing = join(folder, 'missing.json');
  expect(() => readPlanFile(missing)).toThrow(`there is no plan at ${missing}`);
  expect(() => readPlanFile(planWith('{'))).toThrow('is not JSON');
  expect(() => readPlanFile(planWith([]))).toThrow('has the schema nothing, but this release reads plan-1');
  expect(() => readPlanFile(planWith({ schema: 'https://example.org/plan-2', changes }))).toThrow(
    'plan-2", but this release',
  );
  expect(() => readPlanFile(planWith({ schema }))).toThrow('has no list of changes');
  expect(() => readPlanFile(changedBy({ type: 'aws_s3_bucket' }))).toThrow('the type "aws_s3_bucket"');
  expect(() => readPlanFile(changedBy({ name: '${x}' }))).toThrow('the name "${x}"');
  expect(() => readPlanFile(changedBy({ strategy: 'adopt' }))).toThrow('the strategy "adopt"');
  expect(() => readPlanFile(changedBy({ strategy: 'azapi' }))).toThrow('allowed is azapi_update_resource');
  expect(() => readPlanFile(changedBy({ importId: undefined }))).toThrow('the importId undefined');
  expect(() => readPlanFile(changedBy({ ignore: ['a b'] }))).toThrow('the ignored attribute "a b"');
  expect(() => remediationStacks(newApp(), planWith({ schema, changes: [changes[0], changes[0]] }))).toThrow(
    'two changes of the plan are azurerm_storage_account.logs (c2, c2)',
  );
});
