import type { Directive, Heredoc, Interpolation, Part, Template, Text } from './ast';
import { Code, type Cursor } from './cursor';
import { expression } from './expressions';
import { trimSpaces } from './template-parts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Literal text and `${…}`, `%{…}` in the order they are read. */
class Collector {
  readonly parts: Part[] = [];
  private pending = '';

  /** `from` is the offset of the text not yet taken over. */
  constructor(
    private readonly cursor: Cursor,
    private from: number,
  ) {}

  /** Takes the text up to `to` as it stands, then `value` in place of the source up to `resume`. */
  replace(to: number, value: string, resume: number): void {
    this.pending += this.cursor.text.slice(this.from, to) + value;
    this.from = resume;
  }

  /** Handles `$` and `%`: an escaped `$${`, an interpolation or a directive. False: it is an ordinary character. */
  marker(code: number): boolean {
    const { cursor } = this;
    if (cursor.peek(1) === code && cursor.peek(2) === Code.BraceOpen) {
      this.replace(cursor.offset + 1, '', cursor.offset + 2);
      cursor.offset += 3;
      return true;
    }
    if (cursor.peek(1) !== Code.BraceOpen) return false;
    this.flush();
    this.parts.push(code === Code.Dollar ? interpolation(cursor) : directive(cursor));
    this.from = cursor.offset;
    return true;
  }

  flush(to = this.cursor.offset): void {
    const value = this.rest(to);
    if (value !== '') this.parts.push({ type: 'part', value });
  }

  rest(to: number): string {
    const value = this.cursor.normalize(this.pending + this.cursor.text.slice(this.from, to));
    this.pending = '';
    return value;
  }
}

/** A quoted string; the cursor stands at the opening quote. */
export function quoted(cursor: Cursor): Text | Template {
  const start = cursor.offset++;
  const collector = new Collector(cursor, cursor.offset);
  for (;;) {
    const code = cursor.code();
    if (code === Code.Quote) break;
    if (Number.isNaN(code) || code === Code.Newline || code === Code.Return) {
      cursor.fail('the string is not closed on its line', start);
    }
    if (code === Code.Backslash) {
      readEscape(cursor, collector);
    } else if ((code !== Code.Dollar && code !== Code.Percent) || !collector.marker(code)) {
      cursor.offset++;
    }
  }
  const close = cursor.offset++;
  const { parts } = collector;
  if (parts.length === 0) return { type: 'text', start, end: cursor.offset, value: collector.rest(close) };
  collector.flush(close);
  checkDirectives(cursor, parts, start);
  return { type: 'template', start, end: cursor.offset, parts };
}

