import { type Companion, type Control, type Expectation, ruleOf, withBeside } from '../../controls/control';
import { cisNumbers, controlById, controls } from '../../controls/index';
import {
  type AttributeFacts,
  attributeFacts,
  attributesOf,
  knowsType,
  type Major,
  replacesOnChange,
} from '../../controls/provider/facts';
import { renamedIn5 } from '../../controls/provider/former-names';
import { wanted } from '../../controls/reading';
import { isList, isObject, type Scalar, type Value } from '../../controls/value';
import { checked } from './harness';
import { settable } from './mutate';
import { reviewed } from './reviewed';

const NOT_IN_5 = reviewed('notIn5');
const CONDITIONS = reviewed('conditions');
const REPLACED_COMPANIONS = reviewed('replacedCompanions');
const SHARED = reviewed('shared');

interface Leaf {
  readonly control: Control;
  readonly type: string;
  readonly path: string;
  readonly expectation: Expectation;
  readonly companion?: Companion;
}
const leavesOf = (control: Control, want: object, type: string, companion?: Companion): Leaf[] =>
  wanted(want).map(({ path, expectation }) => ({ control, type, path: path.join('.'), expectation, companion }));
const leaves: readonly Leaf[] = checked.flatMap((control) => [
  ...control.resources.flatMap((type) => [
    ...leavesOf(control, control.want ?? {}, type),
    ...leavesOf(control, control.when ?? {}, type),
  ]),
  ...withBeside(control.companions).flatMap((companion) => [
    ...leavesOf(control, companion.want, companion.resource, companion),
    ...leavesOf(control, companion.where ?? {}, companion.resource, companion),
  ]),
]);
const written = leaves.filter(
  ({ control, expectation: { set, ask }, path, type }) =>
    (set !== undefined || ask) &&
    !control.fix?.advice &&
    !(control.when && leavesOf(control, control.when, type).some((each) => each.path === path)),
);
const nameOf = ({ type, path }: Leaf) => `${type} ${path}`;

test('ids are unique and kebab-case', () => {
  const ids = controls.map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))).toEqual([]);
});

test('titles are sentences without a full stop, everything else has one', () => {
  const sentences = controls.flatMap(({ why, fix, manual, onRequest }) => [
    why,
    ...(onRequest ? [onRequest] : []),
    ...(fix?.consequences ?? []),
    ...[fix?.cost, fix?.advice, manual?.why, manual?.steps, manual?.evidence].filter((text) => text !== undefined),
  ]);
  expect(controls.map(({ title }) => title).filter((title) => !/^[A-Z][^\n]*[^.!?\s]$/.test(title))).toEqual([]);
  // A sentence may begin with the name of a property, such as keyPolicy.
  expect(sentences.filter((text) => !/^([A-Z]|[a-z]+[A-Z])[^\n]*[^.\s][.]$/.test(text))).toEqual([]);
  const differs = controls
    .flatMap(({ aliases }) => Object.values(aliases).flat())
    .flatMap((alias) => (typeof alias === 'string' ? [] : (alias.differs ?? [])));
  expect(differs.filter((text) => !/^[A-Z][^\n]*[^.\s][.]$/.test(text))).toEqual([]);
});

/** Controls that say the same, word for word, of resource types that call it by other names. */
const areTwins = (a: Control, b: Control): boolean =>
  a !== b &&
  JSON.stringify([a.title, a.why, a.cis, a.aliases]) === JSON.stringify([b.title, b.why, b.cis, b.aliases]) &&
  !a.resources.some((type) => b.resources.includes(type));
/** The first of each group of twins, and every control that has none. */
const distinct = controls.filter((control, i) => !controls.slice(0, i).some((other) => areTwins(other, control)));

test('every title, reason and consequence is said once, or means the same control', () => {
  for (const text of ['title', 'why'] as const) {
    const texts = distinct.map((control) => control[text]);
    const again = texts.filter((each, i) => texts.indexOf(each) !== i);
    expect(again.filter((each) => !each.startsWith('Traffic stays on the private network'))).toEqual([]);
  }
});

