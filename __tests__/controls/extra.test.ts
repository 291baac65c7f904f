// Checks of scanners beyond the benchmark: what one attribute of a type that we know can satisfy is a control, or has its reason.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AliasScanner } from '../../controls/control';
import { controls, controlsForRule } from '../../controls/index';
import { reviewed } from './reviewed';

interface Extra {
  readonly id: string;
  readonly scanner: AliasScanner;
  readonly attribute?: string;
  readonly attributeIn4x?: boolean;
  readonly resourcesIn4x?: readonly string[];
}
const path = join(__dirname, '../../../shared/baseline/extra-checks.json');
const offline = existsSync(path) ? test : test.skip;

offline('every extra check about one attribute of our types is a control, or has its reason', () => {
  const all = JSON.parse(readFileSync(path, 'utf8')) as readonly Extra[];
  const types = new Set(controls.flatMap(({ resources }) => resources));
  const about = all.filter(
    ({ attribute, attributeIn4x, resourcesIn4x = [] }) =>
      attribute && attributeIn4x && resourcesIn4x.some((type) => types.has(type)),
  );
  expect(about.length).toBeGreaterThan(100);
  const without = about
    .filter(({ scanner, id }) => !controlsForRule(scanner, id).length)
    .map(({ scanner, id }) => `${scanner} ${id}`);
  expect(without.sort()).toEqual(Object.keys(reviewed('notControls')).sort());
});
