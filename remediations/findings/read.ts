import { visit } from 'jsonc-parser';
import { UserError } from '../errors';
import { position } from '../hcl/text';
import type { ColumnMap } from './columns';
import { columnKey, hasColumns, tableOf } from './csv';
import { csvColumns } from './csv-columns';
import { decode, fromDocument } from './decode';
import { documentOf } from './documents';
import { Draft } from './draft';
import type { Report } from './finding';
import type { Document, Format } from './format';
import { formatNames, formats } from './formats';
import { printable } from './json';
import { LARGE, parseLarge, UNREAD } from './large-json';
import { type Recognised, recogniseJson, recogniseText } from './recognise';

/** What is known of a report beside its bytes. */
export interface ReadOptions {
  /** Name of the folder that it lies in: the name of the policy, for one tool. */
  readonly folder?: string;
  /** What the columns of a table hold; goes before every other reading of it. */
  readonly columns?: ColumnMap;
}

/**
 * Reads a report, told apart by its shape and not by its name.
 *
 * @param bytes The file: UTF-8 or UTF-16, with or without byte order mark, colours and lines before the document.
 * @param source Name of the file, for messages and for `Report.source`.
 * @param format Name of the only format to accept; any of `formats` when not given.
 * @throws {UserError} The file is empty, of no format that is read or not of the one asked for.
 */
export function readReport(bytes: Uint8Array, source: string, format?: string, options: ReadOptions = {}): Report {
  const name = printable(source);
  const accepted = formats.filter((each) => format === undefined || each.name === format);
  if (accepted.length === 0)
    throw new UserError(`There is no report format '${printable(format ?? '')}'.`, `Formats: ${formatNames}.`);

  const large = bytes.length > LARGE ? parseLarge(bytes, UNREAD) : undefined;
  const document: Document = { ...(large ?? parse(decode(bytes), name)), ...options };
  const isNamed = options.columns !== undefined && accepted.includes(csvColumns) && csvColumns.recognises(document);
  const found = isNamed
    ? csvColumns
    : (accepted.find(({ recognises }) => recognises(document)) ?? (isEmpty(document) ? asked(format) : undefined));
  if (found) {
    const draft = new Draft(name, found.name);
    found.read(document, draft);
    return draft.report();
  }
  if (document.text !== undefined) throw noJson(document.text, name, options.columns);
  throw format === undefined ? unknownFormat(document, name) : otherFormat(document, name, format);
}

function parse(text: string, name: string): Document {
  if (text.trim() === '')
    throw new UserError(`${name} is empty.`, 'Look whether the scanner wrote it elsewhere, or stopped with an error.');
  return documentOf(text);
}

/** A list without elements shows no format; it is a report without findings of the one that was asked for. */
const isEmpty = ({ json }: Document): boolean => Array.isArray(json) && json.length === 0;

const asked = (format: string | undefined): Format | undefined => formats.find(({ name }) => name === format);

function noJson(text: string, name: string, columns: ColumnMap | undefined): UserError {
  const known = (columns && otherColumns(text, columns)) ?? recogniseText(text);
  if (known) return new UserError(`${name} is no report: it is ${known.what}.`, known.advice);
  return new UserError(
    `${name} is not JSON${failure(text)}.`,
    `A report is in one of these formats: ${formatNames}. Was it cut off, or written together with other output?`,
  );
}

/** A table that lacks columns which the user named. */
function otherColumns(text: string, columns: ColumnMap): Recognised | undefined {
  const table = tableOf(text);
  if (!table) return undefined;
  const missing = [...columns.values()].filter((column) => !hasColumns(table, columnKey(column)));
  return {
    what: `a table without ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.map(printable).join(', ')}`,
    advice: `It has ${table.columns.join(', ')}.`,
  };
}

/** Where a text stops being JSON, as `: line 3, column 5`; nothing when that cannot be told. */
function failure(whole: string): string {
  const text = fromDocument(whole);
  let first: number | undefined;
  try {
    const onError = (_: unknown, offset: number) => {
      first ??= offset;
    };
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // Nested too deep for the parser that knows positions.
  }
  if (first === undefined) return '';
  const { line, column } = position(text, first);
  return `: line ${line}, column ${column}`;
}

function unknownFormat({ json }: Document, name: string): UserError {
  const known = recogniseJson(json);
  if (known) return new UserError(`${name} is ${known.what}, which is not read.`, known.advice);
  return new UserError(
    `${name} is JSON, but no report of a known format.`,
    `Formats: ${formatNames}. Where the format is one of them, say which: --format <name>.`,
  );
}

function otherFormat(document: Document, name: string, format: string): UserError {
  const fitting = formats.find(({ recognises }) => recognises(document));
  if (fitting)
    return new UserError(
      `${name} is no ${format} report, but of format ${fitting.name}.`,
      `Leave --format out, or say --format ${fitting.name}.`,
    );
  const known = recogniseJson(document.json);
  return new UserError(
    `${name} is no ${format} report${known ? `: it is ${known.what}` : ''}.`,
    known?.advice ?? `Formats: ${formatNames}.`,
  );
}
