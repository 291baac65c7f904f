import { visit } from 'jsonc-parser';
import { UserError } from '../errors';
import { position } from '../hcl/text';
import { readCheckov, readCheckovBaseline } from './checkov';
import { decode, fromDocument } from './decode';
import type { Report } from './finding';
import { printable } from './json';
import { recogniseJson, recogniseText } from './recognise';
import { readSarif } from './sarif';

/** One kind of report. A new one is a reader in a file of its own and a row in `formats`. */
export interface Format {
  /** What `--format` calls it. */
  readonly name: string;
  readonly title: string;
  /** The report in a JSON document; undefined when the document is of another format. Never throws. */
  readonly read: (json: unknown, source: string) => Report | undefined;
}

/** The formats that are read, in the order in which they are tried. */
export const formats: readonly Format[] = [
  { name: 'sarif', title: 'SARIF 2.1.0 (Trivy, KICS, terrascan, Snyk, … with their SARIF option)', read: readSarif },
  { name: 'checkov', title: 'Checkov JSON (`checkov -o json`)', read: readCheckov },
  { name: 'checkov-baseline', title: 'Checkov baseline (`checkov --create-baseline`)', read: readCheckovBaseline },
];

const names = formats.map(({ name }) => name).join(', ');

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
    throw new UserError(`There is no report format '${printable(format ?? '')}'.`, `Formats: ${names}.`);

  const json = parse(fromDocument(decode(bytes)), name);
  for (const { read } of accepted) {
    const report = read(json, name);
    if (report) return report;
  }
  throw format === undefined ? unknownFormat(json, name) : otherFormat(json, name, format);
}

function parse(text: string, name: string): unknown {
  if (text.trim() === '') {
    throw new UserError(`${name} is empty.`, 'Look whether the scanner wrote it elsewhere, or stopped with an error.');
  }
  try {
    return JSON.parse(text);
  } catch {
    const known = recogniseText(text);
    if (known) throw new UserError(`${name} is no report in JSON: it is ${known.what}.`, known.advice);
    const where = failure(text);
    throw new UserError(
      `${name} is not JSON${where}.`,
      `A report is JSON in one of these formats: ${names}. Was it cut off, or written together with other output?`,
    );
  }
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

function unknownFormat(json: unknown, name: string): UserError {
  const known = recogniseJson(json);
  if (known) return new UserError(`${name} is ${known.what}, which is not read.`, known.advice);
  const titles = formats.map(({ title }) => title).join('; ');
  return new UserError(`${name} is JSON, but no report of a known format.`, `Formats: ${titles}.`);
}

function otherFormat(json: unknown, name: string, format: string): UserError {
  const fitting = formats.find(({ read }) => read(json, name) !== undefined);
  if (fitting)
    return new UserError(
      `${name} is no ${format} report, but of format ${fitting.name}.`,
      `Leave --format out, or say --format ${fitting.name}.`,
    );
  const known = recogniseJson(json);
  return new UserError(
    `${name} is no ${format} report${known ? `: it is ${known.what}` : ''}.`,
    known?.advice ?? `Formats: ${names}.`,
  );
}
