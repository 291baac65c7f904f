import { append } from '../../controls/append';
import { bindingClass, bindingModule, bindingName } from '../../controls/provider/names';
import { isList, schemaPath } from '../../controls/value';
import type { Estate, Located } from '../locate/hcl/estate';
import type { Change } from '../plan-types';
import { type Element, elementOf, elementOfBlock } from './element';
import { hardenedImport, hasHardened, isFilledIn } from './hardened';
import type { Creation, Found, Program } from './program';
import { configCode, type Property } from './snippet';
import { braced, configSteps, memberCode, type Naming, pathCode, stepsCode, textCode, valueCode } from './typescript';

/** A property to write, in terms of the program. */
export interface ToldProperty extends Property {
  readonly change: Change;
}

/** Another resource to make beside the construct. */
export interface ToldAddition {
  readonly change: Change;
  /** `import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';` */
  readonly import: string;
  readonly code: string;
}

/** Our class in the place of the provider's. */
export interface Swap {
  readonly import: string;
  /** Properties that it then writes by itself, where the resource is said to exist. */
  readonly fills: readonly string[];
  /** The level that the app has to be set to for that. */
  readonly level: 1 | 2;
}

/** All that a plan wants at one construct. */
export interface ToldConstruct extends Found {
  readonly element: Element;
  /** Other constructs that the same line makes: they change along. */
  readonly alsoMakes: readonly string[];
  readonly properties: readonly ToldProperty[];
  readonly additions: readonly ToldAddition[];
  /** The properties as an argument of the constructor; absent where it has none for them. */
  readonly code?: string;
  readonly swap?: Swap;
}

/**
 * Changes in synthesized JSON as changes of the program, by construct.
 * @param programs the app of a document, by the document's path
 */
export function toldConstructs(
  told: readonly Change[],
  estate: Estate,
  programs: ReadonlyMap<string, Program>,
): ToldConstruct[] {
  if (!told.length) return [];
  const groups = new Map<string, { element: Element; changes: Change[] }>();
  for (const change of told) {
    const { place } = change.edit;
    const element = elementOf(place);
    const key = `${place.file.path} ${element.className} ${element.path}`;
    const known = groups.get(key) ?? { element, changes: [] };
    known.changes.push(change);
    groups.set(key, known);
  }
  const urgency = ({ changes }: { readonly changes: readonly Change[] }) =>
    Math.max(...changes.map(({ priority }) => priority));
  const made = makers(estate, programs);
  const resources = synthesizedResources(estate);
  const sorted = [...groups.values()].sort((a, b) => urgency(b) - urgency(a));
  return sorted.map(({ element, changes }) => {
    const [{ edit, resources: addresses }] = changes;
    const { path } = edit.place.file;
    const found = programs.get(path)?.find(element) ?? { creations: [] };
    const [creation, ...others] = found.creations;
    const along = (!others.length && creation && made.get(creation)) || [];
    const alsoMakes = along.filter((each) => each !== element.path).sort();
    // What is written in a variable is none of the resource's properties.
    const resource = element.type === undefined ? undefined : resources.get(`${path} ${addresses[0]}`);
    return construct(element, changes, found, alsoMakes, swapOf(changes, resource));
  });
}

function construct(
  element: Element,
  changes: readonly Change[],
  found: Found,
  alsoMakes: readonly string[],
  swap: Swap | undefined,
): ToldConstruct {
  const own = changes.filter(({ edit }) => edit.what.do !== 'add');
  const properties = own.flatMap((change) => propertiesOf(change, element));
  const [creation, ...others] = found.creations;
  const only = others.length ? undefined : creation;
  return {
    ...found,
    element,
    alsoMakes,
    properties,
    additions: changes
      .filter((change) => !own.includes(change))
      .map((change) => addition(change, element, only, alsoMakes.length > 0)),
    ...(properties.length && element.className !== 'TerraformLocal'
      ? { code: `new ${element.className}(${head(element, only)}, ${configCode(properties)});` }
      : {}),
    ...(swap ? { swap } : {}),
  };
}

const idOf = ({ path }: Element): string => path.slice(path.lastIndexOf('/') + 1);

/** Scope and id, as the program has them where it shows one place. */
const head = (element: Element, creation: Creation | undefined): string =>
  creation ? `${creation.scope}, ${creation.idCode}` : `this, ${textCode(idOf(element))}`;

