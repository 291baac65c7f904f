// What is told is done: the config gets the properties, the stack the resources, and the controls pass.
import { TerraformResource, type TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import ts from 'typescript';
import { setLevel } from '../../constructs/marks';
import { knownTypes } from '../../controls/provider/facts';
import { bindingClass, bindingModule, hardenedClass } from '../../controls/provider/names';
import { hasHardened } from '../../remediations/cdktf/hardened';
import type { ToldConstruct } from '../../remediations/cdktf/told';
import { minimalConfig } from '../constructs/minimal';
import { newApp, newStack } from '../constructs/synth';
import { deviating, estateOf, tell } from './told';

type Config = Record<string, unknown>;
type Class = new (scope: Construct, id: string, config: object) => TerraformResource;

function classIn(module: string, name: string): Class {
  const found = (require(module) as Record<string, unknown>)[name];
  if (typeof found !== 'function' || !(found.prototype instanceof TerraformResource))
    throw new Error(`${module} has no resource class ${name}`);
  return found as Class;
}

const bindingOf = (type: string): Class =>
  classIn(`@cdktf/provider-${type.slice(0, type.indexOf('_'))}/lib/${bindingModule(type)}`, bindingClass(type));
const hardenedOf = (type: string): Class => classIn(`../../constructs/${bindingModule(type)}`, hardenedClass(type));

/** A stack with one resource, and what is told of it. */
function stackWith(made: Class, config: object, level2 = false): TerraformStack {
  const stack = newStack(newApp());
  if (level2) setLevel(stack, 2);
  new made(stack, 'it', config);
  return stack;
}

/** A literal of the code; nothing else is told for these. */
const read = (code: string): unknown => new Function(`return (${code})`)();

function put(config: Config, steps: readonly (string | number)[], value: unknown, isBeside: boolean): void {
  let at = config as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) {
    at[step] ??= {};
    at = at[step] as Record<string | number, unknown>;
  }
  const last = steps[steps.length - 1];
  at[last] = isBeside ? [...((at[last] as unknown[]) ?? []), ...(value as unknown[])] : value;
}

function withTold(config: object, { properties }: ToldConstruct): Config {
  const copy = JSON.parse(JSON.stringify(config)) as Config;
  for (const { steps, to, remove, isBeside } of properties) {
    put(copy, steps, read(to), isBeside);
    for (const gone of remove) put(copy, gone, undefined, false);
  }
  return copy;
}

function syntaxErrors(code: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** Runs the code of an addition in a stack. */
function add(stack: TerraformStack, { import: line, code }: ToldConstruct['additions'][number]): void {
  const [, name, module] = /^import \{ (\w+) \} from '(.+)';$/.exec(line) ?? [];
  const made = classIn(module.replace('azure-plumbline', '../..'), name);
  const body = code.replace(/^\/\/.*\n/, '');
  const run = new Function(name, `return function () { ${body} }`) as (each: Class) => (this: TerraformStack) => void;
  run(made).call(stack);
}

const types = knownTypes().filter(hasHardened);

test('there are types to try', () => {
  expect(types.length).toBeGreaterThan(50);
});

describe.each(types)('%s', (type) => {
  const config = minimalConfig(type);
  const before = stackWith(bindingOf(type), config);
  const { constructs, plan } = tell(before);
  const ofIt = constructs.find(({ element }) => element.path === 'test/it');

  test('nothing is patched, every finding is accounted for', () => {
    expect(plan.changes).toEqual([]);
    const told = new Set(plan.told.flatMap(({ findings }) => findings));
    const unplanned = plan.unplanned.filter(({ reason }) => reason === 'cdktf').map(({ finding }) => finding);
    expect(new Set(unplanned)).toEqual(told);
    expect(plan.unplanned.filter(({ reason }) => reason === 'json-syntax' || reason === 'conflict')).toEqual([]);
  });

  test('the code parses', () => {
    const snippets = constructs.flatMap(({ code = '', additions }) => [
      code,
      ...additions.map((each) => `${each.import}\n${each.code}`),
    ]);
    expect(snippets.flatMap(syntaxErrors)).toEqual([]);
  });

  test('what is told is enough', () => {
    if (!ofIt) return;
    const after = stackWith(bindingOf(type), withTold(config, ofIt));
    for (const each of ofIt.additions) add(after, each);
    const open = deviating(estateOf(after));
    const closed = plan.told.flatMap(({ findings }) => findings.map((each) => `${each.rule} ${each.subject.address}`));
    expect(closed.filter((each) => open.includes(each))).toEqual([]);
  });

  test('the hardened class writes what is said of it', () => {
    if (!ofIt?.swap) return;
    const { fills, level } = ofIt.swap;
    const rest = { ...ofIt, properties: ofIt.properties.filter(({ path }) => !fills.includes(path)) };
    const after = stackWith(hardenedOf(type), { ...withTold(config, rest), existing: true }, level === 2);
    const open = deviating(estateOf(after));
    const filled = ofIt.properties.filter(({ path }) => fills.includes(path));
    const closed = filled.flatMap(({ change }) => change.controls.map(({ id }) => `${id} ${change.resources[0]}`));
    expect(closed.filter((each) => open.includes(each))).toEqual([]);
  });
});
