import type { Attribute, Block, Body, File } from './ast';
import { atEnd, insertAttributes, insertBlocks, rewriteOneLine } from './insert';
import { attributeAround, commentsIn, endOfLine, isBlank, isOneLine, lineEnd, lineStart, nextLine } from './layout';
import { type Content, renderContent } from './render';
import { replaceExpression } from './replace';
import { eol } from './text';
import type { TextEdit } from './text-edit';

export { setObjectEntries, setObjectEntry } from './edit-object';
export type { Content } from './render';
export { replaceExpression } from './replace';
export type { TextEdit } from './text-edit';

/**
 * What to do in one block, or at the top level. `value` is the text of an expression as `terraform fmt` would write it
 * outside of everything: further lines are indented here.
 */
export type Operation =
  | { readonly type: 'set'; readonly name: string; readonly value: string }
  | { readonly type: 'add'; readonly kind: string; readonly content: Content }
  | { readonly type: 'remove'; readonly name: string };

/** A block, or the top level of the file. */
export type Container = Block | 'file';

/**
 * Plans all operations on one container. Edits for different containers of a file may be combined by concatenation;
 * several operations on the same container belong into one call, as new lines of a block have to know each other:
 * where `{}` is to be opened, what follows what, where a blank line goes. Attributes and blocks are added in the order
 * of the operations, attributes before blocks; the last
 * of two values for one attribute counts, and a removal more than that. Empty when the file already reads as wanted.
 */
export function edit(file: File, container: Container, operations: readonly Operation[]): TextEdit[] {
  const body = container === 'file' ? file.body : container.body;
  const replacements = new Map<Attribute, TextEdit[]>();
  const removed = new Set<Attribute>();
  const lines = new Map<string, string>();
  const blocks: { name: string; value: Content }[] = [];
  for (const operation of operations) {
    if (operation.type === 'add') {
      blocks.push({ name: operation.kind, value: operation.content });
      continue;
    }
    const attribute = findAttribute(body, operation.name);
    if (operation.type === 'remove') {
      if (attribute !== undefined) removed.add(attribute);
    } else if (attribute === undefined) {
      lines.set(operation.name, operation.value);
    } else {
      replacements.set(attribute, replaceExpression(file, attribute.value, operation.value));
    }
  }
  const replaced = [...replacements].flatMap(([attribute, edits]) => (removed.has(attribute) ? [] : edits));
  const attributes = [...lines].map(([name, value]) => ({ name, value }));
  if (container !== 'file' && isOneLine(file, container)) {
    if (attributes.length + blocks.length + removed.size === 0) return replaced;
    const [gone] = removed;
    return rewriteOneLine(file, container, replaced, gone, [...attributes, ...blocks]);
  }
  const removals = [...removed].map((attribute) => removal(file, attribute, blocks.length === 0));
  const added: TextEdit[] = [];
  if (attributes.length > 0) added.push(insertAttributes(file, container, attributes, removed));
  if (blocks.length > 0) added.push(insertBlocks(file, container, blocks, added[0]));
  return [...replaced, ...joinRemovals(removals), ...added];
}

/** Sets an attribute of a block, or of the file: replaces its value, or adds a line. Empty if the text is the same. */
export function setAttribute(file: File, container: Container, name: string, value: string): TextEdit[] {
  return edit(file, container, [{ type: 'set', name, value }]);
}

/** Adds a nested block at the end of a block. */
export function addBlock(file: File, container: Block, kind: string, content: Content): TextEdit[] {
  return edit(file, container, [{ type: 'add', kind, content }]);
}

/** A block at the top level, with its labels unquoted. */
export interface TopLevelBlock {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly content: Content;
}

/**
 * Adds top-level blocks in the order given, with a blank line between: behind `after`, or at the end of the file. Several
 * at one place belong into one call.
 */
export function addTopLevelBlocks(file: File, after: Block | undefined, blocks: readonly TopLevelBlock[]): TextEdit[] {
  if (blocks.length === 0) return [];
  const { text } = file;
  const lineEnding = eol(text);
  const content = blocks.map(({ kind, labels, content }) => ({
    name: [kind, ...labels.map((label) => JSON.stringify(label))].join(' '),
    value: content,
  }));
  const lines = renderContent(content, { indent: '', unit: '  ', lineEnding });
  const at = after === undefined ? text.length : endOfLine(file, after.end);
  if (!text.includes('\n', at)) return [atEnd(text, lines, lineEnding)];
  return [{ start: at, end: at, text: lineEnding + lineEnding + lines }];
}

function findAttribute(body: Body, name: string): Attribute | undefined {
  return body.items.find((item): item is Attribute => item.type === 'attribute' && item.name === name);
}

/** Removes an attribute: the whole line with its trailing comment when nothing else stands there. */
export function removeAttribute(file: File, attribute: Attribute): TextEdit[] {
  return edit(file, attributeAround(file, attribute).container, [{ type: 'remove', name: attribute.name }]);
}

/** `tidy`: also remove one of the two blank lines that would otherwise meet, or stand next to a brace. */
function removal(file: File, attribute: Attribute, tidy: boolean): TextEdit {
  const { text } = file;
  let { end } = attribute;
  for (const comment of commentsIn(file, end, lineEnd(text, end))) end = comment.end;
  const start = lineStart(text, attribute.start);
  if (!isBlank(text, start, attribute.start) || !isBlank(text, end, lineEnd(text, end))) {
    const blanks = /^[ \t]*/.exec(text.slice(attribute.end, lineEnd(text, attribute.end)))![0];
    return { start: attribute.start, end: attribute.end + blanks.length, text: '' };
  }
  const next = nextLine(text, end);
  if (!tidy) return { start, end: next, text: '' };
  const before = text.slice(lineStart(text, start - 1), start).trim();
  const after = text.slice(next, lineEnd(text, next)).trim();
  if (after === '' && next < text.length && (before === '' || before.endsWith('{'))) {
    return { start, end: nextLine(text, next), text: '' };
  }
  if (before === '' && start > 0 && (after === '}' || next >= text.length)) {
    return { start: lineStart(text, start - 1), end: next, text: '' };
  }
  return { start, end: next, text: '' };
}

/** Neighbours may both have taken the blank line between them. */
function joinRemovals(removals: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const next of [...removals].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || next.start >= last.end) joined.push(next);
    else joined[joined.length - 1] = { ...last, end: Math.max(last.end, next.end) };
  }
  return joined;
}
