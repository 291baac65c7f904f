import type { Attribute, Block, Body, File } from './ast';
import {
  childIndent,
  endOfLine,
  indentAt,
  indentUnit,
  isBlank,
  lineEnd,
  lineStart,
  nextLine,
  placed,
  spansLines,
} from './layout';
import { type Content, renderContent, type Style } from './render';
import { eol } from './text';
import { apply, type TextEdit } from './text-edit';

type NewAttributes = readonly { readonly name: string; readonly value: string }[];
type NewBlocks = readonly { readonly name: string; readonly value: Content }[];

// Arguments that do not say what the resource is like; by convention they come first or last.
const LEADING_ARGUMENTS = new Set(['count', 'for_each', 'provider', 'source', 'version']);
const TRAILING_ARGUMENTS = new Set(['tags', 'depends_on', 'lifecycle']);

/**
 * New attributes behind the last ordinary one before the first nested block; the attributes in `removed` are no
 * neighbours. A block must not be written on one line.
 */
export function insertAttributes(
  file: File,
  container: Block | 'file',
  attributes: NewAttributes,
  removed: ReadonlySet<Attribute>,
): TextEdit {
  const { text } = file;
  const style = styleOf(file, container);
  const { lineEnding } = style;
  const lines = renderContent(attributes, style);
  const leading = leadingAttributes(container === 'file' ? file.body : container.body, removed);
  const neighbour = neighbourOf(text, container === 'file' ? leading : leading.filter(({ name }) => !isMeta(name)));
  if (neighbour !== undefined) return lineAfter(file, neighbour.end, lineEnding + lines, lineEnding);
  if (container === 'file') return atEnd(text, lines, lineEnding);
  const meta = leading.filter(({ name }) => LEADING_ARGUMENTS.has(name)).at(-1);
  if (meta !== undefined) return lineAfter(file, meta.end, lineEnding + lineEnding + lines, lineEnding);
  const next = nextLine(text, endOfLine(file, container.open));
  const spaced = container.body.items.length === 0 || isBlank(text, next, lineEnd(text, next));
  return lineAfter(file, container.open, lineEnding + lines + (spaced ? '' : lineEnding), lineEnding);
}

/** New nested blocks in front of the closing brace, or blocks at the end of the file; `attributes` are inserted as well. */
export function insertBlocks(
  file: File,
  container: Block | 'file',
  blocks: NewBlocks,
  attributes: TextEdit | undefined,
): TextEdit {
  const { text } = file;
  const style = styleOf(file, container);
  const { lineEnding } = style;
  const lines = renderContent(blocks, style);
  if (container === 'file') {
    const end = atEnd(text, lines, lineEnding);
    return attributes?.start === end.start ? { ...end, text: lineEnding + lines + lineEnding } : end;
  }
  const { close } = container;
  const braceLine = lineStart(text, close);
  if (!isBlank(text, braceLine, close)) {
    const start = braceLine + text.slice(braceLine, close).trimEnd().length;
    const end = lineEnding + indentAt(text, container.start);
    return { start, end: close, text: lineEnding + lines + end };
  }
  const before = lineStart(text, braceLine - 1);
  const first = attributes === undefined && before <= container.open && endOfLine(file, container.open) < braceLine;
  const spaced = first || isBlank(text, before, braceLine);
  return { start: braceLine, end: braceLine, text: (spaced ? '' : lineEnding) + lines + lineEnding };
}

/**
 * Opens a block written on one line, with the changes to what it holds. `edits` replace text inside it; `removed` is
 * its attribute when that has to go.
 */
export function rewriteOneLine(
  file: File,
  block: Block,
  edits: readonly TextEdit[],
  removed: Attribute | undefined,
  content: Content,
): TextEdit[] {
  const { text } = file;
  const start = block.open + 1;
  // Comments that move out of a replaced value stand above the block.
  const above = edits.filter((edit) => edit.start < start);
  const inside =
    removed === undefined
      ? edits.filter((edit) => edit.start >= start)
      : [{ start: removed.start, end: removed.end, text: '' }];
  const moved = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const kept = apply(text.slice(start, block.close), moved).trim();
  const rewritten = (inner: string): TextEdit[] => [...above, { start, end: block.close, text: inner }];
  if (content.length === 0) return rewritten(kept === '' ? '' : ` ${kept} `);
  const style = styleOf(file, block);
  const { lineEnding, indent, unit } = style;
  const gap = typeof content[0]!.value === 'string' || kept === '' ? lineEnding : lineEnding + lineEnding;
  const first = kept === '' ? lineEnding : lineEnding + indent + placed(kept, unit, lineEnding) + gap;
  return rewritten(first + renderContent(content, style) + lineEnding + indentAt(text, block.start));
}

/** New lines at the end of a file, with a blank line before them. */
export function atEnd(text: string, lines: string, lineEnding: string): TextEdit {
  const empty = text === '' || text === '\ufeff';
  const last = lineStart(text, text.length - 1);
  const spaced = empty || (text.endsWith('\n') && isBlank(text, last, text.length));
  const newline = empty || text.endsWith('\n') ? '' : lineEnding;
  return { start: text.length, end: text.length, text: newline + (spaced ? '' : lineEnding) + lines + lineEnding };
}

function styleOf(file: File, container: Block | 'file'): Style {
  const lineEnding = eol(file.text);
  if (container === 'file') return { indent: '', unit: '  ', lineEnding };
  const indent = childIndent(file.text, container);
  return { indent, unit: indentUnit(indent), lineEnding };
}

function leadingAttributes(body: Body, removed: ReadonlySet<Attribute>): Attribute[] {
  const found: Attribute[] = [];
  for (const item of body.items) {
    if (item.type === 'block') break;
    if (!removed.has(item)) found.push(item);
  }
  return found;
}

function isMeta(name: string): boolean {
  return LEADING_ARGUMENTS.has(name) || TRAILING_ARGUMENTS.has(name);
}

/** The last attribute; a value of one line is preferred, as a new line then stands among its like. */
function neighbourOf(text: string, attributes: readonly Attribute[]): Attribute | undefined {
  return attributes.filter(({ start, end }) => !spansLines(text, start, end)).at(-1) ?? attributes.at(-1);
}

/** Text on the lines behind the one that holds `offset`. */
function lineAfter(file: File, offset: number, text: string, lineEnding: string): TextEdit {
  const at = endOfLine(file, offset);
  return { start: at, end: at, text: file.text.includes('\n', at) ? text : text + lineEnding };
}
