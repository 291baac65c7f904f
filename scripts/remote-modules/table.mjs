// One entry of the table: what the releases of a module say, each fact once with the releases it holds for.
import { leads, readInput } from './inputs.mjs';
import { readResource } from './resources.mjs';
import { moduleOf, OPAQUE } from './symbols.mjs';

/** Inputs by which a module makes what stands beside a resource: they need answers, so they are named, not written. */
const BESIDES = ['private_endpoints', 'diagnostic_settings', 'lock'];

/** A resource of whose attributes nobody knows more is of no use. */
const COMMON = new Set(['name', 'location', 'resource_group_name', 'tags']);

/** `Azure/terraform-azurerm-avm-res-x` is `Azure/avm-res-x/azurerm` in the registry. */
export function registryName(repository) {
  const [owner, name] = repository.split('/');
  const [, provider, rest] = /^terraform-([a-z0-9]+)-(.+)$/.exec(name);
  return `${owner}/${rest}/${provider}`;
}

/**
 * @param releases of one module, oldest first: version, parsed files, and those of modules inside it
 * @param known types that matter around a resource; of those that are judged the attributes are read that azurerm has
 */
export function entryOf(repository, releases, { types, judged, knows }) {
  const read = releases.map(({ version, files, inner }) => {
    const made = moduleOf(inner).resources.filter(({ type }) => types.has(type));
    return { version, ...readRelease(moduleOf(files), types, judged, made) };
  });
  const versions = read.map(({ version }) => version);
  const runs = (factOf) => runsOf(versions, read.map(factOf));
  const labels = [...new Set(read.flatMap(({ resources }) => [...resources.keys()]))].sort();
  const resources = labels.flatMap((label) => {
    const paths = [...new Set(read.flatMap(({ resources: all }) => [...(all.get(label)?.attributes.keys() ?? [])]))];
    const says = paths
      .filter((path) => knows(label.split('.')[0], path))
      .sort()
      .map((path) => [path, runs(({ resources: all }) => attributeFact(all.get(label)?.attributes.get(path)))]);
    const useful = says.some(([path, facts]) => !COMMON.has(path) && facts.some(({ input, block }) => input && !block));
    const inReleases = runs(({ resources: all }) => resourceFact(all.get(label)));
    return useful ? [[label, { in: inReleases, attributes: Object.fromEntries(says) }]] : [];
  });
  const used = new Set(resources.flatMap(([, { attributes }]) => inputsOf(attributes)));
  const inputs = [...topOf(used)]
    .sort()
    .map((name) => [name, runs(({ inputs: all }) => all.get(name) && pruned(all.get(name), name, used))]);
  return {
    repository,
    releases: versions,
    types: runs((each) => ({ types: each.types })),
    besides: runs(({ besides }) => ({ besides })),
    inputs: Object.fromEntries(inputs),
    resources: Object.fromEntries(resources),
  };
}

function readRelease(module, types, judged, inner) {
  const own = module.resources.filter(({ type }) => types.has(type));
  const subjects = own.filter(({ type }) => judged.has(type));
  const inputs = new Map([...module.variables].map(([name, block]) => [name, readInput(block) ?? { opaque: true }]));
  return {
    resources: new Map(subjects.map((each) => [`${each.type}.${each.name}`, sure(readResource(each, module), inputs)])),
    types: [...new Set([...own, ...inner].map(({ type }) => type))].sort(),
    besides: BESIDES.filter((name) => module.variables.has(name)),
    inputs,
  };
}

/** A module may read what the type of its own input does not have. */
function sure(resource, inputs) {
  const has = ([name, ...steps]) => leads(inputs.get(name).type, steps);
  const isSure = ({ input, unless }) => (!input || has(input)) && (!unless || has(unless.input));
  const attributes = [...resource.attributes].map(([path, symbol]) => [path, isSure(symbol) ? symbol : OPAQUE]);
  return { ...resource, attributes: new Map(attributes) };
}

const resourceFact = (resource) =>
  resource && {
    ...(resource.each ? { each: resource.each } : {}),
    ...(resource.counted ? { counted: true } : {}),
    ...(resource.ignored.length ? { ignored: resource.ignored } : {}),
  };

/** Paths of inputs as text. */
const attributeFact = (symbol) => {
  if (!symbol?.input) return symbol;
  const { unless } = symbol;
  return {
    ...symbol,
    input: symbol.input.join('.'),
    ...(unless ? { unless: { ...unless, input: unless.input.join('.') } } : {}),
  };
};

const inputsOf = (attributes) =>
  Object.values(attributes).flatMap((facts) =>
    facts.flatMap(({ input, unless }) => [...(input ? [input] : []), ...(unless ? [unless.input] : [])]),
  );
const topOf = (paths) => new Set([...paths].map((path) => path.split('.')[0]));

/** An input without the types inside it that no attribute comes from. */
function pruned(input, at, used) {
  if (!input.type) return input;
  const { type, ...rest } = input;
  if (![...used].some((path) => path.startsWith(`${at}.`))) return rest;
  return {
    ...rest,
    type: Object.fromEntries(Object.entries(type).map(([name, inner]) => [name, pruned(inner, `${at}.${name}`, used)])),
  };
}

/** Equal facts of neighbouring releases, once: `{ from, to, …fact }`. Releases without the fact are in no run. */
function runsOf(versions, facts) {
  const runs = [];
  let before;
  facts.forEach((fact, i) => {
    const text = fact && JSON.stringify(fact);
    if (text !== undefined && text === before) runs[runs.length - 1].to = versions[i];
    else if (fact) runs.push({ from: versions[i], to: versions[i], ...fact });
    before = text;
  });
  return runs;
}
