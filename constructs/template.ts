import { Reference, Unknown, type Value } from '../controls/value';

// ${azurerm_x.y[0].block[0].id}rest, with the modules or stacks in front that say where it stands
const REFERENCE =
  /^\$\{((?:module\.[\w-]+\.)*(?:data\.(?=azurerm_(?:subscription|client_config)\.))?[a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*(?:\[(?:\d+|"[^"]*")\])?)((?:\.[A-Za-z_][\w-]*|\.\d+|\[\d+\])*)\}/;
// However many signs stand before it: with two or more, Terraform takes one away and reads text.
const INTERPOLATION = /(?<!\$)\$\{|(?<!%)%\{/;

/**
 * A string of Terraform's JSON syntax as a value: text, a reference with what follows it, or Unknown.
 * @param home what stands in front of addresses of the same stack, '' or `module.x.`
 */
export function templateValue(text: string, home: string): Value {
  if (!text.includes('{') || !INTERPOLATION.test(text)) return literal(text);
  const start = text.startsWith('/subscriptions/${') ? '/subscriptions/' : '';
  const [whole, address, attribute] = REFERENCE.exec(text.slice(start.length)) ?? [];
  const rest = text.slice(start.length + (whole?.length ?? 0));
  if (whole === undefined || INTERPOLATION.test(rest) || !isRead(start, address, attribute))
    return new Unknown(`the expression ${text}`);
  const steps = [...attribute.matchAll(/[\w-]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
  return new Reference(address.startsWith('module.') ? address : home + address, steps, literal(rest));
}

/** Of data sources and of ids that are put together only which subscription it is. */
function isRead(start: string, address: string, attribute: string): boolean {
  const [, source] = /(?:^|\.)data\.(azurerm_(?:subscription|client_config))\.[^.]+$/.exec(address) ?? [];
  if (start) return attribute === '.subscription_id';
  if (!source) return true;
  return attribute === '.subscription_id' || (attribute === '.id' && source === 'azurerm_subscription');
}

const literal = (text: string) => text.replace(/([$%])\1\{/g, '$1{');

/** A string that Terraform reads back as it is: nothing in it is an expression. */
export const escaped = (text: string) => text.replace(/([$%])\{/g, '$1$1{');
