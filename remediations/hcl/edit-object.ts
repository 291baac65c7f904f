import type { Expression, File, ObjectExpression, ObjectItem } from './ast';
import { commentsIn, endOfLine, indentAt, indentUnit, placed } from './layout';
import { replaceExpression } from './replace';
import { eol } from './text';
import type { TextEdit } from './text-edit';

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

/**
 * Sets one entry of a map: replaces its value, or adds it at the end. Empty if the text is the same. Several new
 * entries of one map belong into one call of `setObjectEntries`.
 */
export function setObjectEntry(file: File, object: ObjectExpression, key: string, value: string): TextEdit[] {
  return setObjectEntries(file, object, [[key, value]]);
}

/** Sets entries of a map, given as key and text of the value. New ones are added at the end in the order given. */
export function setObjectEntries(
  file: File,
  object: ObjectExpression,
  entries: readonly (readonly [key: string, value: string])[],
): TextEdit[] {
  const edits: TextEdit[] = [];
  const added: [string, string][] = [];
  for (const [key, value] of entries) {
    // Of two entries with the same key HCL takes the last.
    const item = object.items.filter((candidate) => keyOf(candidate.key) === key).at(-1);
    if (item === undefined) added.push([key, value]);
    else edits.push(...replaceExpression(file, item.value, value));
  }
  if (added.length > 0) edits.push(insertEntries(file, object, added));
  return edits;
}

/** The key as it is written, when it needs no evaluation. */
function keyOf(key: Expression): string | undefined {
  if (key.type === 'variable') return key.name;
  if (key.type === 'text') return key.value;
  return key.type === 'literal' ? String(key.value) : undefined;
}

function insertEntries(file: File, object: ObjectExpression, entries: readonly [string, string][]): TextEdit {
  const { text } = file;
  const lineEnding = eol(text);
  const last = object.items.at(-1);
  const quote = last?.key.type === 'text';
  const entry = (indent: string) => (pair: readonly [string, string]) =>
    `${keyText(pair[0], quote)} ${last !== undefined && text[last.separator] === ':' ? ':' : '='} ${placed(pair[1], indent, lineEnding)}`;
  const close = object.end - 1;
  const from = last?.value.end ?? object.start + 1;
  const tail = tailOf(file, from, close);
  if (!tail.multiline) {
    const base = indentAt(text, object.start);
    const list = entries.map(entry(base)).join(', ');
    if (last === undefined && tail.text === '') return { start: from, end: close, text: ` ${list} ` };
    if (last === undefined) return { start: close, end: close, text: `${text[close - 1] === ' ' ? '' : ' '}${list} ` };
    const at = tail.comma ?? from;
    return { start: at, end: at, text: tail.comma === undefined ? `, ${list}` : ` ${list}` };
  }
  const base = indentAt(text, object.start);
  const indent =
    last === undefined || !startsLine(text, last) ? base + indentUnit(base) : indentAt(text, last.key.start);
  // A newline separates entries as well as a comma does, so only a trailing comma asks for another one.
  const comma = tail.comma === undefined ? '' : ',';
  const at = endOfLine(file, tail.comma ?? from);
  return {
    start: at,
    end: at,
    text: entries.map((pair) => lineEnding + indent + entry(indent)(pair) + comma).join(''),
  };
}

function startsLine(text: string, item: ObjectItem): boolean {
  return text
    .slice(0, item.key.start)
    .replace(/[ \t]+$/, '')
    .endsWith('\n');
}

/** What stands between the last entry and the brace: the end of its comma, whether a newline follows. */
function tailOf(file: File, from: number, close: number): { text: string; comma?: number; multiline: boolean } {
  const { text } = file;
  let bare = '';
  let at = from;
  let multiline = false;
  let comma: number | undefined;
  for (const comment of [...commentsIn(file, from, close), { start: close, end: close, line: false }]) {
    const gap = text.slice(at, comment.start);
    if (gap.includes(',')) comma ??= at + gap.indexOf(',') + 1;
    multiline ||= comment.line || gap.includes('\n');
    bare += gap + text.slice(comment.start, comment.end);
    at = comment.end;
  }
  return { text: bare.trim(), multiline, ...(comma !== undefined && { comma }) };
}

function keyText(key: string, quote: boolean): string {
  if (!quote && IDENTIFIER.test(key) && key !== 'for') return key;
  const escaped = key.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
  return `"${escaped.replace(/[$%](?=\{)/g, '$&$&')}"`;
}
