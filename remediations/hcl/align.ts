import type { Attribute, Block, Expression, File, Node } from './ast';
import { firstAfter, isBlank, lineEnd, lineStart, nextLine, spansLines, width } from './layout';
import { parse } from './parse';
import { apply, ordered, type TextEdit } from './text-edit';
import { children } from './walk';

/** A line as `terraform fmt` sees it: what a heredoc or a block comment spans belongs to the line it starts on. */
interface Line {
  readonly start: number;
  readonly end: number;
}

/** Lines without a blank one between them. */
interface Paragraph extends Line {
  readonly lines: readonly Line[];
}

interface Assignment {
  /** Offset of the `=`. */
  readonly eq: number;
  /** False for a value that goes on below: it has one blank before its `=` and interrupts the column. */
  readonly inColumn: boolean;
}

/** What is put in columns, by the offset of the line start. */
interface Cells {
  readonly assignments: ReadonlyMap<number, Assignment>;
  /** Offset of the comment behind something. */
  readonly comments: ReadonlyMap<number, number>;
}

/**
 * Applies edits to the text of a file and brings the `=` and the trailing comments around them in line again, but only
 * in paragraphs that were in line before. All other bytes stay. Throws if edits overlap or the result is not HCL.
 */
export function commit(file: File, edits: readonly TextEdit[]): File {
  if (edits.length === 0) return file;
  const sorted = ordered(edits);
  const edited = parsed(apply(file.text, sorted));
  const { text } = edited;
  const before = layout(file);
  const after = layout(edited);
  const fixes: TextEdit[] = [];
  const done = new Set<Paragraph>();
  let shift = 0;
  for (const edit of sorted) {
    const start = edit.start + shift;
    const end = start + edit.text.length;
    shift += edit.text.length - (edit.end - edit.start);
    if (!touched(file.text, before.paragraphs, edit.start, edit.end).every(before.inLine)) continue;
    for (const paragraph of touched(text, after.paragraphs, start, end)) {
      if (!done.has(paragraph)) fixes.push(...after.alignment(paragraph));
      done.add(paragraph);
    }
  }
  return fixes.length ? parsed(apply(text, fixes)) : edited;
}

function parsed(text: string): File {
  const result = parse(text);
  if (result.ok) return result.file;
  const { message, line, column } = result.error;
  throw new Error(`the edited text is not valid: ${message} (line ${line}, column ${column})`);
}

function layout(file: File) {
  const { text } = file;
  const known = new Map<Paragraph, boolean>();
  const alignment = (paragraph: Paragraph) => align(text, cellsOf(file, paragraph), paragraph.lines);
  const inLine = (paragraph: Paragraph) => {
    const result = known.get(paragraph) ?? alignment(paragraph).length === 0;
    known.set(paragraph, result);
    return result;
  };
  return { paragraphs: paragraphsOf(text, opaqueRanges(file)), alignment, inLine };
}

/** The paragraphs a change reaches. One at the start of a line makes new neighbours for the line above. */
function touched(text: string, paragraphs: readonly Paragraph[], from: number, end: number): Paragraph[] {
  const found: Paragraph[] = [];
  const start = lineStart(text, from) === from ? lineEnd(text, lineStart(text, from - 1)) : from;
  for (let at = Math.max(0, firstAfter(paragraphs, start) - 1); at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]!;
    if (paragraph.start > end) break;
    if (paragraph.end >= start) found.push(paragraph);
  }
  return found;
}

/** Heredocs and block comments of several lines, in the order of the text. */
function opaqueRanges(file: File): Line[] {
  const found: Line[] = file.comments.filter(({ line, start, end }) => !line && spansLines(file.text, start, end));
  if (!file.text.includes('<<')) return found;
  const pending: Expression[] = [];
  eachAttribute(file.body, file.body.items, (attribute) => pending.push(attribute.value));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!spansLines(file.text, next.start, next.end)) continue;
    if (next.type === 'heredoc') found.push(next);
    else pending.push(...children(next));
  }
  return found.sort((a, b) => a.start - b.start);
}

function paragraphsOf(text: string, opaque: readonly Line[]): Paragraph[] {
  const paragraphs: { start: number; end: number; lines: Line[] }[] = [];
  let current: (typeof paragraphs)[number] | undefined;
  let range = 0;
  for (let start = lineStart(text, 0); start < text.length; ) {
    let end = lineEnd(text, start);
    for (; range < opaque.length && opaque[range]!.start <= end; range++) {
      if (opaque[range]!.end > end) end = lineEnd(text, opaque[range]!.end);
    }
    if (isBlank(text, start, end)) {
      current = undefined;
    } else if (current === undefined) {
      current = { start, end, lines: [{ start, end }] };
      paragraphs.push(current);
    } else {
      current.lines.push({ start, end });
      current.end = end;
    }
    start = nextLine(text, end);
  }
  return paragraphs;
}

