// From what was read of Azure to what Terraform would do, with the stand-in in the place of the providers.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBlock, isSingleBlock } from '../../controls/provider/facts';
import { isList, isObject, Unknown, type Value } from '../../controls/value';
import type { Scan } from '../../remediations/azure/arm-object';
import { asLiveReport, checkScan } from '../../remediations/azure/check-scan';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { inStacks, type LedgerEntry, readLedger } from '../../remediations/overlay/ledger';
import { LiveEstate } from '../../remediations/overlay/live-estate';
import { remediate } from '../../remediations/remediate';
import { planJson } from '../../remediations/render/plan-json';
import { stackFiles } from '../../remediations/render/stack-hcl';
import { readPlanFile } from '../../remediations/verify/plan-file';
import { readTerraformPlan } from '../../remediations/verify/terraform-plan';
import { verify } from '../../remediations/verify/verify';
import { remediationStacks } from '../../stacks/remediation';
import { newApp } from '../constructs/synth';
import { inFolder, offline } from '../constructs/terraform';
import { changed } from '../stand-in/workspace';

const scan = JSON.parse(readFileSync(join(__dirname, '../../examples/azure/scan.json'), 'utf8')) as Scan;
const ANSWERS = {
  managementNetworks: ['10.1.0.0/24'],
  clientNetworks: ['10.2.0.0/16', '10.3.0.0/16'],
  logAnalyticsWorkspaceId:
    '/subscriptions/5a1e0000-0000-4000-8000-000000000001/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/logs',
};

function planned(
  live: LiveEstate,
  answers: Readonly<Record<string, Value>> = {},
  earlier: readonly LedgerEntry[] = [],
) {
  const report = asLiveReport(checkScan(live.groups, { level: 2 }));
  const made = remediate([report], readEstate([]), { level: 2, answers, allow: new Set(), live });
  const overlays = inStacks(made.plan.overlays, earlier);
  return { ...made, plan: { ...made.plan, overlays }, report };
}

type Planned = ReturnType<typeof planned>;
const jsonOf = (made: Planned, earlier: readonly LedgerEntry[] = [], released?: ReadonlySet<string>) =>
  [
    ...planJson({
      ...made,
      level: 2,
      sources: [],
      provider: [],
      notes: [],
      earlier,
      ...(released ? { released } : {}),
    }),
  ].join('');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-live-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function stacksOf(json: string) {
  const file = join(folder, 'plan.json');
  writeFileSync(file, json);
  return remediationStacks(newApp(), file);
}

/** What the provider would read: everything that is known, blocks as Terraform writes them. */
function seedOf(type: string, path: string, value: Value): unknown {
  if (value instanceof Unknown || value === null) return undefined;
  const at = (name: string) => (path ? `${path}.${name}` : name);
  if (isObject(value)) {
    const inside = Object.entries(value).flatMap(([name, each]) => {
      const seed = seedOf(type, at(name), each);
      return seed === undefined ? [] : [[name, seed] as const];
    });
    const members = Object.fromEntries(inside);
    return path && isBlock(type, path, 4) && isSingleBlock(type, path, 4) ? [members] : members;
  }
  if (isList(value)) {
    const items = value.flatMap((each) => seedOf(type, path, each) ?? []);
    return items.length || !isBlock(type, path, 4) ? items : undefined;
  }
  return value;
}

test('every finding is planned or has a reason', () => {
  const { plan, report } = planned(new LiveEstate(scan));
  const closed = new Set(plan.overlays.flatMap(({ findings }) => findings));
  const open = plan.unplanned.map(({ finding }) => finding);
  expect(report.findings.length).toBeGreaterThan(100);
  expect(closed.size + open.length).toBe(report.findings.length);
  expect(open.filter((finding) => closed.has(finding))).toEqual([]);
});

test('nothing is written back that Azure would not take as it was read', () => {
  const { plan } = planned(new LiveEstate(scan), {
    ...ANSWERS,
    keyExpirationDate: '2027-06-30T00:00:00Z',
    secretExpirationDate: '2027-06-30T00:00:00Z',
  });
  const types = plan.overlays.flatMap(({ overlay }) =>
    overlay.strategy === 'azapi' ? String(overlay.attributes.type) : [],
  );
  expect(types.filter((type) => /vaults\/(keys|secrets)@|vulnerabilityAssessments@/.test(type))).toEqual([]);
  const why = (control: string) => plan.unplanned.find((each) => each.control === control)?.note;
  expect(why('key-vault-secret-expiry')).toContain('a secret is written with its value, which is not read');
  expect(why('sql-scans-recurring')).toContain('a key of its storage account, which Azure does not tell');
});

/** What Terraform would read at the ids that a stack imports. */
function seeds(made: Planned, live: LiveEstate): Record<string, object> {
  const resources = live.groups.flatMap((group) => group.resources);
  return Object.fromEntries(
    made.plan.overlays.flatMap(({ overlay }) => {
      if (overlay.importId === undefined) return [];
      const found = resources.find(({ attributes }) => attributes.id === overlay.armId);
      const before = found?.type === overlay.type ? seedOf(overlay.type, '', found.attributes) : {};
      return [[overlay.importId, { ...overlay.attributes, ...(before as object) }]];
    }),
  );
}

