import { companionsAmong } from '../../controls/companions';
import type { Companion, Control } from '../../controls/control';
import { judge } from '../../controls/deviations';
import { wanted } from '../../controls/reading';
import type { Surroundings } from '../../controls/surroundings';
import { isScalar, Reference, type Value } from '../../controls/value';
import type { Located } from '../../remediations/locate/hcl/estate';
import { checked, fixtures, judged, readFixture } from './harness';
import { amid, passesAbsent, settable, valueAt, weaker, withValue } from './mutate';

const sound = fixtures.filter(({ set }) => set === 'fixtures');
const rows = new Map<Control, Located[]>();
for (const fixture of sound) {
  const own = judged(fixture.control, readFixture(fixture)).filter(({ answer }) => answer === 'pass');
  rows.set(fixture.control, [...(rows.get(fixture.control) ?? []), ...own.map(({ resource }) => resource)]);
}

const answer = (control: Control, resource: Located, around: Surroundings = resource.root.around) =>
  judge(control, resource, around).answer;

interface Mutation {
  readonly name: string;
  readonly expected: 'yes' | 'no' | 'unknown' | 'not-applicable';
  readonly run: () => string;
}

const shown = (value: Value | undefined) => (value === undefined ? 'left out' : JSON.stringify(value));

/** Every leaf of the control's own `want`, on a resource that passes because of what it says itself. */
function ofWant(control: Control): Mutation[] {
  if (!control.want) return [];
  const leaves = wanted(control.want);
  const [top] = leaves[0].path;
  const resource = (rows.get(control) ?? []).find(
    ({ attributes }) => attributes[top] !== undefined && leaves.every(({ path }) => valueAt(attributes, path) !== null),
  )!;
  const others = new Set((control.companions ?? []).map((companion) => companion.resource as string));
  const alone = amid(resource, (other) => (others.has(other.type) ? undefined : other));
  const on = (path: readonly string[], value: Value | undefined) => () =>
    answer(control, { ...resource, attributes: withValue(resource.attributes, path, value) }, alone);
  const at = (path: readonly string[]) => `${control.id}: ${path.join('.')}`;
  return leaves.flatMap(({ path, expectation }): Mutation[] => {
    const good = valueAt(resource.attributes, path) ?? settable(expectation);
    // What a control is about only where it is said.
    const isCondition = wanted(control.when ?? {}).some((each) => each.path.join('.') === path.join('.'));
    const removed = isCondition ? 'not-applicable' : passesAbsent(resource.type, path, expectation) ? 'yes' : 'no';
    return [
      ...weaker(control.id, path, expectation.accept, good).map(
        (bad): Mutation => ({ name: `${at(path)} is ${shown(bad)}`, expected: 'no', run: on(path, bad) }),
      ),
      { name: `${at(path)} is left out`, expected: removed, run: on(path, undefined) },
      ...(expectation.set === undefined
        ? []
        : [
            {
              name: `${at(path)} is what a fix sets`,
              expected: 'yes' as const,
              run: on(path, settable(expectation)),
            },
          ]),
      ...('in' in expectation.accept
        ? expectation.accept.in.map(
            (also): Mutation => ({ name: `${at(path)} is ${shown(also)}`, expected: 'yes', run: on(path, also) }),
          )
        : []),
    ];
  });
}

