import { isList, isObject, Reference, Unknown, type Value } from '../../controls/value';
import { type SourceFile, sourceFile } from '../locate/hcl/tree';
import type { Change } from '../plan-types';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** A document in Terraform's JSON syntax with changes carried out, to judge it again. Nothing of it is ever written. */
export function documentWith(file: SourceFile, changes: readonly Change[]): SourceFile {
  const document = JSON.parse(file.text.replace(/^\uFEFF/, '')) as Json;
  for (const change of changes) carryOut(document, change);
  return sourceFile(file.path, JSON.stringify(document, null, 2));
}

function carryOut(document: Json, { edit: { place, what } }: Change): void {
  const [{ kind, labels }] = place.blocks;
  const self = labels.join('.');
  const way = [kind, ...labels, ...(place.attribute ? [place.attribute] : []), ...place.steps];
  if (what.do === 'replace') {
    const last = way[way.length - 1];
    const holder = record(single(at(document, way.slice(0, -1)), typeof last === 'number'));
    holder[String(last)] = json(what.to, self);
  } else if (what.do === 'fill') {
    const holder = record(single(at(document, way)));
    for (const name of what.remove) delete holder[name];
    for (const [name, value] of Object.entries(what.content)) {
      const before = holder[name];
      const added = json(value, self);
      // Blocks that may repeat stand beside those that are there.
      holder[name] = Array.isArray(before) && Array.isArray(added) ? [...before, ...added] : added;
    }
  } else {
    const all = record(at(document, ['resource']));
    all[what.type] ??= {};
    const own = what.each ? { [what.each]: what.each === 'count' ? `\${length(${self})}` : `\${${self}}` } : {};
    const name = what.each === 'for_each' ? `${self}[each.key]` : what.each ? `${self}[count.index]` : self;
    record(all[what.type])[what.name] = { ...own, ...record(json(what.content, name)) };
  }
}

const at = (from: Json, way: readonly (string | number)[]): Json =>
  way.reduce<Json>((holder, step) => record(single(holder, typeof step === 'number'))[String(step)], from);

/** A block may be written as a list of one. */
const single = (value: Json, isIndexed = false): Json =>
  Array.isArray(value) && value.length === 1 && !isIndexed ? value[0] : value;

function record(value: Json | undefined): Record<string, Json> {
  if (typeof value !== 'object' || value === null) throw new Error('the document has no such place');
  return value as Record<string, Json>;
}

function json(value: Value, self: string): Json {
  if (value instanceof Reference) {
    const steps = value.attribute.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
    return `\${${value.address || self}${steps.join('')}}${literal(value.suffix)}`;
  }
  if (value instanceof Unknown) throw new Error(`the value is not known: ${value.why}`);
  if (isList(value)) return value.map((each) => json(each, self));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, json(each, self)]));
  return typeof value === 'string' ? literal(value) : value;
}

/** A text that Terraform reads back as it is: nothing in it is an expression. */
const literal = (text: string): string => text.replace(/([$%])\{/g, '$1$1{');