test('every question is asked in the same words, as a question', () => {
  const asks = [
    ...leaves.flatMap(({ expectation }) => expectation.ask ?? []),
    ...checked.flatMap((control) => control.asks ?? []),
  ];
  const words = new Map(asks.map((ask) => [ask.parameter, JSON.stringify(ask)]));
  expect(asks.filter((ask) => words.get(ask.parameter) !== JSON.stringify(ask))).toEqual([]);
  expect(asks.filter(({ question }) => !/^[A-Z].*\?$/.test(question))).toEqual([]);
});

test('every type and path is in the facts of azurerm 4.x, and of 5.x if the type is, unless reviewed', () => {
  const types = checked.flatMap((control) => [
    ...control.resources,
    ...withBeside(control.companions).map(({ resource }) => resource),
  ]);
  expect(types.filter((type) => !knowsType(type))).toEqual([]);
  expect(leaves.filter(({ type, path }) => !attributeFacts(type, path, 4)).map(nameOf)).toEqual([]);
  expect(
    leaves
      .filter(({ type }) => attributesOf(type, 5).size)
      .filter(({ type, path }) => !attributeFacts(type, renamedIn5(type, path)?.path ?? path, 5))
      .map(nameOf)
      .sort(),
  ).toEqual(Object.keys(NOT_IN_5).sort());
  const links = checked.flatMap((control) => withBeside(control.companions));
  for (const major of [4, 5] as const)
    expect(
      links
        .filter(({ resource, refersBy }) => !attributeFacts(resource, refersBy, major))
        .map(({ resource, refersBy }) => `${resource} ${refersBy}`),
    ).toEqual([]);
});

test('what a companion is added with is in the facts, and nothing required is left out', () => {
  for (const { resource, refersBy, add, want, where } of checked.flatMap((control) => withBeside(control.companions))) {
    if (!add) continue;
    const names = new Set([
      ...Object.keys(add.attributes),
      refersBy.split('.')[0],
      ...[want, where ?? {}].flatMap((each) => wanted(each).map(({ path }) => path[0])),
    ]);
    for (const major of [4, 5] as const) {
      const facts = attributesOf(resource, major);
      const required = [...facts].filter(([path, each]) => each.required && !path.includes('.')).map(([path]) => path);
      expect(required.filter((name) => !names.has(name))).toEqual([]);
      expect([...names].filter((name) => !facts.has(name))).toEqual([]);
    }
  }
});

test('a fix that writes what cannot be changed says that it replaces', () => {
  for (const leaf of written.filter(({ companion }) => !companion)) {
    const replaces = ([4, 5] as Major[]).map((major) => replacesOnChange(leaf.type, leaf.path, major));
    if (replaces.includes(true))
      expect(`${nameOf(leaf)}: ${leaf.control.fix?.impact}`).toBe(`${nameOf(leaf)}: replaces`);
    else expect(`${nameOf(leaf)}: ${leaf.control.fix?.impact}`).not.toBe(`${nameOf(leaf)}: replaces`);
  }
  const companions = leaves.filter(
    ({ type, path, companion }) => companion && replacesOnChange(type, path, 4) === true,
  );
  expect([...new Set(companions.map(nameOf))].sort()).toEqual(Object.keys(REPLACED_COMPANIONS).sort());
  // What tells one companion from another is written into a new one only.
  const told = ({ companion, path }: Leaf) =>
    wanted(companion?.where ?? {}).some((each) => each.path.join('.') === path);
  const rewritten = companions.filter((leaf) => leaf.expectation.set !== undefined && !told(leaf));
  expect(rewritten.map(nameOf)).toEqual([]);
});

test('conditions under which a written attribute replaces are reviewed', () => {
  const conditional = written.filter(({ type, path }) =>
    ([4, 5] as Major[]).some((major) => typeof replacesOnChange(type, path, major) === 'string'),
  );
  expect([...new Set(conditional.map(nameOf))].sort()).toEqual(Object.keys(CONDITIONS).sort());
});

