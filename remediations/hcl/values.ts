import type { Expression, Literal, ObjectItem } from './ast';
import { Code, type Cursor, isDigit } from './cursor';
import { expression } from './expressions';
import { forNames, heredoc, quoted } from './templates';

const LETTER_E = 101;

/** Reads a value without operators or steps: a literal, a reference's first name, a call or something in brackets. */
export function primary(cursor: Cursor): Expression {
  const start = cursor.offset;
  const code = cursor.code();
  if (code === Code.Quote) return quoted(cursor);
  if (isDigit(code)) return number(cursor);
  if (code === Code.BracketOpen) return tuple(cursor);
  if (code === Code.BraceOpen) return object(cursor);
  if (code === Code.Less && cursor.peek(1) === Code.Less) return heredoc(cursor);
  if (code === Code.ParenOpen) {
    const mode = openBracket(cursor);
    const inner = expression(cursor);
    closeBracket(cursor, Code.ParenClose, mode);
    return { type: 'parenthesized', start, end: cursor.offset, expression: inner };
  }
  return word(cursor);
}

/** A keyword, a function call or the first name of a reference. */
function word(cursor: Cursor): Expression {
  const start = cursor.offset;
  let name = cursor.identifier();
  if (name === undefined) cursor.fail(cursor.offset >= cursor.length ? 'the text ends early' : 'expected a value');
  const end = cursor.offset;
  cursor.skip();
  const qualified = cursor.code() === Code.Colon && cursor.peek(1) === Code.Colon;
  while (cursor.code() === Code.Colon && cursor.peek(1) === Code.Colon) {
    cursor.offset += 2;
    cursor.skip();
    name += `::${cursor.identifier() ?? cursor.fail('expected a function name after "::"')}`;
    cursor.skip();
  }
  if (cursor.code() === Code.ParenOpen) return call(cursor, start, name);
  if (qualified) cursor.fail('expected ( after the function name');
  cursor.offset = end;
  if (name === 'true' || name === 'false') return { type: 'literal', start, end, value: name === 'true' };
  if (name === 'null') return { type: 'literal', start, end, value: null };
  return { type: 'variable', start, end, name };
}

export function number(cursor: Cursor): Literal {
  const start = cursor.offset;
  cursor.offset = numberEnd(cursor.text, start);
  const value = Number(cursor.text.slice(start, cursor.offset));
  if (Number.isNaN(value) || cursor.atIdentifier()) cursor.fail('not a number', start);
  return { type: 'literal', start, end: cursor.offset, value };
}

/** Digits, dots and exponents as far as they go: to HCL 10.11.12.13 is one bad number, not a number and some indexes. */
function numberEnd(text: string, start: number): number {
  let end = start;
  for (let at = start; ; ) {
    const code = text.charCodeAt(at);
    if (code === Code.Dot) {
      at++;
      continue;
    }
    if ((code | 32) === LETTER_E) {
      const sign = text.charCodeAt(at + 1);
      at += sign === Code.Plus || sign === Code.Minus ? 2 : 1;
      if (!isDigit(text.charCodeAt(at))) return end;
    } else if (!isDigit(code)) {
      return end;
    }
    end = ++at;
  }
}

function call(cursor: Cursor, start: number, name: string): Expression {
  const mode = openBracket(cursor);
  const args: Expression[] = [];
  let expand = false;
  while (cursor.code() !== Code.ParenClose) {
    args.push(expression(cursor));
    cursor.skip();
    expand = dots(cursor);
    if (expand) break;
    if (cursor.code() === Code.Comma) {
      cursor.offset++;
      cursor.skip();
    } else if (cursor.code() !== Code.ParenClose) {
      cursor.fail('expected , or ) after an argument');
    }
  }
  closeBracket(cursor, Code.ParenClose, mode);
  return { type: 'call', start, end: cursor.offset, name, args, expand };
}

function dots(cursor: Cursor): boolean {
  if (!cursor.text.startsWith('...', cursor.offset)) return false;
  cursor.offset += 3;
  cursor.skip();
  return true;
}

