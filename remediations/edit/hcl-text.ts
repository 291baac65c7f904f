import { modulePrefix } from '../../controls/address';
import { isAttributeAsBlock, isBlockInAny } from '../../controls/provider/facts';
import { isList, isObject, Reference, Unknown, type Value } from '../../controls/value';
import type { Content } from '../hcl/edit';

/** How the resource that a new companion belongs to is written: `azurerm_key_vault.main`, `each.value`. */
export type SelfText = string;

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** A value as an HCL expression. Strings stay literal: `${` and `%{` are escaped. */
export function hclText(value: Value, self: SelfText = ''): string {
  if (value instanceof Unknown) throw new Error(`an unknown value cannot be written: ${value.why}`);
  if (value instanceof Reference) return referenceText(value, self);
  if (isList(value)) return `[${value.map((item) => hclText(item, self)).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).map(([name, each]) => `${keyText(name)} = ${hclText(each, self)}`);
    return entries.length ? `{ ${entries.join(', ')} }` : '{}';
  }
  return typeof value === 'string' ? stringText(value) : String(value);
}

export const keyText = (name: string) => (NAME.test(name) ? name : stringText(name));

function stringText(text: string): string {
  const escaped = text.replace(
    /[\\"\n\r\t]/g,
    (char) => ({ '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[char]!,
  );
  return `"${escaped.replace(/([$%])\{/g, '$1$1{')}"`;
}

/** Inside its module a resource is written without the path of the module. */
function referenceText({ address, attribute, suffix }: Reference, self: SelfText): string {
  const local = address === '' ? self : address.slice(modulePrefix(address).length);
  const steps = attribute.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  const expression = local + steps;
  if (!suffix) return expression;
  return `"\${${expression}}${stringText(suffix).slice(1, -1)}"`;
}

/** The inside of a block: what the provider's schema calls a block becomes one, the rest attributes. */
export function blockContent(
  type: string,
  at: string,
  content: Readonly<Record<string, Value>>,
  self: SelfText = '',
): Content {
  const attributes: { name: string; value: string | Content }[] = [];
  const blocks: { name: string; value: string | Content }[] = [];
  for (const [name, value] of Object.entries(content)) {
    const path = at ? `${at}.${name}` : name;
    const nested = isBlockInAny(type, path);
    const objects = isObject(value) ? [value] : isList(value) ? value.filter(isObject) : [];
    if (nested && objects.length)
      for (const each of objects) blocks.push({ name, value: blockContent(type, path, each, self) });
    // No block stands for an empty list of blocks.
    else if (!nested || !isList(value) || value.length || isAttributeAsBlock(type, path))
      attributes.push({ name, value: hclText(value, self) });
  }
  return [...attributes, ...blocks];
}