function readEscape(cursor: Cursor, collector: Collector): void {
  const at = cursor.offset;
  const letter = cursor.text[at + 1] ?? '';
  if (letter === 'u' || letter === 'U') {
    const end = at + 2 + (letter === 'u' ? 4 : 8);
    const digits = cursor.text.slice(at + 2, end);
    const point = /^[0-9a-fA-F]+$/.test(digits) && at + 2 + digits.length === end ? Number.parseInt(digits, 16) : -1;
    if (point < 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
      cursor.fail(`\\${letter} needs ${end - at - 2} hexadecimal digits of a character`);
    collector.replace(at, String.fromCodePoint(point), end);
    cursor.offset = end;
    return;
  }
  const value = ESCAPES[letter];
  if (value === undefined) cursor.fail(`\\${letter} is not an escape sequence`);
  collector.replace(at, value, at + 2);
  cursor.offset = at + 2;
}

/** A heredoc; the cursor stands at `<<`. It ends with the line of its marker, blanks included. */
export function heredoc(cursor: Cursor): Heredoc {
  const { text } = cursor;
  const start = cursor.offset;
  cursor.offset += 2;
  const flush = cursor.code() === Code.Minus;
  if (flush) cursor.offset++;
  const marker = cursor.identifier();
  if (marker === undefined) cursor.fail('a heredoc needs a marker', start);
  if (cursor.code() === Code.Return) cursor.offset++;
  if (cursor.code() !== Code.Newline) cursor.fail('a heredoc marker must be followed by a newline', start);
  cursor.offset++;
  const collector = new Collector(cursor, cursor.offset);
  let lineStart = true;
  for (;;) {
    if (cursor.offset >= cursor.length) cursor.fail(`the heredoc is not closed by a line "${marker}"`, start);
    if (lineStart) {
      lineStart = false;
      const end = markerEnd(cursor, marker);
      if (end !== undefined) {
        collector.flush();
        cursor.offset = end;
        break;
      }
    }
    const code = text.charCodeAt(cursor.offset);
    if (code === Code.Newline) {
      lineStart = true;
      cursor.offset++;
    } else if ((code !== Code.Dollar && code !== Code.Percent) || !collector.marker(code)) {
      cursor.offset++;
    }
  }
  checkDirectives(cursor, collector.parts, start);
  return { type: 'heredoc', start, end: cursor.offset, flush, marker, parts: collector.parts };
}

/** Where the line at the cursor ends when it closes the heredoc: the marker, blanks and a newline, nothing else. */
function markerEnd(cursor: Cursor, marker: string): number | undefined {
  const { text, offset } = cursor;
  let at = offset;
  while (text.charCodeAt(at) === Code.Space || text.charCodeAt(at) === Code.Tab) at++;
  // Blanks beyond ASCII may precede the marker too; any other character settles it without reading the whole line.
  const code = text.charCodeAt(at);
  if (code > Code.Space && code < 128 && !text.startsWith(marker, at)) return undefined;
  const next = text.indexOf('\n', at);
  if (next < 0 || trimSpaces(text.slice(at, next)) !== marker) return undefined;
  return text.charCodeAt(next - 1) === Code.Return ? next - 1 : next;
}

function interpolation(cursor: Cursor): Interpolation {
  const start = cursor.offset;
  const { mode, trimLeft } = open(cursor);
  const value = expression(cursor);
  const trimRight = close(cursor, mode);
  return { type: 'interpolation', start, end: cursor.offset, expression: value, trimLeft, trimRight };
}

function directive(cursor: Cursor): Directive {
  const start = cursor.offset;
  const { mode, trimLeft } = open(cursor);
  const keyword = cursor.identifier();
  cursor.skip();
  let names: { key?: string; value?: string } = {};
  let condition: { expression?: Directive['expression'] } = {};
  switch (keyword) {
    case 'if':
      condition = { expression: expression(cursor) };
      break;
    case 'for':
      names = forNames(cursor);
      condition = { expression: expression(cursor) };
      break;
    case 'else':
    case 'endif':
    case 'endfor':
      break;
    default:
      return cursor.fail('a directive is one of if, else, endif, for, endfor', start);
  }
  const trimRight = close(cursor, mode);
  return { type: 'directive', start, end: cursor.offset, keyword, ...condition, ...names, trimLeft, trimRight };
}

/** Reads `value in` or `key, value in`, common to the directive and the expression. */
export function forNames(cursor: Cursor): { key?: string; value: string } {
  const name = (): string => {
    const found = cursor.identifier() ?? cursor.fail('"for" needs a name for the element');
    cursor.skip();
    return found;
  };
  const first = name();
  let names: { key?: string; value: string } = { value: first };
  if (cursor.code() === Code.Comma) {
    cursor.offset++;
    cursor.skip();
    names = { key: first, value: name() };
  }
  if (!cursor.atWord('in')) cursor.fail('"for" needs "in" and a collection');
  cursor.offset += 2;
  cursor.skip();
  return names;
}

function open(cursor: Cursor): { mode: boolean; trimLeft: boolean } {
  cursor.enter();
  const mode = cursor.acrossLines;
  cursor.acrossLines = true;
  cursor.offset += 2;
  const trimLeft = cursor.code() === Code.Tilde;
  if (trimLeft) cursor.offset++;
  cursor.skip();
  return { mode, trimLeft };
}

function close(cursor: Cursor, mode: boolean): boolean {
  cursor.skip();
  const trimRight = cursor.code() === Code.Tilde;
  if (trimRight) cursor.offset++;
  if (cursor.code() !== Code.BraceClose) cursor.fail('expected } after the expression in a template');
  cursor.offset++;
  cursor.acrossLines = mode;
  cursor.leave();
  return trimRight;
}

function checkDirectives(cursor: Cursor, parts: readonly Part[], start: number): void {
  const opened: string[] = [];
  for (const part of parts) {
    if (part.type !== 'directive') continue;
    const { keyword } = part;
    if (keyword === 'if' || keyword === 'for') {
      opened.push(keyword);
      continue;
    }
    const last = opened.pop();
    const fits = keyword === 'endfor' ? last === 'for' : last === 'if' || (keyword === 'endif' && last === 'else');
    if (!fits) cursor.fail(`unexpected "${keyword}"`, part.start);
    if (keyword === 'else') opened.push('else');
  }
  if (opened.length > 0) cursor.fail('a template directive is not closed', start);
}