function propertiesOf(change: Change, { type, within }: Element): ToldProperty[] {
  const { what, place } = change.edit;
  if (what.do === 'add') return [];
  const { from } = change;
  if (type === undefined) {
    const steps = [within ?? [], place.attribute ?? [], place.steps].flat();
    const to = what.do === 'replace' ? what.to : change.to;
    return [told(change, steps, valueCode(to, '', ''), from === undefined ? undefined : valueCode(from, '', ''))];
  }
  const at = schemaPath(change.path);
  if (what.do === 'fill' && what.content === change.to)
    // The block is there: each of its new properties for itself.
    return Object.entries(what.content).map(([name, value]) =>
      told(change, configSteps(type, [...change.path, name]), valueCode(value, type, `${at}.${name}`)),
    );
  const isBeside = what.do === 'fill' && isList(from);
  const before = isBeside || from === undefined ? undefined : valueCode(from, type, at);
  return [{ ...told(change, configSteps(type, change.path), valueCode(change.to, type, at), before), isBeside }];
}

function told(change: Change, steps: readonly (string | number)[], to: string, from?: string): ToldProperty {
  const { what } = change.edit;
  const remove = what.do === 'fill' ? what.remove : [];
  return {
    change,
    steps,
    path: stepsCode(steps),
    ...(from === undefined ? {} : { from }),
    to,
    isDefault: what.do === 'fill' && !remove.length,
    remove: remove.map((name) => [...steps.slice(0, -1), bindingName(name)]),
    isBeside: false,
  };
}

/**
 * What a fix adds beside the resource, as the code to write behind it.
 * @param isShared the line makes several constructs: the address of one is wrong for the others
 */
function addition(change: Change, element: Element, creation: Creation | undefined, isShared: boolean): ToldAddition {
  const { what, place } = change.edit;
  if (what.do !== 'add') throw new Error('a change that adds nothing');
  const [owner] = place.blocks;
  const variable = creation?.variable ?? (isShared ? identifier(idOf(element)) : undefined);
  const naming: Naming = { address: owner.labels.join('.'), ...(variable ? { variable } : {}) };
  const id = besideId(element, what.name.slice(owner.labels[1].length), creation);
  const members = Object.entries(what.content).map(([name, value]) => memberCode(name, value, what.type, '', naming));
  const name = bindingClass(what.type);
  const comments = [
    ...(variable && !creation?.variable
      ? [`// ${variable} is the ${element.className} above: give it this name.`]
      : []),
    ...(what.each ? [`// With the ${what.each === 'count' ? 'count' : 'forEach'} of the construct above.`] : []),
  ];
  return {
    change,
    import: `import { ${name} } from '${moduleOf(what.type)}';`,
    code: [...comments, `new ${name}(${creation?.scope ?? 'this'}, ${id}, ${braced(members)});`].join('\n'),
  };
}

/** The id of the construct with something behind it; computed where that is. */
function besideId(element: Element, suffix: string, creation: Creation | undefined): string {
  if (!creation || typeof creation.id === 'string') return textCode(idOf(element) + suffix);
  const { idCode } = creation;
  return idCode.startsWith('`') ? `${idCode.slice(0, -1)}${suffix}\`` : `\`\${${idCode}}${suffix}\``;
}

/** A name for what has none: the id, as far as it can be one. */
const identifier = (id: string): string =>
  id.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase()).replace(/^(?=\d)/, '_') || 'resource';

/** azapi has no bindings; ours has the class for it. */
const moduleOf = (type: string): string =>
  type.startsWith('azapi_')
    ? 'azure-plumbline/constructs/azapi'
    : `@cdktf/provider-${type.slice(0, type.indexOf('_'))}/lib/${bindingModule(type)}`;

function swapOf(changes: readonly Change[], resource: Located | undefined): Swap | undefined {
  // Our classes are made of the bindings for 4.x.
  if (!resource || resource.root.version.major === 3 || !hasHardened(resource.type)) return undefined;
  const { type } = resource;
  const filled = changes.filter((change) => isFilledIn(change, resource));
  if (!filled.length) return undefined;
  const level = filled.some(({ controls }) => controls.some((control) => control.level === 2)) ? 2 : 1;
  return { import: hardenedImport(type), fills: filled.map(({ path }) => pathCode(type, path)), level };
}

/** Paths of the constructs that each line makes, where one line is known to. */
function makers(estate: Estate, programs: ReadonlyMap<string, Program>): ReadonlyMap<Creation, readonly string[]> {
  const made = new Map<Creation, string[]>();
  for (const module of estate.modules.values())
    for (const { file, node } of module.resources) {
      if (file.stack === undefined) continue;
      const element = elementOfBlock(file.stack, node);
      const [creation, ...others] = programs.get(file.path)?.find(element).creations ?? [];
      if (creation && !others.length) append(made, creation, element.path);
    }
  return made;
}

/** Resources of documents, by document and address. */
function synthesizedResources(estate: Estate): ReadonlyMap<string, Located> {
  const all = estate.roots.flatMap(({ resources }) => resources).filter(({ block }) => block.file.stack !== undefined);
  return new Map(all.map((resource) => [`${resource.block.file.path} ${resource.address}`, resource]));
}
