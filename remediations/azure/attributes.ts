import { type ArmPlace, armType } from '../../controls/provider/arm';
import { partOf, SITE_CONFIG } from '../../controls/provider/arm-parts';
import { fromArm, isTold } from '../../controls/provider/conversion';
import { type AttributeFacts, attributesOf as factsOf } from '../../controls/provider/facts';
import { unsaid } from '../../controls/provider/unsaid';
import { type Attributes, Unknown, type Value } from '../../controls/value';
import { list } from '../findings/json';
import type { ArmObject } from './arm-object';
import { ABSENT, PRESENT, valuesAt } from './arm-path';
import { packed } from './packed';
import type { Objects } from './parts';

/** Blocks and attributes of a type as a tree; those that only the provider writes are left out. */
interface Node {
  readonly path: string;
  readonly facts: AttributeFacts;
  readonly place?: ArmPlace;
  readonly inside: readonly (readonly [name: string, node: Node])[];
  /** Whether Azure's place of anything at or below it is known. */
  readonly isMapped: boolean;
}

/** Read for every type in the same way. */
const COMMON = new Set(['location', 'name', 'resource_group_name', 'tags']);

const trees = new Map<string, readonly (readonly [string, Node])[]>();

function treeOf(type: string): readonly (readonly [string, Node])[] {
  let tree = trees.get(type);
  if (!tree) {
    const facts = [...factsOf(type, 4)].filter(([path, each]) => (each.optional || each.required) && !COMMON.has(path));
    const places = armType(type)!.attributes;
    const below = (prefix: string): (readonly [string, Node])[] =>
      facts.flatMap(([path, each]) => {
        const name = path.slice(prefix.length);
        if (!path.startsWith(prefix) || name.includes('.')) return [];
        const inside = each.elem === 'object' ? below(`${path}.`) : [];
        const place = places.get(path);
        const isMapped = place !== undefined || inside.some(([, node]) => node.isMapped);
        return [[name, { path, facts: each, inside, isMapped, ...(place ? { place } : {}) }] as const];
      });
    tree = below('');
    trees.set(type, tree);
  }
  return tree;
}

/** Whether a top-level argument can be written whole: Azure's place of everything that may stand in it is known. */
export function isWhollyMapped(type: string, name: string): boolean {
  const node = armType(type) && treeOf(type).find(([each]) => each === name)?.[1];
  return COMMON.has(name) || (node !== undefined && isWhole(node));
}

const isWhole = ({ facts, place, inside }: Node): boolean =>
  facts.deprecated !== undefined || (inside.length ? inside.every(([, node]) => isWhole(node)) : place !== undefined);

/** Where the values of a block are read from. */
interface From {
  readonly object: ArmObject;
  readonly objects: Objects;
  readonly type: string;
  /** One element of an array of Azure, and the path of that array with `[]` behind it. */
  readonly item?: { readonly value: unknown; readonly path: string };
}

/**
 * Attributes of a live resource under Terraform's names. What Azure does not say, or what nobody knows the place of, is
 * unknown rather than absent, unless azurerm itself reads it as a value.
 */
export function readAttributes(type: string, object: ArmObject, objects: Objects): Attributes {
  const from = { object, objects, type };
  return Object.fromEntries(
    treeOf(type).flatMap(([name, node]) => {
      const value = read(node, from);
      return isValue(value) ? [[name, value]] : [];
    }),
  );
}

type Found = Value | typeof PRESENT | typeof ABSENT | undefined;
const isValue = (found: Found): found is Value => found !== undefined && found !== PRESENT && found !== ABSENT;

function read(node: Node, from: From): Found {
  if (!node.isMapped) return new Unknown(whyNot(node, from.type));
  if (node.facts.elem !== 'object') return leaf(node, from);
  if (node.facts.maxItems === 1 || from.item) return block(node, from);
  const path = arrayOf(node);
  if (path === undefined) return block(node, from);
  const values = valuesAt(sourceOf(node, from) ?? {}, path.slice(0, -2));
  const items = values.flatMap(list).flatMap((value) => block(node, { ...from, item: { value, path } }) ?? []);
  return items.length ? items : undefined;
}

