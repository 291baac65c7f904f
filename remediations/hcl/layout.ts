import type { Attribute, Block, Body, Comment, File, Node } from './ast';
import { parseExpression } from './parse';
import { visitExpressions } from './walk';

/** Start of the line that contains `offset`; behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** End of the line that contains `offset`, before its line ending. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Start of the line after the one that contains `offset`; the end of the text after the last one. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The blanks at the start of the line that contains `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

export function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

export function spansLines(text: string, start: number, end: number): boolean {
  const at = text.indexOf('\n', start);
  return at >= 0 && at < end;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** How many columns `terraform fmt` counts for a text: one for each character as a reader sees it. */
export function width(text: string): number {
  return /^[\0-\x7f]*$/.test(text) ? text.length : [...graphemes.segment(text)].length;
}

/** One level of indentation below a line that starts with `indent`. */
export function indentUnit(indent: string): string {
  return indent.includes('\t') ? '\t' : '  ';
}

/** The indentation of a block's items: that of the first one, or one level more than the block. */
export function childIndent(text: string, block: Block): string {
  const first = block.body.items.find((item) => lineStart(text, item.start) > block.open);
  if (first !== undefined) return indentAt(text, first.start);
  const own = indentAt(text, block.start);
  return own + indentUnit(own);
}

/** The comments that lie in `start` to `end` entirely. */
export function commentsIn(file: File, start: number, end: number): Comment[] {
  const found: Comment[] = [];
  for (let at = firstAfter(file.comments, start); at < file.comments.length; at++) {
    const comment = file.comments[at]!;
    if (comment.start >= end) break;
    if (comment.end <= end) found.push(comment);
  }
  return found;
}

/** Index of the first node that starts at `offset` or later; `nodes` are in the order of the text. */
export function firstAfter(nodes: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a new line can be put after what ends at `offset`: behind the comments on that line. */
export function endOfLine(file: File, offset: number): number {
  let end = lineEnd(file.text, offset);
  for (let at = firstAfter(file.comments, offset); at < file.comments.length; at++) {
    const comment = file.comments[at]!;
    if (comment.start >= end) break;
    if (comment.end > end) end = lineEnd(file.text, comment.end);
  }
  return end;
}

/** Whether a block is written as `x {}` or `x { name = value }`, that is without a newline behind its brace. */
export function isOneLine(file: File, block: Block): boolean {
  const end = block.body.items[0]?.start ?? block.close;
  let from = block.open;
  for (const comment of commentsIn(file, from, end)) {
    if (comment.line || spansLines(file.text, from, comment.start)) return false;
    from = comment.end;
  }
  return !spansLines(file.text, from, end);
}

/** The attribute in which a node lies, or which it is, and what that is an item of; throws when there is none. */
export function attributeAround(file: File, node: Node): { attribute: Attribute; container: Block | 'file' } {
  let container: Block | 'file' = 'file';
  for (;;) {
    const body: Body = container === 'file' ? file.body : container.body;
    const item = body.items[firstAfter(body.items, node.start + 1) - 1];
    if (item === undefined || item.end < node.end) throw new Error('the node is not part of this file');
    if (item.type === 'attribute') return { attribute: item, container };
    container = item;
  }
}

/**
 * An expression's text as it reads at a place indented by `indent`: its further lines get that indentation and the
 * file's line ending. The lines of a heredoc are content, so a value with one stays as it is.
 */
export function placed(value: string, indent: string, lineEnding: string): string {
  const lines = value.replaceAll('\r\n', '\n');
  if (!lines.includes('\n')) return value;
  const deep = hasHeredoc(lines) ? lines : lines.replace(/\n(?!\n)/g, `\n${indent}`);
  return deep.replaceAll('\n', lineEnding);
}

function hasHeredoc(value: string): boolean {
  if (!value.includes('<<')) return false;
  const parsed = parseExpression(`${value}\n`);
  let found = !parsed.ok;
  if (parsed.ok) visitExpressions(parsed.expression, (expression) => (found ||= expression.type === 'heredoc'));
  return found;
}
