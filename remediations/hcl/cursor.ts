import type { Comment } from './ast';

/** Character codes the grammar decides on. */
export const Code = {
  Tab: 9,
  Newline: 10,
  Return: 13,
  Space: 32,
  Bang: 33,
  Quote: 34,
  Hash: 35,
  Dollar: 36,
  Percent: 37,
  Ampersand: 38,
  ParenOpen: 40,
  ParenClose: 41,
  Star: 42,
  Plus: 43,
  Comma: 44,
  Minus: 45,
  Dot: 46,
  Slash: 47,
  Colon: 58,
  Less: 60,
  Equal: 61,
  Greater: 62,
  Question: 63,
  BracketOpen: 91,
  Backslash: 92,
  BracketClose: 93,
  Underscore: 95,
  BraceOpen: 123,
  Pipe: 124,
  BraceClose: 125,
  Tilde: 126,
} as const;

/** Blocks, expressions and templates may nest this deep; hand-written code stays below 30. */
const MAX_DEPTH = 400;

const IDENTIFIER_START = /[\p{ID_Start}_]/u;
// Newer Unicode versions count the two joiners among the parts of an identifier; HCL does not.
const IDENTIFIER_PART = /(?![\u200c\u200d])[\p{ID_Continue}-]/u;
const NOT_ASCII = /[^\0-\x7f]/;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === Code.Underscore;
}

/** Where and why a text is not HCL; caught in `parse`, never seen by callers. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** A reading position in a text: blanks, comments and identifiers. There are no tokens; the grammar reads characters. */
export class Cursor {
  offset: number;
  /** Inside `( )`, `[ ]` and `${ }` a newline is a blank; elsewhere it ends the item. */
  acrossLines = false;
  readonly comments: Comment[] = [];
  readonly length: number;
  /** Whether string values are brought into Unicode normalisation form C, as all Terraform strings are. */
  normalizing: boolean;
  private depth = 0;

  constructor(readonly text: string) {
    this.length = text.length;
    this.offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.normalizing = NOT_ASCII.test(text) || text.includes('\\u') || text.includes('\\U');
  }

  fail(message: string, offset = this.offset): never {
    throw new Failure(message, offset);
  }

  /** The character code at the cursor, NaN at the end. */
  code(): number {
    return this.text.charCodeAt(this.offset);
  }

  /** The character code `distance` after the cursor. */
  peek(distance: number): number {
    return this.text.charCodeAt(this.offset + distance);
  }

  enter(): void {
    if (++this.depth > MAX_DEPTH) this.fail(`nested more than ${MAX_DEPTH} levels deep`);
  }

  leave(): void {
    this.depth--;
  }

  normalize(value: string): string {
    return this.normalizing ? value.normalize('NFC') : value;
  }

  /** Skips blanks and comments; newlines and line comments only where the mode allows it. */
  skip(): void {
    for (;;) {
      const code = this.code();
      if (code === Code.Space || code === Code.Tab) {
        this.offset++;
      } else if (code === Code.Newline) {
        if (!this.acrossLines) return;
        this.offset++;
      } else if (code === Code.Return) {
        if (this.peek(1) !== Code.Newline) this.fail('a carriage return without a newline is not allowed');
        if (!this.acrossLines) return;
        this.offset += 2;
      } else if (code === Code.Slash && this.peek(1) === Code.Star) {
        this.blockComment();
      } else if (code === Code.Hash || (code === Code.Slash && this.peek(1) === Code.Slash)) {
        if (!this.acrossLines) return;
        this.lineComment();
      } else {
        return;
      }
    }
  }

  /** Skips blanks, comments and newlines whatever the mode. */
  skipLines(): void {
    const mode = this.acrossLines;
    this.acrossLines = true;
    this.skip();
    this.acrossLines = mode;
  }

  atLineEnd(): boolean {
    const code = this.code();
    return (
      this.offset >= this.length ||
      code === Code.Newline ||
      code === Code.Return ||
      code === Code.Hash ||
      (code === Code.Slash && this.peek(1) === Code.Slash)
    );
  }

  atIdentifier(): boolean {
    const code = this.code();
    if (isLetter(code)) return true;
    return code >= 128 && IDENTIFIER_START.test(String.fromCodePoint(this.text.codePointAt(this.offset)!));
  }

  /** Reads an identifier; undefined, and nothing read, when there is none. */
  identifier(): string | undefined {
    if (!this.atIdentifier()) return undefined;
    const { text, length } = this;
    const start = this.offset;
    let at = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
    while (at < length) {
      const code = text.charCodeAt(at);
      if (isLetter(code) || isDigit(code) || code === Code.Minus) {
        at++;
      } else if (code < 128) {
        break;
      } else {
        const point = text.codePointAt(at)!;
        if (!IDENTIFIER_PART.test(String.fromCodePoint(point))) break;
        at += point > 0xffff ? 2 : 1;
      }
    }
    this.offset = at;
    return text.slice(start, at);
  }

  /** Whether the word at the cursor is `word`; reads nothing. */
  atWord(word: string): boolean {
    if (!this.text.startsWith(word, this.offset)) return false;
    const start = this.offset;
    const found = this.identifier();
    this.offset = start;
    return found === word;
  }

  private blockComment(): void {
    const close = this.text.indexOf('*/', this.offset + 2);
    if (close < 0) this.fail('the comment is not closed');
    this.remember({ start: this.offset, end: close + 2, line: false });
    this.offset = close + 2;
  }

  private lineComment(): void {
    const { text, offset } = this;
    let next = text.indexOf('\n', offset);
    if (next < 0) next = this.length;
    const end = next > offset && text.charCodeAt(next - 1) === Code.Return ? next - 1 : next;
    this.remember({ start: offset, end, line: true });
    this.offset = next;
  }

  /** The grammar looks ahead over blanks and goes back, so a comment may be met again. */
  private remember(comment: Comment): void {
    const last = this.comments[this.comments.length - 1];
    if (last === undefined || last.start < comment.start) this.comments.push(comment);
  }
}
