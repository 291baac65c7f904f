import type { Attribute, Block, Body, Expression, File, Label } from './ast';
import { Code, Cursor, Failure } from './cursor';
import { expression } from './expressions';
import { quoted } from './templates';
import { position } from './text';

/** Why a text is not HCL: `offset` in UTF-16 code units, `line` and `column` from 1. */
export interface ParseError {
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Parses one file of Terraform's native syntax (`.tf`, `.tofu`, `.tfvars`). Accepts and rejects what HashiCorp's own
 * parser does, duplicate attributes included; only nesting beyond 400 levels is refused on top of that. Never throws.
 */
export function parse(text: string): { ok: true; file: File } | { ok: false; error: ParseError } {
  const result = attempt(text, (cursor) => {
    const top = body(cursor, true);
    return { text, body: top, comments: cursor.comments };
  });
  return result.ok ? { ok: true, file: result.value } : result;
}

/** Parses one expression; as inside parentheses, newlines are blanks. Never throws. */
export function parseExpression(text: string): { ok: true; expression: Expression } | { ok: false; error: ParseError } {
  const result = attempt(text, (cursor) => {
    cursor.acrossLines = true;
    cursor.skip();
    const found = expression(cursor);
    cursor.skip();
    if (cursor.offset < cursor.length) cursor.fail('expected the end of the expression');
    return found;
  });
  return result.ok ? { ok: true, expression: result.value } : result;
}

function attempt<Value>(
  text: string,
  read: (cursor: Cursor) => Value,
): { ok: true; value: Value } | { ok: false; error: ParseError } {
  try {
    return { ok: true, value: read(new Cursor(text)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { message, offset } = error;
    return { ok: false, error: { message, offset, ...position(text, offset) } };
  }
}

/** The items up to the closing brace, or to the end of the text at the top. */
function body(cursor: Cursor, top: boolean): Body {
  const start = cursor.offset;
  const items: (Attribute | Block)[] = [];
  let names: Set<string> | undefined;
  for (;;) {
    cursor.skipLines();
    if (cursor.offset >= cursor.length) {
      if (!top) cursor.fail('a block is not closed');
      return { start, end: cursor.offset, items };
    }
    if (cursor.code() === Code.BraceClose) {
      if (top) cursor.fail('unexpected }');
      return { start, end: cursor.offset, items };
    }
    const next = item(cursor);
    items.push(next);
    if (next.type === 'attribute') {
      names ??= new Set();
      if (names.has(next.name)) cursor.fail(`"${next.name}" is set twice`, next.start);
      names.add(next.name);
    }
    cursor.skip();
    if (!cursor.atLineEnd()) cursor.fail(`expected a newline after the ${next.type}`);
  }
}

function item(cursor: Cursor): Attribute | Block {
  const start = cursor.offset;
  const name = cursor.identifier() ?? cursor.fail('expected an attribute or a block');
  const nameEnd = cursor.offset;
  cursor.skip();
  return atAssignment(cursor) ? attribute(cursor, name, start, nameEnd) : block(cursor, name, start, nameEnd);
}

function atAssignment(cursor: Cursor): boolean {
  return cursor.code() === Code.Equal && cursor.peek(1) !== Code.Equal;
}

function attribute(cursor: Cursor, name: string, start: number, nameEnd: number): Attribute {
  const eq = cursor.offset++;
  cursor.skip();
  const value = expression(cursor);
  return { type: 'attribute', start, end: value.end, name, nameEnd, eq, value };
}

function block(cursor: Cursor, kind: string, start: number, kindEnd: number): Block {
  const labels: Label[] = [];
  while (cursor.code() !== Code.BraceOpen) {
    labels.push(label(cursor));
    cursor.skip();
  }
  const open = cursor.offset++;
  cursor.enter();
  cursor.skip();
  const inner = cursor.atLineEnd() ? body(cursor, false) : oneLineBody(cursor, open + 1);
  cursor.leave();
  const close = cursor.offset++;
  return { type: 'block', start, end: cursor.offset, kind, kindEnd, labels, open, close, body: inner };
}

function label(cursor: Cursor): Label {
  const start = cursor.offset;
  if (cursor.code() === Code.Quote) {
    // Unlike values, labels are compared as they are written.
    const { normalizing } = cursor;
    cursor.normalizing = false;
    const string = quoted(cursor);
    cursor.normalizing = normalizing;
    if (string.type !== 'text') cursor.fail('a block label cannot contain a template', start);
    return { start, end: string.end, value: string.value, quoted: true };
  }
  const value = cursor.identifier() ?? cursor.fail('expected =, a label or {');
  return { start, end: cursor.offset, value, quoted: false };
}

/** `{}` or `{ name = value }`: more than one attribute, or a block, needs several lines. */
function oneLineBody(cursor: Cursor, start: number): Body {
  if (cursor.code() === Code.BraceClose) return { start: cursor.offset, end: cursor.offset, items: [] };
  const from = cursor.offset;
  const name = cursor.identifier();
  const nameEnd = cursor.offset;
  cursor.skip();
  if (name === undefined || !atAssignment(cursor)) cursor.fail('a block on one line holds one attribute only', from);
  const only = attribute(cursor, name, from, nameEnd);
  cursor.skip();
  if (cursor.code() !== Code.BraceClose) cursor.fail('a block on one line holds one attribute only');
  return { start, end: cursor.offset, items: [only] };
}
