import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlsOf } from '../../controls/index';
import { type AttributeFacts, attributeFacts } from '../../controls/provider/facts';
import {
  type AttributeFact,
  type InputFact,
  type KnownModule,
  knownModules,
  type Plain,
  type Run,
  type TypeFacts,
} from '../../remediations/remote-modules/modules';

const modules = Object.entries(knownModules());
const VERSION = /^\d+\.\d+\.\d+$/;

/** Every fact about an attribute, with where it stands. */
const facts = modules.flatMap(([name, module]) =>
  Object.entries(module.resources).flatMap(([label, { attributes }]) =>
    Object.entries(attributes).flatMap(([path, runs]) =>
      runs.map((fact) => ({ name, module, type: label.split('.')[0], path, fact, text: `${name} ${label} ${path}` })),
    ),
  ),
);

const inSchema = (type: string, path: string): AttributeFacts | undefined =>
  attributeFacts(type, path, 4) ?? attributeFacts(type, path, 5);

const runsOf = ({ types, besides, inputs, resources }: KnownModule): (readonly Run[])[] => [
  types,
  besides,
  ...Object.values(inputs),
  ...Object.values(resources).flatMap((resource) => [resource.in, ...Object.values(resource.attributes)]),
];

test('there are modules, of Azure and of others', () => {
  expect(modules.length).toBeGreaterThan(20);
  expect(facts.length).toBeGreaterThan(1000);
});

test('releases are in order, and every run is between two of them', () => {
  for (const [name, module] of modules) {
    const { releases } = module;
    expect(releases.every((release) => VERSION.test(release))).toBe(true);
    const sorted = [...releases].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect({ name, releases }).toEqual({ name, releases: sorted });
    for (const runs of runsOf(module)) {
      const ends = runs.flatMap(({ from, to }) => [releases.indexOf(from), releases.indexOf(to)]);
      expect(ends).not.toContain(-1);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
    }
  }
});

test('the address in the registry follows from the repository', () => {
  for (const [name, { repository }] of modules) {
    const [owner, rest, provider] = name.split('/');
    expect(repository).toBe(`${owner}/terraform-${provider}-${rest}`);
  }
});

test('NOTICE names every module and its releases', () => {
  const notice = readFileSync(join(__dirname, '../../NOTICE'), 'utf8').replace(/ +/g, ' ');
  for (const [, { repository, releases }] of modules)
    expect(notice).toContain(` ${repository} ${releases[0]} to ${releases.at(-1)}\n`);
});

test('every attribute is one of azurerm, and blocks are blocks', () => {
  const wrong = facts.filter(({ type, path, fact }) => {
    const known = inSchema(type, path);
    return !known || (fact.block && known.elem !== 'object');
  });
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

test('every resource is one that a control is about', () => {
  expect(facts.filter(({ type }) => !controlsOf(type).length).map(({ text }) => text)).toEqual([]);
});

const overlapping = (a: Run, b: Run, { releases }: KnownModule): boolean =>
  releases.indexOf(a.from) <= releases.indexOf(b.to) && releases.indexOf(b.from) <= releases.indexOf(a.to);

/** The input of a fact in the releases that the fact is for. */
const inputsOf = (module: KnownModule, fact: AttributeFact & Run): readonly (InputFact & Run)[] =>
  fact.input === undefined
    ? []
    : (module.inputs[fact.input.split('.')[0]] ?? []).filter((each) => overlapping(each, fact, module));

test('every input is one of the module, down to the last step', () => {
  const wrong = facts.filter(({ module, fact }) => {
    if (fact.input === undefined) return false;
    const inputs = inputsOf(module, fact);
    const [, ...steps] = fact.input.split('.');
    return !inputs.length || inputs.some(({ type, opaque }) => !opaque && !leads(type, steps));
  });
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

/** Whether a type has what the steps ask for; a type that is not known has everything. */
const leads = (type: TypeFacts | undefined, [step, ...rest]: readonly string[]): boolean => {
  if (step === undefined || !type) return true;
  const key = type['*'] ?? type[step];
  return key !== undefined && (key.opaque === true || leads(key.type, rest));
};

const fits = (value: Plain | undefined, { type, elem }: AttributeFacts): boolean => {
  if (value === undefined || value === null) return true;
  switch (type) {
    case 'Bool':
      return typeof value === 'boolean' || value === 'true' || value === 'false';
    case 'Int':
    case 'Float':
      return typeof value === 'number';
    case 'String':
      return typeof value !== 'object';
    case 'List':
    case 'Set':
      return elem === 'object' || Array.isArray(value);
    case 'Map':
      return typeof value === 'object' && !Array.isArray(value);
    default:
      return true;
  }
};

/** What an input is at steps when the call says nothing, or nothing there. */
function* defaults(input: InputFact, steps: readonly string[]): Generator<Plain | undefined> {
  const [last] = steps.slice(-1);
  if (!steps.length) return yield input.default;
  let type = input.type;
  for (const step of steps.slice(0, -1)) type = (type?.['*'] ?? type?.[step])?.type;
  yield (type?.['*'] ?? type?.[last])?.default;
}

test('every default and every constant has the type of the attribute', () => {
  const wrong = facts.flatMap(({ module, type, path, fact, text }) => {
    const known = inSchema(type, path)!;
    if (fact.block || fact.not) return [];
    const [, ...steps] = fact.input?.split('.') ?? [];
    const values = [
      fact.value,
      fact.orElse,
      fact.otherwise,
      ...inputsOf(module, fact).flatMap((input) => [...defaults(input, steps)]),
    ];
    return values.every((value) => fits(value, known)) ? [] : [`${text}: ${JSON.stringify(values)}`];
  });
  expect(wrong).toEqual([]);
});

test('a constant that the schema restricts is one of those that it accepts', () => {
  const wrong = facts.flatMap(({ type, path, fact, text }) => {
    const { enum: accepted } = inSchema(type, path)!;
    const said = [fact.value, fact.orElse, fact.otherwise].filter((each) => typeof each === 'string');
    return accepted && said.some((each) => !accepted.includes(each)) ? [`${text}: ${said.join()}`] : [];
  });
  expect(wrong).toEqual([]);
});