/** A block that may stand once; undefined where Azure has nothing of it. */
function block(node: Node, from: From): Value | undefined {
  const values = node.inside.map(([name, inner]) => [name, inner, read(inner, from)] as const);
  if (values.some(([, , value]) => value === ABSENT)) return undefined;
  const isThere = values.some(([, inner, value]) => inner.isMapped && isSaid(inner, value, from));
  if (!isThere) {
    const blind = values.find(([, inner, value]) => inner.isMapped && value instanceof Unknown)?.[2];
    return blind instanceof Unknown && isUnread(node, from) ? blind : undefined;
  }
  return Object.fromEntries(values.flatMap(([name, , value]) => (isValue(value) ? [[name, value]] : [])));
}

/** A value that Azure said, not one that stands for silence. */
function isSaid(node: Node, value: Found, from: From): boolean {
  if (value === undefined || (Array.isArray(value) && value.length === 0 && node.facts.elem === 'object')) return false;
  if (value === PRESENT || node.inside.length > 0) return !(value instanceof Unknown);
  return node.place !== undefined && (!isTold(node.place.conversion) || rawOf(node, from) !== undefined);
}

/** Whether the child of Azure that holds the block was not read. */
const isUnread = (node: Node, from: From): boolean => sourceOf(node, from) === undefined;

function leaf(node: Node, from: From): Found {
  const { path, place, facts } = node;
  const source = sourceOf(node, from);
  if (source === undefined) {
    const part = place!.at && partOf(place!.at, path);
    if (!part) return new Unknown(`${path} is told only to who may write: it is not read`);
    return new Unknown(`${part}: ${from.objects.whyNot(`${from.object.id}/${part}`)}`);
  }
  if (!isTold(place!.conversion)) return packed(from.type, path, place!, source as ArmObject);
  const raw = rawOf(node, from);
  const value = path === 'identity.type' ? identityType(raw) : fromArm(place!.conversion, raw);
  return value ?? unsaid(from.type, path, facts);
}

/** `None`, or kinds that Azure separates with or without a blank. */
const identityType = (raw: unknown): Found =>
  raw === undefined ? undefined : /^none$/i.test(String(raw)) ? ABSENT : String(raw).replace(/,\s*/g, ', ');

/** The object that holds a value: the resource, or a child of it. */
function sourceOf(node: Node, { object, objects }: From): ArmObject | undefined {
  const { place } = node.place ? node : (firstPlaced(node) ?? node);
  if (!place) return object;
  if (place.at) {
    const part = partOf(place.at, node.path.includes('.') || !node.inside.length ? node.path : `${node.path}.`);
    return part === undefined ? undefined : objects.at(`${object.id}/${part}`);
  }
  if (!place.paths[0].startsWith(SITE_CONFIG)) return object;
  // An app tells next to nothing of its configuration; a child of it does.
  const config = objects.at(`${object.id}/config/web`);
  return config && ({ ...config, properties: { siteConfig: config.properties } } as ArmObject);
}

const firstPlaced = (node: Node): Node | undefined =>
  node.place ? node : node.inside.map(([, inner]) => firstPlaced(inner)).find((each) => each !== undefined);

function rawOf(node: Node, from: From): unknown {
  const path = node.place!.paths[0];
  const { item } = from;
  if (item && path === item.path) return item.value;
  const inItem = item && path.startsWith(`${item.path}.`);
  const rest = inItem ? path.slice(item.path.length + 1) : path;
  const source = inItem ? item.value : sourceOf(node, from);
  return source === undefined ? undefined : one(valuesAt(source, rest), rest);
}

/** A path through an array gives a list, every other one value. */
function one(values: readonly unknown[], path: string): unknown {
  return path.includes('[]', path.length - 2) || /\[\]\./.test(path) ? (values.length ? values : undefined) : values[0];
}

/** `properties.securityRules[]` for the blocks that stand in it. */
function arrayOf(node: Node): string | undefined {
  const path = firstPlaced(node)?.place?.paths[0];
  const end = path?.indexOf('[]') ?? -1;
  return end < 0 ? undefined : path!.slice(0, end + 2);
}

function whyNot({ path, facts }: Node, type: string): string {
  if (path === 'queue_properties') return 'the classic logging of queues is kept where only keys lead: it is not read';
  if (facts.sensitive || facts.writeOnly) return `Azure does not tell ${path}`;
  return `where Azure keeps ${path} of an ${type} is not known here`;
}