function tuple(cursor: Cursor): Expression {
  const start = cursor.offset;
  const mode = openBracket(cursor);
  if (cursor.atWord('for')) return forExpression(cursor, start, Code.BracketClose, mode);
  const items: Expression[] = [];
  while (cursor.code() !== Code.BracketClose) {
    items.push(expression(cursor));
    cursor.skip();
    if (cursor.code() === Code.Comma) {
      cursor.offset++;
      cursor.skip();
    } else if (cursor.code() !== Code.BracketClose) {
      cursor.fail('expected , or ] after an item');
    }
  }
  closeBracket(cursor, Code.BracketClose, mode);
  return { type: 'tuple', start, end: cursor.offset, items };
}

function object(cursor: Cursor): Expression {
  const start = cursor.offset;
  const mode = openBracket(cursor);
  if (cursor.atWord('for')) return forExpression(cursor, start, Code.BraceClose, mode);
  cursor.acrossLines = false;
  const items: ObjectItem[] = [];
  for (;;) {
    cursor.skipLines();
    if (cursor.code() === Code.BraceClose) break;
    items.push(objectItem(cursor));
    cursor.skip();
    if (cursor.code() === Code.Comma) cursor.offset++;
    else if (cursor.code() !== Code.BraceClose && (!cursor.atLineEnd() || cursor.offset >= cursor.length)) {
      cursor.fail('expected a newline, a comma or } after an entry');
    }
  }
  closeBracket(cursor, Code.BraceClose, mode);
  return { type: 'object', start, end: cursor.offset, items };
}

function objectItem(cursor: Cursor): ObjectItem {
  const key = expression(cursor);
  cursor.skip();
  const separator = cursor.offset;
  const code = cursor.code();
  if (code !== Code.Colon && (code !== Code.Equal || cursor.peek(1) === Code.Equal))
    cursor.fail('expected = after a key');
  cursor.offset++;
  cursor.skip();
  return { key, separator, value: expression(cursor) };
}

function forExpression(cursor: Cursor, start: number, close: number, mode: boolean): Expression {
  cursor.offset += 'for'.length;
  cursor.skip();
  const names = forNames(cursor);
  const collection = expression(cursor);
  cursor.skip();
  if (cursor.code() !== Code.Colon) cursor.fail('expected ":" after the collection');
  cursor.offset++;
  cursor.skip();
  let key: Expression | undefined;
  let value = expression(cursor);
  let group = false;
  cursor.skip();
  if (cursor.code() === Code.Equal && cursor.peek(1) === Code.Greater) {
    if (close === Code.BracketClose) cursor.fail('a list "for" has no key');
    cursor.offset += 2;
    cursor.skip();
    key = value;
    value = expression(cursor);
    cursor.skip();
    group = dots(cursor);
  } else if (close === Code.BraceClose) {
    cursor.fail('an object "for" needs key => value');
  }
  let condition: Expression | undefined;
  if (cursor.atWord('if')) {
    cursor.offset += 'if'.length;
    cursor.skip();
    condition = expression(cursor);
  }
  closeBracket(cursor, close, mode);
  return {
    type: 'for',
    start,
    end: cursor.offset,
    object: close === Code.BraceClose,
    ...(names.key !== undefined && { keyName: names.key }),
    valueName: names.value,
    collection,
    ...(key !== undefined && { key }),
    value,
    group,
    ...(condition !== undefined && { condition }),
  };
}

/** Steps over an opening bracket; returns the newline mode to restore at the closing one. */
export function openBracket(cursor: Cursor): boolean {
  const mode = cursor.acrossLines;
  cursor.acrossLines = true;
  cursor.offset++;
  cursor.skip();
  return mode;
}

export function closeBracket(cursor: Cursor, close: number, mode: boolean): void {
  cursor.skip();
  if (cursor.code() !== close) cursor.fail(`expected ${String.fromCharCode(close)}`);
  cursor.offset++;
  cursor.acrossLines = mode;
}