test('what cannot be undone is labelled', () => {
  expect(controlById('key-vault-purge-protection')?.fix).toMatchObject({ impact: 'irreversible', restores: 'no' });
  expect(controlById('storage-infrastructure-encryption')?.fix).toMatchObject({ impact: 'replaces', restores: 'no' });
  const final = checked.filter(({ fix }) => fix!.impact === 'irreversible' || fix!.impact === 'replaces');
  expect(final.filter(({ fix }) => fix!.restores === 'yes')).toEqual([]);
  expect(checked.flatMap(({ fix }) => fix?.with ?? []).filter((id) => !controlById(id))).toEqual([]);
});

/** Why a value cannot stand at a path. */
function misfit(type: string, path: string, value: Value, major: Major): string[] {
  const facts = attributeFacts(type, path, major);
  if (!facts) return [`${path} is not known`];
  if (facts.type === 'Dynamic') return [];
  if (isList(value)) return value.flatMap((each) => misfit(type, path, each, major));
  if (isObject(value))
    return facts.elem === 'object'
      ? Object.entries(value).flatMap(([name, each]) => misfit(type, `${path}.${name}`, each, major))
      : [`${path} is no block`];
  return fits(facts, value as Scalar) ? [] : [`${path} cannot be ${JSON.stringify(value)}`];
}
function fits(facts: AttributeFacts, value: Scalar): boolean {
  const [low, high] = facts.range?.split(' - ').map(Number) ?? [-Infinity, Infinity];
  const types: Readonly<Record<string, string>> = { String: 'string', Bool: 'boolean', Int: 'number', Float: 'number' };
  const kind = types[facts.type] ?? types[facts.elem ?? ''];
  return (
    typeof value === kind &&
    (!facts.enum || facts.enum.includes(String(value))) &&
    (typeof value !== 'number' || (low <= value && value <= high))
  );
}

test('every value that is set is one that azurerm takes, and passes', () => {
  for (const { type, path, expectation } of leaves) {
    if (expectation.set === undefined) continue;
    const majors = ([4, 5] as const).filter((major) => attributeFacts(type, path, major));
    expect(majors.flatMap((major) => misfit(type, path, settable(expectation), major))).toEqual([]);
  }
});

test('every accepted value exists in some release', () => {
  for (const { type, path, expectation } of leaves) {
    if (!('in' in expectation.accept)) continue;
    const known = ([4, 5] as const).flatMap((major) => attributeFacts(type, path, major)?.enum ?? []);
    if (known.length) expect(expectation.accept.in.filter((each) => !known.includes(String(each)))).toEqual([]);
  }
});

test('no alias stands for two controls unless reviewed', () => {
  const aliases = distinct.flatMap(({ aliases: own }) =>
    Object.entries(own).flatMap(([scanner, rules]) =>
      rules.map((rule) => `${scanner} ${ruleOf(rule).toLowerCase().replace(/^avd-/, '')}`),
    ),
  );
  const again = aliases.filter((alias, i) => aliases.indexOf(alias) !== i && !alias.startsWith('powerpipe'));
  expect([...new Set(again)].sort()).toEqual(Object.keys(SHARED).sort());
  const powerpipe = aliases.filter((alias) => alias.startsWith('powerpipe'));
  expect(new Set(powerpipe).size).toBe(powerpipe.length);
});

test('an alias that wants an attribute to be written names one that exists', () => {
  const named = checked.flatMap((control) =>
    Object.values(control.aliases)
      .flat()
      .flatMap((alias) =>
        typeof alias === 'string' ? [] : (alias.explicit ?? []).map((name) => [control.resources[0], name] as const),
      ),
  );
  expect(named.filter(([type, name]) => !attributeFacts(type, name, 4))).toEqual([]);
});

test('a control without a number of the benchmark is of level 2, and costs nothing unless on request', () => {
  const beyond = controls.filter((control) => !cisNumbers(control).length);
  expect(
    beyond.filter(({ level, fix, onRequest }) => level !== 2 || !fix || (fix.cost && !onRequest)).map(({ id }) => id),
  ).toEqual([]);
});
