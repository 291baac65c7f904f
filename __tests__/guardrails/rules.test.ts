import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_IN } from '../../controls/guardrails/built-in';
import { builtInFacts, fieldNamed } from '../../controls/guardrails/facts';
import { guardrailOf } from '../../controls/guardrails/index';
import { guardrails } from '../../controls/guardrails/initiative';
import { fieldsOf } from '../../controls/guardrails/policy';
import { terraformOf } from '../../controls/guardrails/terraform';
import { controlById, controls } from '../../controls/index';

const custom = controls.flatMap((control) => {
  const guardrail = guardrailOf(control);
  return guardrail.kind === 'custom' ? guardrail.definitions : [];
});
const fields = new Set(
  custom.flatMap(({ rule: { about, lacks } }) => [
    ...fieldsOf(about),
    ...(lacks?.existenceCondition ? fieldsOf(lacks.existenceCondition) : []),
  ]),
);
const shared = join(__dirname, '../../../shared/maps/azure-policy-builtin.json');
const withMap = existsSync(shared) ? test : test.skip;

test('rules name fields that Azure Policy has', () => {
  expect(fields.size).toBeGreaterThan(60);
  expect([...fields].filter((field) => fieldNamed(field) === undefined)).toEqual([]);
});

withMap('and the map of built-in definitions knows what stands for a control', () => {
  const map: Record<string, { displayName: string }> = JSON.parse(readFileSync(shared, 'utf8'));
  const used = Object.values(BUILT_IN).flat();
  // It leaves out categories that controls of resources do not touch: batch, search, logic apps, stream analytics.
  const known = used.filter(({ id }) => map[id.toLowerCase()]);
  expect(used.length - known.length).toBeLessThanOrEqual(4);
  expect(known.filter(({ id }) => map[id.toLowerCase()].displayName !== builtInFacts(id)?.name)).toEqual([]);
});

test('an assignment gives every value that a definition needs', () => {
  const lacking = Object.values(BUILT_IN)
    .flat()
    .filter(({ id, parameters = {} }) => {
      const needed = Object.entries(builtInFacts(id)!.parameters ?? {}).filter(([, value]) => value === null);
      return needed.some(([name]) => !Object.hasOwn(parameters, name));
    });
  expect(lacking).toEqual([]);
});

test('no definition changes resources by itself, and none is deprecated', () => {
  const used = Object.values(BUILT_IN).flatMap((all) => all.map(({ id }) => builtInFacts(id)!));
  expect(
    used.filter(({ effects }) => effects.some((each) => /^(Modify|DeployIfNotExists|Append)$/.test(each))),
  ).toEqual([]);
  expect(used.filter(({ name }) => /deprecated/i.test(name))).toEqual([]);
});

test('every control is held, or says why not; the table names no other', () => {
  for (const control of controls) {
    const guardrail = guardrailOf(control);
    if (guardrail.kind === 'none') expect(guardrail.why).toMatch(/^[A-Z].{10,}\.$/s);
    else expect(guardrail.definitions.length).toBeGreaterThan(0);
  }
  expect(Object.keys(BUILT_IN).filter((id) => !controlById(id))).toEqual([]);
});

describe('an initiative for each level', () => {
  const both = guardrails({ level: 2 });

  test('of level 2 what it asks beyond level 1', () => {
    const [one, two] = both.initiatives;
    expect(guardrails({ level: 1 }).initiatives).toEqual([one]);
    expect(new Set(two.references.map(({ control }) => controlById(control)!.level))).toEqual(new Set([2]));
    const ids = both.initiatives.flatMap(({ references }) => references.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(both.definitions.length).toBeGreaterThan(40);
    expect(ids.length).toBeGreaterThan(120);
  });

  test('audit refuses nothing, deny only what may, and one control may go first', () => {
    const effects = (options: Partial<Parameters<typeof guardrails>[0]>) =>
      new Map(
        guardrails({ level: 2, ...options }).initiatives.flatMap(({ references }) =>
          references.map(({ id, effect }) => [id, effect] as const),
        ),
      );
    expect(new Set(effects({}).values())).toEqual(new Set(['Audit', 'AuditIfNotExists']));
    const denied = effects({ effect: 'deny' });
    expect(denied.get('storage-min-tls')).toBe('Deny');
    expect(denied.get('storage-private-endpoint')).toBe('AuditIfNotExists');
    expect(denied.get('key-vault-private-endpoint')).toBe('Audit');
    const first = effects({ deny: new Set(['storage-min-tls']) });
    expect([...first].filter(([, effect]) => effect === 'Deny')).toEqual([['storage-min-tls', 'Deny']]);
  });

  test('controls that are off are left out, those on request that are on are in', () => {
    const ids = guardrails({
      level: 1,
      off: new Set(['storage-min-tls']),
      on: new Set(['storage-no-shared-keys']),
    }).initiatives.flatMap(({ references }) => references.map(({ control }) => control));
    expect(ids).not.toContain('storage-min-tls');
    expect(ids).toContain('storage-no-shared-keys');
  });

  test.each([{ subscription: '00000000-0000-0000-0000-000000000000' }, { managementGroup: 'platform' }])(
    'names are as long as Azure takes them: %j',
    (scope) => {
      const exemption = {
        control: 'storage-min-tls',
        armId: '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg',
        reason: 'r'.repeat(600),
        owner: 'team',
        until: '2027-06-30',
      };
      const resources = terraformOf({ ...both, scope, enforce: true, exemptions: [exemption] });
      const addresses = resources.map(({ type, name }) => `${type}.${name}`);
      expect(new Set(addresses).size).toBe(addresses.length);
      for (const { type, attributes } of resources) {
        const most = type.includes('management_group_policy_assignment') ? 24 : 64;
        expect(String(attributes.name).length).toBeLessThanOrEqual(most);
        expect(String(attributes.display_name).length).toBeLessThanOrEqual(128);
        expect(String(attributes.description).length).toBeLessThanOrEqual(512);
      }
    },
  );
});