/** The cells of one paragraph: what lies beside it is not looked at. */
function cellsOf(file: File, paragraph: Paragraph): Cells {
  const { text } = file;
  const assignments = new Map<number, Assignment>();
  const comments = new Map<number, number>();
  /** `close` is the end of what surrounds the item: a brace on the same line leaves no column. */
  const add = (separator: number, start: number, value: Expression, close: number) => {
    const line = lineStart(text, separator);
    if (!isBlank(text, line, start) || assignments.has(line)) return;
    const end = lineEnd(text, separator);
    const inColumn = (value.end <= end || value.type === 'heredoc') && close > end;
    assignments.set(line, { eq: separator, inColumn });
  };
  const pending: Expression[] = [];
  eachAttribute(paragraph, file.body.items, (attribute) => {
    add(attribute.eq, attribute.start, attribute.value, Number.POSITIVE_INFINITY);
    pending.push(attribute.value);
  });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    // Entries on one line have no column.
    if (!overlap(paragraph, next) || !spansLines(text, next.start, next.end)) continue;
    if (next.type === 'object') {
      for (const { key, separator, value } of next.items) {
        if (text[separator] === '=') add(separator, key.start, value, next.end);
      }
    }
    pending.push(...children(next));
  }
  // To terraform fmt a block comment is part of what it stands behind.
  for (const comment of file.comments) {
    if (!comment.line || !overlap(paragraph, comment)) continue;
    const start = lineStart(text, comment.start);
    if (!isBlank(text, start, comment.start)) comments.set(start, comment.start);
  }
  return { assignments, comments };
}

const overlap = (a: Node, b: Node): boolean => a.start <= b.end && b.start <= a.end;

function eachAttribute(
  within: Node,
  items: readonly (Attribute | Block)[],
  visitor: (attribute: Attribute) => void,
): void {
  for (const item of items) {
    if (!overlap(within, item)) continue;
    if (item.type === 'attribute') visitor(item);
    else eachAttribute(within, item.body.items, visitor);
  }
}

interface Row {
  readonly start: number;
  /** What stands before the `=`, or before the comment on a line without one. */
  readonly lead: string;
  /** From the `=` on, without the comment. */
  readonly assignment: string;
  readonly eq: number | undefined;
  readonly inColumn: boolean;
  readonly comment: number | undefined;
  readonly commentGapStart: number;
}

/** The edits that put the `=` and the trailing comments of consecutive lines in one column each. */
function align(text: string, cells: Cells, lines: readonly Line[]): TextEdit[] {
  const rows = lines.map((line) => rowOf(text, cells, line));
  const edits: TextEdit[] = [];
  const put = (start: number, end: number, blanks: number) => {
    const gap = ' '.repeat(blanks);
    if (text.slice(start, end) !== gap) edits.push({ start, end, text: gap });
  };
  const eqBlanks = new Map<Row, number>();
  for (const row of rows.filter(({ eq, inColumn }) => eq !== undefined && !inColumn)) {
    eqBlanks.set(row, 1);
    put(row.start + row.lead.length, row.eq!, 1);
  }
  for (const run of runs(rows, ({ inColumn }) => inColumn)) {
    const widest = run.reduce((most, { lead }) => Math.max(most, width(lead)), 0);
    for (const row of run) {
      eqBlanks.set(row, widest - width(row.lead) + 1);
      put(row.start + row.lead.length, row.eq!, eqBlanks.get(row)!);
    }
  }
  const columns = (row: Row) => width(row.lead) + (eqBlanks.get(row) ?? 0) + width(row.assignment);
  for (const run of runs(rows, ({ comment }) => comment !== undefined)) {
    const widest = run.reduce((most, row) => Math.max(most, columns(row)), 0);
    for (const row of run) put(row.commentGapStart, row.comment!, widest - columns(row) + 1);
  }
  return edits;
}

function rowOf(text: string, { assignments, comments }: Cells, { start, end }: Line): Row {
  const { eq, inColumn = false } = assignments.get(start) ?? {};
  const comment = comments.get(start);
  const until = comment ?? end;
  const lead = text.slice(start, eq ?? until).trimEnd();
  const assignment = eq === undefined ? '' : text.slice(eq, until).trimEnd();
  const commentGapStart = start + text.slice(start, until).trimEnd().length;
  return { start, lead, assignment, eq, inColumn, comment, commentGapStart };
}

function* runs(rows: readonly Row[], belongs: (row: Row) => boolean): Generator<Row[]> {
  let run: Row[] = [];
  for (const row of rows) {
    if (belongs(row)) {
      run.push(row);
    } else {
      if (run.length > 0) yield run;
      run = [];
    }
  }
  if (run.length > 0) yield run;
}
