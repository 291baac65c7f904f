// Code for azurerm 4.x as it would be written for 3.x, by the table of differences.
import { renamedFrom3 } from '../../controls/provider/azurerm3';
import { attributeFacts, knowsType } from '../../controls/provider/facts';
import type { Attribute, Block, Body, Expression } from '../../remediations/hcl/ast';
import { parse } from '../../remediations/hcl/parse';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { readTree, type SourceFile, sourceFile } from '../../remediations/locate/hcl/tree';
import { fixEstate, type Run } from './fix';
import type { Fixture } from './harness';

/** `needed`: only what not every release of 3.x from 3.100 on calls as 4.x does. `old`: every name that 3.x has for it. */
export const STYLES = ['needed', 'old'] as const;
export type Style = (typeof STYLES)[number];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const META = new Set(['lifecycle', 'provisioner', 'connection', 'timeouts']);

/** @param text for 4.x */
export function inThree(text: string, style: Style): string {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`a fixture does not parse: ${parsed.error.message}`);
  const edits = parsed.file.body.items.flatMap((item) =>
    item.type === 'block' && item.kind === 'resource' && knowsType(item.labels[0].value)
      ? inBody(item.body, item.labels[0].value, '', text, style)
      : [],
  );
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: own }) => result.slice(0, start) + own + result.slice(end), text);
}

function inBody({ items }: Body, type: string, at: string, text: string, style: Style): Edit[] {
  return items.flatMap((item) => {
    if (item.type === 'attribute') return inAttribute(item, type, at, text, style);
    if (!at && META.has(item.kind)) return item.kind === 'lifecycle' ? inLifecycle(item, type, text, style) : [];
    return inBlock(item, type, at, text, style);
  });
}

/** What 3.x calls an attribute of 4.x, dotted. */
function oldName(type: string, path: string, style: Style): string | undefined {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  const join = (name: string) => (parent ? `${parent}.${name}` : name);
  const { former } = attributeFacts(type, path, 3) ?? {};
  if (former !== undefined) return join(former);
  const own = Object.entries(renamedFrom3(type)).find(
    ([old, { is }]) => old.slice(0, Math.max(0, old.lastIndexOf('.'))) === parent && join(is) === path,
  );
  return own && (style === 'old' || own[0] === path) ? own[0] : undefined;
}

const lastOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);

function inAttribute(item: Attribute, type: string, at: string, text: string, style: Style): Edit[] {
  const path = at ? `${at}.${item.name}` : item.name;
  const old = oldName(type, path, style);
  if (old === undefined) return [];
  const source = text.slice(item.value.start, item.value.end);
  const value = { start: item.value.start, end: item.value.end, text: inWords(type, old, item.value, source) };
  return [{ start: item.start, end: item.nameEnd, text: lastOf(old) }, value];
}

function inWords(type: string, old: string, value: Expression, source: string): string {
  const { not, values, as } = renamedFrom3(type)[old];
  if (not) return value.type === 'literal' && value.value !== null ? String(!value.value) : `!(${source})`;
  if (values)
    return Object.keys(values).find((each) => value.type === 'text' && values[each] === value.value) ?? source;
  if (as === 'commas')
    return value.type === 'tuple' && value.items.every((each) => each.type === 'text')
      ? JSON.stringify(value.items.map((each) => (each.type === 'text' ? each.value : '')).join(','))
      : `join(",", ${source})`;
  return source;
}

function inBlock(item: Block, type: string, at: string, text: string, style: Style): Edit[] {
  const isDynamic = item.kind === 'dynamic';
  const kind = isDynamic ? item.labels[0].value : item.kind;
  const path = at ? `${at}.${kind}` : kind;
  const old = oldName(type, path, style);
  // Several blocks of ids are one list: not by renaming.
  if (old !== undefined && renamedFrom3(type)[old].as === 'switched-off') return [];
  const name = isDynamic ? item.labels[0] : { start: item.start, end: item.kindEnd };
  const own = old ? [{ start: name.start, end: name.end, text: isDynamic ? `"${lastOf(old)}"` : lastOf(old) }] : [];
  const iterator =
    isDynamic && old && !item.body.items.some((each) => each.type === 'attribute' && each.name === 'iterator')
      ? [{ start: item.open + 1, end: item.open + 1, text: `\n    iterator = ${kind}` }]
      : [];
  const content = isDynamic ? item.body.items.find((each): each is Block => each.type === 'block') : item;
  return [...own, ...iterator, ...(content ? inBody(content.body, type, path, text, style) : [])];
}

function inLifecycle({ start, end }: Block, type: string, text: string, style: Style): Edit[] {
  const source = text.slice(start, end);
  const renamed = source.replace(/\b[a-z_0-9]+\b/g, (name) => lastOf(oldName(type, name, style) ?? name));
  return renamed === source ? [] : [{ start, end, text: renamed }];
}

const VERSIONS = `terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.100"
    }
  }
}
`;

/** The fixture's main.tf for 3.x. */
export const mainInThree = ({ text }: Fixture, style: Style): string => inThree(text, style);

/** The same after the fix. */
export const fixedInThree = (run: Run, style: Style): string =>
  fixEstate(run, readEstate(filesInThree(run.fixture, style))).files.get('main.tf')?.after ??
  mainInThree(run.fixture, style);

/** The fixture as files for 3.x; `main` takes the place of its main.tf. */
export function filesInThree({ folder }: Fixture, style: Style, main?: string): SourceFile[] {
  const files = readTree(folder).filter(({ path }) => !path.includes('/'));
  const own = files.map((file) => {
    if (!file.path.endsWith('.tf')) return file;
    return sourceFile(file.path, file.path === 'main.tf' && main !== undefined ? main : inThree(file.text, style));
  });
  return [...own, sourceFile('versions.tf', VERSIONS)];
}