/** What plumbline verify says of a plan. */
function proof(shown: object, planFile: string) {
  const against = readPlanFile(JSON.parse(planFile), 'plan.json');
  const { isProven, outcomes, controls, losses, named, others } = verify(readTerraformPlan(shown, 'tfplan.json'), {
    against,
  });
  return {
    isProven,
    outcomes: outcomes.length,
    controls: controls.length,
    missing: outcomes.filter(({ match }) => match !== 'yes'),
    failing: controls.filter(({ answer }) => answer !== 'yes'),
    losses,
    named: named.map(({ what }) => what),
    others,
  };
}

offline(
  'Terraform imports, and changes what is named and nothing else',
  async () => {
    const live = new LiveEstate(scan);
    const made = planned(live, ANSWERS);
    const seed = seeds(made, live);
    for (const stack of stacksOf(jsonOf(made))) {
      const own = made.plan.overlays.filter(({ overlay }) => overlay.stack === stack.node.id);
      const imports = own.filter(({ overlay }) => overlay.strategy === 'import');
      await inFolder({ seed: seed as never }, async ({ write, plan, apply }) => {
        write(stack);
        const { changes, stdout, shown } = await plan();
        expect(proof(shown, jsonOf(made))).toMatchObject({ isProven: true, missing: [], failing: [], others: [] });
        expect(stdout).toContain(`${imports.length} to import, ${own.length - imports.length} to add, `);
        expect(stdout).toContain('0 to destroy');
        for (const { overlay } of imports) {
          const change = changes.find(({ address }) => address === `${overlay.type}.${overlay.name}`)!;
          const targets = Object.keys(overlay.attributes).filter((name) => !overlay.ignore.includes(name));
          expect(change.change.importing).toEqual({ id: overlay.importId });
          for (const name of changed(change)) expect(targets).toContain(name);
        }
        await apply();
        const after = await plan();
        expect(after.stdout).toContain('No changes');
        expect(proof(after.shown, jsonOf(made)).isProven).toBe(true);
      });
    }
  },
  120_000,
);

offline(
  'the stacks as HCL plan the same',
  async () => {
    const live = new LiveEstate(scan);
    const made = planned(live, ANSWERS);
    const json = jsonOf(made);
    const files = stackFiles(readLedger(Buffer.from(json)));
    expect([...files.keys()].sort()).toEqual(['remediation-disruptive/main.tf', 'remediation/main.tf']);
    for (const stack of stacksOf(json))
      await inFolder({ seed: seeds(made, live) as never }, async ({ write, writeText, plan }) => {
        write(stack);
        const { changes } = await plan();
        writeText('cdk.tf.json', '{}');
        writeText('main.tf', files.get(`${stack.node.id}/main.tf`)!);
        const byAddress = (a: { address: string }, b: { address: string }) => (a.address < b.address ? -1 : 1);
        expect([...(await plan()).changes].sort(byAddress)).toEqual([...changes].sort(byAddress));
      });
  },
  120_000,
);

offline(
  'an empty plan afterwards destroys nothing, and what is released is forgotten',
  async () => {
    const first = planned(new LiveEstate(scan));
    const before = jsonOf(first);
    const earlier = readLedger(Buffer.from(before));
    const nothing = { ...first, plan: { ...first.plan, overlays: [] } };
    const imported = earlier.find(({ overlay }) => overlay.strategy === 'import' && overlay.stack === 'remediation')!;
    const patched = earlier.find(({ overlay }) => overlay.strategy === 'azapi' && overlay.stack === 'remediation')!;
    const own = (json: string) => stacksOf(json).find(({ node }) => node.id === 'remediation')!;
    const seed = Object.fromEntries(
      earlier.flatMap(({ overlay }) => (overlay.importId ? [[overlay.importId, overlay.attributes]] : [])),
    );
    await inFolder({ seed: seed as never }, async ({ write, plan, apply }) => {
      write(own(before));
      await apply();
      const after = jsonOf(nothing, earlier);
      expect(readLedger(Buffer.from(after))).toEqual(earlier);
      write(own(after));
      expect((await plan()).stdout).toContain('No changes');
      const released = jsonOf(nothing, earlier, new Set([imported.id, patched.id]));
      write(own(released));
      const { stdout, shown } = await plan();
      expect(stdout).toContain('0 to destroy');
      expect(proof(shown, released)).toMatchObject({ isProven: true, named: ['forget', 'forget'] });
      expect(proof(shown, after).isProven).toBe(false);
      for (const { overlay } of [imported, patched])
        expect(stdout).toContain(`${overlay.type}.${overlay.name} will no longer be managed by Terraform`);
      await apply();
      // The entry stays: without it nobody would know that it was let go.
      write(own(jsonOf(nothing, readLedger(Buffer.from(released)))));
      expect((await plan()).stdout).toContain('No changes');
    });
  },
  120_000,
);
