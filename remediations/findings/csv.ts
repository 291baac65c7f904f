import type { Draft } from './draft';
import { printable } from './json';

/** A table in a text: its header, and where the rows begin. */
export interface Table {
  /** The columns as they are written. */
  readonly columns: readonly string[];
  readonly text: string;
  readonly delimiter: string;
  readonly start: number;
}

/** What stands in a row under the first of these columns that has something. Letters and digits of a name count. */
export type Cell = (...columns: readonly string[]) => string | undefined;

const DELIMITERS = [',', ';', '\t', '|'];
/** `sep=;` by which Excel is told the delimiter, `#TYPE …` by which PowerShell starts. */
const preamble = /^(?:\s*\n|sep=.\r?\n|#TYPE[^\n]*\n)*/i;
/** A header is no longer than this; where a quote stays open, the search for its end stops here. */
const longestHeader = 100_000;

/** The table that a text holds, in RFC 4180 with any of the usual delimiters; undefined where its first line is no header. */
export function tableOf(text: string | undefined): Table | undefined {
  if (text === undefined) return undefined;
  const from = preamble.exec(text.slice(0, longestHeader))?.[0].length ?? 0;
  const head = text.slice(from, from + longestHeader);
  const headers = DELIMITERS.map((delimiter) => ({ delimiter, header: new Records(head, delimiter, 0).next() }));
  const [{ delimiter, header }] = headers.sort((a, b) => cellsOf(b.header) - cellsOf(a.header));
  if (!header || header.isOpen || header.cells.length < 2) return undefined;
  return { columns: header.cells.map((cell) => printable(cell)), text, delimiter, start: from + header.end };
}

const cellsOf = (header: Entry | undefined): number => header?.cells.length ?? 0;

/** By what columns are told apart: `Resource external ID` is `resourceexternalid`. */
export const columnKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a table has all these columns; names are keys. */
export function hasColumns(table: Table | undefined, ...names: readonly string[]): table is Table {
  if (!table) return false;
  const columns = new Set(table.columns.map(columnKey));
  return names.every((name) => columns.has(name));
}

/**
 * Hands over the rows one by one. A row with more or fewer cells than the header is shifted or cut off somewhere, and one
 * whose quote is not closed has swallowed what followed: nothing is read off them. Empty cells too many are harmless.
 */
export function readRows({ columns, text, delimiter, start }: Table, draft: Draft, each: (cell: Cell) => void): void {
  const places = new Map([...columns].map((name, index) => [columnKey(name), index] as const).reverse());
  const records = new Records(text, delimiter, start);
  let row = 1;
  let isOddTold = false;
  for (let entry = records.next(); entry; entry = records.next()) {
    row++;
    const { cells, isOpen } = entry;
    if (!isOpen && cells.length === 1 && cells[0] === '') continue;
    if (isOpen) draft.note(`Row ${row} opens a quote and never closes it: nothing behind it was read.`);
    else if (cells.length < columns.length || cells.slice(columns.length).some((cell) => cell !== '')) {
      if (!isOddTold)
        draft.note(`Rows with more or fewer cells than the header are not read: row ${row} is the first.`);
      isOddTold = true;
    } else {
      each((...names) => {
        for (const name of names) {
          const cell = cells[places.get(name) ?? cells.length];
          const shown = cell ? printable(cell) : '';
          if (shown) return detached(shown);
        }
        return undefined;
      });
      continue;
    }
    draft.ignore('unreadable');
  }
}

/** A part of a string holds on to the whole of it; what is kept of a row must not keep the report. */
const detached = (cell: string): string => (cell.length < 13 ? cell : Buffer.from(cell).toString());

interface Entry {
  readonly cells: readonly string[];
  /** A quote was opened and not closed. */
  readonly isOpen: boolean;
  /** Where the next one begins. */
  readonly end: number;
}

/** The records of a table, in one pass. */
class Records {
  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    private at: number,
  ) {}

  next(): Entry | undefined {
    const { text, delimiter } = this;
    if (this.at >= text.length) return undefined;
    const cells: string[] = [];
    let isOpen = false;
    for (;;) {
      if (text[this.at] === '"') isOpen = this.quoted(cells);
      else cells.push(this.plain());
      if (text[this.at] !== delimiter) break;
      this.at++;
    }
    if (text[this.at] === '\r') this.at++;
    if (text[this.at] === '\n') this.at++;
    return { cells, isOpen, end: this.at };
  }

  /** Up to the delimiter or the end of the line. */
  private plain(): string {
    const { text, delimiter, at: start } = this;
    let end = start;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
    this.at = end;
    return text.slice(start, end);
  }

  /** Up to the quote that closes it; two quotes are one. Returns whether it stays open. */
  private quoted(cells: string[]): boolean {
    const { text } = this;
    let value = '';
    let start = this.at + 1;
    for (;;) {
      const end = text.indexOf('"', start);
      if (end < 0) {
        this.at = text.length;
        cells.push(value);
        return true;
      }
      value += text.slice(start, end);
      if (text[end + 1] !== '"') {
        this.at = end + 1;
        // What follows the closing quote belongs to no cell by the rules; programs that write it mean it as a part.
        cells.push(value + this.plain());
        return false;
      }
      value += '"';
      start = end + 2;
    }
  }
}
