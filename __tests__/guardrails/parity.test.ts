// The verdict of a guardrail on what Azure would have of a fixture is that of the control on the fixture.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardrailOf } from '../../controls/guardrails/index';
import { ruleJson } from '../../controls/guardrails/policy';
import { answerOf, type Fixture, fixtures, readFixture, resourcesOf } from '../controls/harness';
import { type ArmThing, SUBSCRIPTION, World } from './arm-world';
import { isAgainst } from './policy-engine';

interface Rule {
  readonly rule: object;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Rules of Microsoft's definitions, where a checkout of Azure/azure-policy is named. */
const source = process.env.PLUMBLINE_AZURE_POLICY;
const published = new Map<string, Rule>();
if (source && existsSync(join(source, 'built-in-policies'))) {
  const folder = join(source, 'built-in-policies/policyDefinitions');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.json')) continue;
    const { name: id, properties } = JSON.parse(readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, ''));
    const parameters = Object.entries((properties.parameters ?? {}) as Record<string, { defaultValue?: unknown }>).map(
      ([each, { defaultValue }]) => [each, defaultValue] as const,
    );
    published.set(id, { rule: properties.policyRule, parameters: Object.fromEntries(parameters) });
  }
}

function rulesOf({ control }: Fixture): readonly Rule[] {
  const guardrail = guardrailOf(control);
  if (guardrail.kind === 'custom')
    return guardrail.definitions.map(({ rule }) => ({ rule: ruleJson(rule), parameters: {} }));
  if (guardrail.kind === 'none') return [];
  return guardrail.definitions.flatMap(({ id, parameters }) => {
    const found = published.get(id);
    return found ? [{ ...found, parameters: { ...found.parameters, ...parameters } }] : [];
  });
}

const whole: ArmThing = { id: SUBSCRIPTION, type: 'Microsoft.Resources/subscriptions', name: 'shop', properties: {} };

/** What the two say of each resource that both can tell. */
function compared(fixture: Fixture): { readonly verdicts: readonly boolean[]; readonly others: string[] } {
  const rules = rulesOf(fixture);
  const others: string[] = [];
  const verdicts: boolean[] = [];
  const estate = readFixture(fixture);
  for (const root of estate.roots) {
    const world = new World(root.resources, root.around);
    for (const resource of resourcesOf(estate).filter((each) => each.root === root)) {
      if (!fixture.control.resources.includes(resource.type)) continue;
      const answer = answerOf(fixture.control, resource);
      const thing = world.of(resource.address);
      if (answer === 'unknown' || !thing || !rules.length) continue;
      const isOnce = fixture.control.scope === 'subscription';
      // What the rule finds of a subscription is this one setting, if it is the one that the control is about.
      if (isOnce && answer === 'na') continue;
      const below = isOnce
        ? [whole]
        : world.things.filter(({ id }) => id === thing.id || id.startsWith(`${thing.id}/`));
      const around = isOnce ? [{ ...thing, id: `${SUBSCRIPTION}/${thing.type}/${thing.name}` }] : world.things;
      const against = rules.some(({ rule, parameters }) =>
        below.some((each) => isAgainst(rule as never, each, { parameters, world: around })),
      );
      verdicts.push(against);
      if (against !== (answer === 'fail'))
        others.push(
          `${resource.address}: the control says ${answer}, the guardrail ${against ? 'deviates' : 'passes'}`,
        );
    }
  }
  return { verdicts, others };
}

/** Where the two differ, as the guardrail says of itself. */
const KNOWN: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(__dirname, 'differences.json'), 'utf8'),
);

const differs = (fixture: Fixture): boolean => {
  const guardrail = guardrailOf(fixture.control);
  if (guardrail.kind === 'custom') return guardrail.differs !== undefined;
  return guardrail.kind === 'built-in' && guardrail.definitions.some((each) => each.differs !== undefined);
};

const judgeable = fixtures.filter(({ set, control }) => set === 'fixtures' && guardrailOf(control).kind !== 'none');

describe('a guardrail judges as its control does, or says how it differs', () => {
  for (const fixture of judgeable) {
    const { kind } = guardrailOf(fixture.control);
    const run = kind === 'built-in' && !published.size ? test.skip : test;
    run(`${kind} ${fixture.name}`, () => {
      const { others } = compared(fixture);
      expect(others).toEqual(KNOWN[fixture.name] ?? []);
      if (others.length) expect(differs(fixture)).toBe(true);
    });
  }
});

test('rules of ours are seen to report and to let pass', () => {
  const custom = judgeable.filter(({ control }) => guardrailOf(control).kind === 'custom');
  const seen = new Map<string, Set<boolean>>();
  for (const fixture of custom)
    for (const verdict of compared(fixture).verdicts)
      seen.set(fixture.control.id, (seen.get(fixture.control.id) ?? new Set()).add(verdict));
  const blind = [...new Set(custom.map(({ control }) => control.id))].filter((id) => seen.get(id)?.size !== 2);
  expect(blind).toEqual([]);
});

if (!published.size) console.info('skipped: the rules of built-in definitions need PLUMBLINE_AZURE_POLICY');