/** Every leaf of a companion's `want`, and the way it refers, on an account that passes because of that companion. */
function ofCompanion(control: Control, companion: Companion): Mutation[] {
  const refersHere = (resource: Located) => companionsAmong(companion, resource, resource.root.around).links;
  const resource = (rows.get(control) ?? []).find((each) => refersHere(each).length)!;
  const address = refersHere(resource)[0].resource.address;
  const changed = (change: (attributes: Located['attributes']) => Located['attributes'] | undefined) => () =>
    answer(
      control,
      resource,
      amid(resource, (other) => {
        if (other.address !== address) return other;
        const attributes = change(other.attributes);
        return attributes && { ...other, attributes };
      }),
    );
  const name = `${control.id}: ${companion.resource}`;
  const refersBy = companion.refersBy.split('.');
  const target = companion.via ?? 'id';
  const moved = (to: Reference) => changed((attributes) => withValue(attributes, refersBy, to));
  // Where it may be missing, one of another resource takes nothing away.
  const optional =
    companion.optional ??
    (control.want !== undefined && wanted(control.want).every(({ expectation }) => expectation.orAbsent));
  const without = companion.unmanaged ? 'unknown' : optional ? 'yes' : 'no';
  return [
    { name: `${name} is not there`, expected: without, run: changed(() => undefined) },
    {
      name: `${name} refers elsewhere`,
      expected: without,
      run: moved(new Reference('azurerm_x.elsewhere', [target], companion.suffix)),
    },
    {
      name: `${name} refers to another service`,
      expected: without,
      run: moved(new Reference(resource.address, ['id'], '/other/default')),
    },
    {
      name: `${name} refers here`,
      expected: 'yes',
      run: moved(new Reference(resource.address, [target], companion.suffix)),
    },
    ...wanted(companion.where ?? {}).map(
      ({ path, expectation }): Mutation => ({
        name: `${name}.${path.join('.')} names another`,
        expected: without,
        run: changed((attributes) => withValue(attributes, path, weaker(control.id, path, expectation.accept, '')[0])),
      }),
    ),
    ...wanted(companion.want).flatMap(({ path, expectation }): Mutation[] => {
      const current = () => resource.root.resources.find((each) => each.address === address)!.attributes;
      const good = valueAt(current(), path)!;
      const to = (value: Value | undefined) => changed((attributes) => withValue(attributes, path, value));
      return [
        ...weaker(control.id, path, expectation.accept, good).map(
          (bad): Mutation => ({ name: `${name}.${path.join('.')} is ${shown(bad)}`, expected: 'no', run: to(bad) }),
        ),
        {
          name: `${name}.${path.join('.')} is left out`,
          expected: passesAbsent(companion.resource, path, expectation) ? 'yes' : 'no',
          run: to(undefined),
        },
        ...(expectation.set === undefined
          ? []
          : [
              {
                name: `${name}.${path.join('.')} is what a fix sets`,
                expected: 'yes' as const,
                run: to(settable(expectation)),
              },
            ]),
      ];
    }),
  ];
}

const mutations = checked.flatMap((control) =>
  [...ofWant(control), ...(control.companions ?? []).flatMap((companion) => ofCompanion(control, companion))].map(
    (each) => ({ ...each, about: control.about }),
  ),
);

// What no longer passes may be about something else: a policy that does not ask for a second factor.
const fits = (answer: string, { expected, about }: (typeof mutations)[number]) =>
  answer === expected || (expected === 'no' && about !== undefined && answer === 'not-applicable');

for (const mutation of mutations)
  test(`${mutation.name}: ${mutation.expected}`, () => {
    const answer = mutation.run();
    expect(fits(answer, mutation) || answer).toBe(true);
  });

test('no control is without mutations', () => {
  const data = checked.filter((control) => control.want ?? control.companions);
  expect(
    data.map(({ id }) => id).filter((id) => mutations.filter(({ name }) => name.startsWith(`${id}: `)).length < 2),
  ).toEqual([]);
  expect(mutations.length).toBeGreaterThan(100);
});

test('a text stands for the boolean or number that Terraform makes of it', () => {
  for (const control of checked)
    for (const { path, expectation } of control.want && !control.companions ? wanted(control.want) : []) {
      const { set, accept } = expectation;
      if (!isScalar(set as Value) || typeof set === 'string' || 'test' in accept) continue;
      const [resource] = rows.get(control)!;
      const attributes = withValue(resource.attributes, path, String(set));
      expect(`${control.id} ${answer(control, { ...resource, attributes })}`).toBe(`${control.id} yes`);
    }
});
