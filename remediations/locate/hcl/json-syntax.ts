import { type ParseError as JsonError, type Node as JsonNode, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Attribute, Block, Body, Expression, File, Label } from '../../hcl/ast';
import { type ParseError, parseExpression } from '../../hcl/parse';
import { position } from '../../hcl/text';

/** How many levels of labels a block has in JSON syntax; what is not named here has none. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
};
const BLOCKS = new Set([...Object.keys(LABELS), 'locals', 'terraform', 'moved', 'import', 'removed', 'check']);

/**
 * JSON syntax as the same tree as native syntax, with offsets into the JSON text. Nested objects stay object
 * expressions, because only a schema tells blocks from attributes there.
 */
export function jsonFile(text: string): { ok: true; file: File } | { ok: false; error: ParseError } {
  const errors: JsonError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true, allowEmptyContent: false });
  const [first] = errors;
  if (first || root?.type !== 'object') {
    const offset = first?.offset ?? 0;
    const message = first ? `invalid JSON: ${printParseErrorCode(first.error)}` : 'a JSON object is required';
    return { ok: false, error: { message, offset, ...position(text, offset) } };
  }
  const items: (Attribute | Block)[] = [];
  for (const { name, key, value } of entries(root)) {
    if (BLOCKS.has(name)) items.push(...labelled(name, key, value, LABELS[name] ?? 0, []));
    else items.push(attribute(name, key, value));
  }
  return { ok: true, file: { text, body: { items, start: 0, end: text.length }, comments: [] } };
}

function labelled(kind: string, key: JsonNode, value: JsonNode, depth: number, labels: readonly Label[]): Block[] {
  if (value.type === 'array') return (value.children ?? []).flatMap((each) => labelled(kind, key, each, depth, labels));
  if (value.type !== 'object') return [];
  if (depth > 0)
    return entries(value).flatMap((entry) =>
      labelled(kind, entry.key, entry.value, depth - 1, [
        ...labels,
        { value: entry.name, quoted: true, start: entry.key.offset, end: entry.key.offset + entry.key.length },
      ]),
    );
  const end = value.offset + value.length;
  const body: Body = {
    items: entries(value).map((entry) => attribute(entry.name, entry.key, entry.value)),
    start: value.offset + 1,
    end: end - 1,
  };
  return [
    {
      type: 'block',
      kind,
      kindEnd: key.offset + key.length,
      labels,
      open: value.offset,
      close: end - 1,
      body,
      start: key.offset,
      end,
    },
  ];
}

function attribute(name: string, key: JsonNode, value: JsonNode): Attribute {
  const end = value.offset + value.length;
  const nameEnd = key.offset + key.length;
  return { type: 'attribute', name, nameEnd, eq: nameEnd, value: expression(value), start: key.offset, end };
}

function expression(node: JsonNode): Expression {
  const at = { start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case 'array':
      return { type: 'tuple', items: (node.children ?? []).map(expression), ...at };
    case 'object':
      return {
        type: 'object',
        items: entries(node).map(({ name, key, value }) => ({
          key: { type: 'text', value: name, start: key.offset, end: key.offset + key.length },
          separator: key.offset + key.length,
          value: expression(value),
        })),
        ...at,
      };
    case 'string': {
      const text = node.value as string;
      if (!/[$%]\{/.test(text)) return { type: 'text', value: text, ...at };
      return spanning(template(text), at);
    }
    default:
      return { type: 'literal', value: (node.value ?? null) as number | boolean | null, ...at };
  }
}

/** A JSON string is a template without escapes: the same as the body of a heredoc, less its last newline. */
function template(text: string): Expression {
  const parsed = parseExpression(`<<JSON_STRING_ENDS_HERE\n${text}\nJSON_STRING_ENDS_HERE\n`);
  if (!parsed.ok || parsed.expression.type !== 'heredoc') return { type: 'text', value: text, start: 0, end: 0 };
  const { start, end, parts } = parsed.expression;
  const last = parts[parts.length - 1];
  const kept =
    last?.type === 'part' ? [...parts.slice(0, -1), { ...last, value: last.value.replace(/\n$/, '') }] : parts;
  return { type: 'template', start, end, parts: kept.filter((part) => part.type !== 'part' || part.value !== '') };
}

/** The parts of a text stand where the text stands: its escapes leave no way back to single characters. */
function spanning<T>(node: T, at: { readonly start: number; readonly end: number }): T {
  if (Array.isArray(node)) return node.map((each: unknown) => spanning(each, at)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.entries(node).map(([name, each]) => [name, spanning(each, at)]);
  return { ...Object.fromEntries(inner), ...('start' in node ? at : {}) } as T;
}

function entries(node: JsonNode): { name: string; key: JsonNode; value: JsonNode }[] {
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key && value ? [{ name: String(key.value), key, value }] : [];
  });
}
