import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expectedText, fixEstate, fixed, runsOf } from './fix';
import { estateOf, type Fixture, fixtures, isKept, judged, resourcesOf } from './harness';
import { reviewed } from './reviewed';

/** Failing resources that a fix rightly leaves, and why. */
const LEFT = reviewed('left');

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
