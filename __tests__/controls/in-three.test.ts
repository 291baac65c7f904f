// Every fixture again, as it would be written for azurerm 3.x: judged as its names say, and fixed in the names of 3.x.
import { attributeFacts, attributesOf, knowsType } from '../../controls/provider/facts';
import { isNameIn3, originalOf } from '../../controls/provider/names-in-3';
import { type Attributes, isList, isObject, type Value } from '../../controls/value';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { fixEstate, runsOf } from './fix';
import { fixtures, judged, resourcesOf } from './harness';
import { filesInThree, fixedInThree, STYLES } from './in-three';
import { reviewed } from './reviewed';

/** Where 3.x answers otherwise, and why. */
const IN_3 = reviewed('inThree');
const LEFT = reviewed('left');

/** Dotted paths of everything that is written, as it is written. */
function pathsIn(type: string, value: Value, at: string): string[] {
  if (isList(value)) return value.flatMap((each) => pathsIn(type, each, at));
  if (!isObject(value) || (at && attributeFacts(type, at, 3)?.elem !== 'object')) return [];
  return Object.entries(value as Attributes).flatMap(([name, inner]) => {
    if (name === 'timeouts') return [];
    const path = at ? `${at}.${name}` : name;
    return [path, ...pathsIn(type, inner, path)];
  });
}

const written = (type: string, attributes: Attributes) => pathsIn(type, originalOf(attributes), '');

const of4 = fixtures.filter(({ set }) => set === 'fixtures');

describe.each(STYLES)('in the names of 3.x, style %s', (style) => {
  for (const fixture of of4)
    test(fixture.name, () => {
      const told: string[] = [];
      const before = readEstate(filesInThree(fixture, style));
      expect(before.roots.every(({ version }) => version.major === 3)).toBe(true);
      for (const { resource, expected, answer } of judged(fixture.control, before))
        if (answer !== expected) told.push(`${fixture.name} ${resource.address}: ${answer}`);

      const [run] = runsOf(fixture);
      const after = readEstate(filesInThree(fixture, style, fixedInThree(run, style)));
      for (const { resource, expected, answer } of judged(fixture.control, after))
        if (
          expected === 'fail' &&
          answer !== 'pass' &&
          !Object.keys(LEFT).some((start) => `${fixture.name} ${resource.address}`.startsWith(start))
        )
          told.push(`${fixture.name} ${resource.address} after the fix: ${answer}`);
      expect(told.filter((line) => !Object.hasOwn(IN_3, line))).toEqual([]);

      const strange = resourcesOf(after)
        .filter(({ type }) => type.startsWith('azurerm_') && knowsType(type) && attributesOf(type, 3).size)
        .flatMap(({ type, address, attributes }) =>
          written(type, attributes)
            .filter((path) => !isNameIn3(type, path))
            .map((path) => `${address} ${path}`),
        );
      const old = resourcesOf(before).flatMap(({ type, address, attributes }) =>
        written(type, attributes).map((path) => `${address} ${path}`),
      );
      expect(strange.filter((path) => !old.includes(path))).toEqual([]);
      expect(fixEstate(run, after).plan.changes).toEqual([]);
    });
});
