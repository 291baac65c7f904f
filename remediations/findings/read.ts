import { visit } from 'jsonc-parser';
import { UserError } from '../errors';
import { position } from '../hcl/text';
import { decode, fromDocument } from './decode';
import { Draft } from './draft';
import type { Report } from './finding';
import type { Document, Format } from './format';
import { formatNames, formats } from './formats';
import { printable } from './json';
import { parseLarge } from './large-json';
import { recogniseJson, recogniseText } from './recognise';

/** Bytes from which on a report is parsed piece by piece. */
const LARGE = 16 * 1024 * 1024;

/**
 * Reads a report, told apart by its shape and not by its name.
 *
 * @param bytes The file: UTF-8 or UTF-16, with or without byte order mark, colours and lines before the document.
 * @param source Name of the file, for messages and for `Report.source`.
 * @param format Name of the only format to accept; any of `formats` when not given.
 * @throws {UserError} The file is empty, no JSON, of no format that is read or not of the one asked for.
 */
export function readReport(bytes: Uint8Array, source: string, format?: string): Report {
  const name = printable(source);
  const accepted = formats.filter((each) => format === undefined || each.name === format);
  if (accepted.length === 0)
    throw new UserError(`There is no report format '${printable(format ?? '')}'.`, `Formats: ${formatNames}.`);

  const large = bytes.length > LARGE ? parseLarge(bytes) : undefined;
  const document: Document = large ?? parse(decode(bytes), name);
  const found =
    accepted.find(({ recognises }) => recognises(document)) ?? (isEmpty(document) ? asked(format) : undefined);
  if (found) {
    const draft = new Draft(name, found.name);
    found.read(document, draft);
    return draft.report();
  }
  if (document.text !== undefined) throw noJson(document.text, name);
  throw format === undefined ? unknownFormat(document, name) : otherFormat(document, name, format);
}

function parse(text: string, name: string): Document {
  if (text.trim() === '') {
    throw new UserError(`${name} is empty.`, 'Look whether the scanner wrote it elsewhere, or stopped with an error.');
  }
  const whole = parsed(text);
  if (whole) return whole;
  const document = fromDocument(text);
  return (document !== text && parsed(document)) || { text: document };
}

function parsed(text: string): Document | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** A list without elements shows no format; it is a report without findings of the one that was asked for. */
const isEmpty = ({ json }: Document): boolean => Array.isArray(json) && json.length === 0;

const asked = (format: string | undefined): Format | undefined => formats.find(({ name }) => name === format);

function noJson(text: string, name: string): UserError {
  const known = recogniseText(text);
  if (known) return new UserError(`${name} is no report in JSON: it is ${known.what}.`, known.advice);
  return new UserError(
    `${name} is not JSON${failure(text)}.`,
    `A report is in one of these formats: ${formatNames}. Was it cut off, or written together with other output?`,
  );
}

/** Where a text stops being JSON, as `: line 3, column 5`; nothing when that cannot be told. */
function failure(text: string): string {
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
