import type { Attribute, Expression, File } from './ast';
import { attributeAround, commentsIn, indentAt, isBlank, lineEnd, lineStart, placed } from './layout';
import { eol } from './text';
import type { TextEdit } from './text-edit';

/**
 * Replaces one expression. Comments inside it would be lost with it: they move to lines of their own above the
 * attribute, list item or map entry the expression is in. Empty if the text is the same. Throws if the expression is
 * not of this file.
 */
export function replaceExpression(file: File, expression: Expression, value: string): TextEdit[] {
  const { text } = file;
  const { start, end } = expression;
  const { attribute } = attributeAround(file, expression);
  const next = placed(value, indentAt(text, start), eol(text));
  if (text.slice(start, end) === next) return [];
  const moved = commentsIn(file, start, end)
    .map((comment) => text.slice(comment.start, comment.end))
    .filter((comment) => !value.includes(comment));
  const edits: TextEdit[] = [{ start, end, text: next }];
  if (moved.length > 0) {
    const at = lineAbove(file, attribute, expression);
    const indent = /^[ \t]*/.exec(text.slice(at, lineEnd(text, at)))![0];
    edits.unshift({ start: at, end: at, text: moved.map((comment) => indent + comment + eol(text)).join('') });
  }
  return edits;
}

/** Start of the nearest line above an expression at which a comment may stand. */
function lineAbove(file: File, attribute: Attribute, expression: Expression): number {
  const { text } = file;
  let at = lineStart(text, attribute.start);
  for (const comment of file.comments) {
    if (comment.start < at && comment.end > at) at = lineStart(text, comment.start);
  }
  const holds = (node: { start: number; end: number }) => node.start <= expression.start && expression.end <= node.end;
  for (let node: Expression | undefined = attribute.value; node?.type === 'object' || node?.type === 'tuple'; ) {
    const items: { start: number; end: number; value: Expression }[] =
      node.type === 'object'
        ? node.items.map(({ key, value }) => ({ start: key.start, end: value.end, value }))
        : node.items.map((item) => ({ start: item.start, end: item.end, value: item }));
    const item = items.find(holds);
    if (item !== undefined && isBlank(text, lineStart(text, item.start), item.start)) at = lineStart(text, item.start);
    node = item?.value;
  }
  return at;
}
