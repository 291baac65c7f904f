// Every hardened construct, found in its folder: the address of the provider's class, and all that the controls fill in.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { harden } from '../../constructs/hardened';
import { setLevel } from '../../constructs/marks';
import { resourcesOf } from '../../constructs/read';
import { controls, controlsOf } from '../../controls';
import { attributesOf, knowsType } from '../../controls/provider/facts';
import { minimalConfig } from './minimal';
import { newApp, newStack } from './synth';

type Class = (new (scope: Construct, id: string, config: object) => TerraformResource) & { tfResourceType: string };

const folder = join(__dirname, '../../constructs');
const isResource = (value: unknown): value is Class =>
  typeof value === 'function' && value.prototype instanceof TerraformResource && 'tfResourceType' in value;

const classes: readonly Class[] = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => Object.values(require(join(folder, name)) as Record<string, unknown>).filter(isResource));

/** The provider's own class: the next one up that is not ours. */
function bindingOf(each: Class): Class {
  let at = each;
  while (Object.hasOwn(at, 'tfResourceType') === false) at = Object.getPrototypeOf(at) as Class;
  return at;
}

function attributes(each: Class, config: object): { address: string; attributes: object } {
  const stack = newStack(newApp());
  setLevel(stack, 2);
  new each(stack, 'it', config);
  const [{ resource }] = resourcesOf(stack);
  return resource;
}

describe.each(classes.map((each) => [each.tfResourceType, each] as const))('%s', (type, each) => {
  const config = minimalConfig(type);
  const own = attributes(each, config);

  test('has the address of the provider’s class', () => {
    expect(own.address).toBe(attributes(bindingOf(each), config).address);
  });

  test('is filled in with what all controls of its type want', () => {
    const wanted = harden(controlsOf(type), config, { level: 2 });
    expect(own.attributes).toMatchObject(attributes(bindingOf(each), wanted).attributes);
  });

  test('says at level 2 what was reviewed', () => {
    expect(own.attributes).toMatchSnapshot();
  });
});

test('every resource type of the controls has a construct, unless azurerm 5.x does not have it', () => {
  const made = new Set(classes.map((each) => each.tfResourceType));
  const types = controls.flatMap(({ resources, companions = [], retired }) =>
    retired ? [] : [...resources, ...companions.map(({ resource }) => resource)],
  );
  const lacking = [...new Set(types)].filter((type) => !made.has(type) && !type.startsWith('azapi_'));
  expect(lacking.filter((type) => attributesOf(type, 5).size > 0).sort()).toEqual([]);
  expect(classes.filter((each) => !knowsType(each.tfResourceType))).toEqual([]);
});
