import type { Body, Directive, Expression, File, Part } from '../../remediations/hcl/ast';
import { templateParts } from '../../remediations/hcl/template-parts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The file in the shape hcl2json gives it: literals as values, everything else as `${source}`. */
export function toJson(file: File): Json {
  return bodyJson(file.text, file.body);
}

function bodyJson(text: string, body: Body): Json {
  const result: { [key: string]: Json } = {};
  for (const item of body.items) {
    if (item.type === 'attribute') continue;
    const path = [item.kind, ...item.labels.map((label) => label.value)];
    const last = path.pop()!;
    let target = result;
    for (const name of path) {
      if (!Object.hasOwn(target, name)) set(target, name, {});
      target = target[name] as { [key: string]: Json };
    }
    if (!Object.hasOwn(target, last)) set(target, last, []);
    (target[last] as Json[]).push(bodyJson(text, item.body));
  }
  // An attribute hides blocks of its name.
  for (const item of body.items) {
    if (item.type === 'attribute') set(result, item.name, expressionJson(text, item.value));
  }
  return result;
}

/** Plain assignment would lose a key `__proto__`. */
function set(target: { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

function expressionJson(text: string, expression: Expression): Json {
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'text':
      return escaped(expression.value);
    case 'template': {
      const [only, more] = expression.parts;
      if (only?.type === 'interpolation' && more === undefined) return expressionJson(text, only.expression);
      return partsText(text, templateParts(expression));
    }
    case 'heredoc':
      return partsText(text, templateParts(expression));
    case 'tuple':
      return expression.items.map((item) => expressionJson(text, item));
    case 'object': {
      const result: { [key: string]: Json } = {};
      for (const item of expression.items) set(result, keyName(text, item.key), expressionJson(text, item.value));
      return result;
    }
    case 'unary':
      if (expression.operand.type === 'literal') {
        const { value } = expression.operand;
        return expression.operator === '-' ? -Number(value) : !value;
      }
      return wrapped(text, expression);
    default:
      return wrapped(text, expression);
  }
}

function keyName(text: string, key: Expression): string {
  switch (key.type) {
    case 'variable':
      return key.name;
    case 'literal':
      return String(key.value);
    case 'text':
      return escaped(key.value);
    case 'template':
      return partsText(text, templateParts(key));
    case 'get':
      return text.slice(key.start, key.end);
    default:
      return wrapped(text, key);
  }
}

function wrapped(text: string, expression: Expression): string {
  return `\${${text.slice(expression.start, expression.end)}}`;
}

/** hcl2json folds constants into the text around them. */
function partsText(text: string, parts: readonly Part[]): string {
  return parts.map((part) => partText(text, part)).join('');
}

function partText(text: string, part: Part): string {
  if (part.type === 'part') return escaped(part.value);
  if (part.type === 'directive') return directiveText(text, part);
  const { expression } = part;
  switch (expression.type) {
    case 'literal':
      return String(expression.value);
    case 'text':
      return escaped(expression.value);
    case 'template':
    case 'heredoc':
      return partsText(text, templateParts(expression));
    default:
      return wrapped(text, expression);
  }
}

function directiveText(text: string, { keyword, key, value, expression }: Directive): string {
  const source = expression === undefined ? '' : text.slice(expression.start, expression.end);
  if (keyword === 'if') return `%{if ${source}}`;
  if (keyword === 'for') return `%{for ${key === undefined ? '' : `${key}, `}${value} in ${source}}`;
  return `%{${keyword}}`;
}

function escaped(value: string): string {
  return value.replace(/[$%](?=\{)/g, '$&$&');
}
