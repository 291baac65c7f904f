import { UserError } from '../../remediations/errors';
import { decode, fromDocument } from '../../remediations/findings/decode';
import { formats } from '../../remediations/findings/formats';
import { readReport } from '../../remediations/findings/read';
import { bytesOf, reportOf } from './fixture';

const encode = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => encode(JSON.stringify(value));
const checkov = Buffer.from(bytesOf('checkov-one-framework.json')).toString('utf8');
const plain = { ...reportOf('checkov-one-framework.json'), source: 'r' };

/** Message and hint of the error that reading ends in. */
function failure(bytes: Uint8Array, format?: string): string {
  try {
    readReport(bytes, 'r.json', format);
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error('was read');
}

describe('encodings', () => {
  const utf16le = (text: string) => Buffer.from(text, 'utf16le');
  const utf16be = (text: string) => utf16le(text).swap16();
  test.each([
    ['UTF-8 with a byte order mark', encode(`\uFEFF${checkov}`)],
    [
      'UTF-16LE with a byte order mark and CRLF, as PowerShell writes it',
      utf16le(`\uFEFF${checkov.replaceAll('\n', '\r\n')}`),
    ],
    ['UTF-16BE with a byte order mark', utf16be(`\uFEFF${checkov}`)],
    ['UTF-16LE without one', utf16le(checkov)],
    ['UTF-16BE without one', utf16be(checkov)],
    ['lines before the document', encode(`[INFO] scanning {x}\n2026-01-01 [warn] "a": 1\n${checkov}`)],
    [
      'colours and a window title',
      encode(`\u001B]0;title\u0007\u001B[1;32mdone\u001B[0m\n\u001B[0m${checkov}\u001B[K`),
    ],
  ])('%s', (_, bytes) => {
    expect(readReport(bytes, 'r')).toEqual(plain);
  });

  test('lines before a document keep their numbers', () => {
    expect(fromDocument('one\ntwo\n{"a":1}')).toBe('\n\n{"a":1}');
    expect(fromDocument('{"a":1}')).toBe('{"a":1}');
    expect(fromDocument('[warn] no document')).toBe('[warn] no document');
  });

  test('bytes that are no text', () => {
    expect(decode(Uint8Array.of(0x7b, 0xff, 0x7d))).toBe('{\uFFFD}');
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x7b))).toBe('\uFFFD');
  });
});

describe('several documents in one file', () => {
  const records = [
    { type: 'Microsoft.Security/assessments', name: 'a"}{', properties: { status: { code: 'Unhealthy' } } },
    { type: 'Microsoft.Security/assessments', name: 'b\\', properties: { status: { code: 'Unhealthy' } } },
  ];
  const read = (text: string) => readReport(encode(text), 'r').findings.map(({ rule }) => rule);
  test.each([
    ['one on each line', records.map((each) => JSON.stringify(each)).join('\n')],
    ['CRLF and empty lines', `\r\n${records.map((each) => JSON.stringify(each)).join('\r\n\r\n')}\r\n`],
    ['nothing between them', records.map((each) => JSON.stringify(each)).join('')],
    ['pages', records.map((each) => JSON.stringify({ value: [each], nextLink: null }, null, 2)).join('\n')],
    ['lines before them', `[INFO] x\n${records.map((each) => JSON.stringify(each)).join('\n')}`],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(['a"}{', 'b\\']);
  });

  test('a list of pages is the same', () => {
    expect(read(JSON.stringify(records.map((each) => ({ value: [each] }))))).toEqual(['a"}{', 'b\\']);
  });

  test('only the last page says whether there are more', () => {
    const pages = (last: string | null) =>
      readReport(
        encode(records.map((each, i) => JSON.stringify({ value: [each], nextLink: i ? last : 'x' })).join('\n')),
        'r',
      ).notes;
    expect(pages(null)).toEqual([]);
    expect(pages('x')).toHaveLength(1);
  });
});

describe('what is no report says what it is', () => {
  test.each([
    ['nothing', encode(' \r\n'), 'r.json is empty. '],
    ['a text', encode('nothing here'), 'r.json is not JSON: line 1, column 1. '],
    ['a report cut off', encode(checkov.slice(0, 400)), 'r.json is not JSON: line '],
    ['a broken report', encode('noise\n{"a": 1,\n "b": }'), 'r.json is not JSON: line 3, column 7. '],
    ['a trailing comma', encode('{"a": [1,]}'), 'r.json is not JSON: line 1, column 10. '],
    ['any JSON', encode('{"a":1}'), 'r.json is JSON, but no report of a known format. Formats: sarif, '],
    ['a number', encode('12'), 'r.json is JSON, but no report of a known format. '],
    [
      'findings for the Security Hub',
      encode('{"ProductArn":"x","SchemaVersion":"y"}\n{"ProductArn":"x","SchemaVersion":"y"}\n'),
      'r.json is a list of findings in the Security Hub format (ASFF), which is not read. Its findings are about another',
    ],
    [
      'sums of a standard',
      json({ value: [{ type: 'Microsoft.Security/regulatoryComplianceAssessments', id: '/subscriptions/x/y/z' }] }),
      'r.json is a list of the assessments of a regulatory standard, which is not read. It counts resources',
    ],
    [
      'resources',
      json([{ type: 'Microsoft.Storage/storageAccounts', id: '/subscriptions/x/resourceGroups/y' }]),
      'r.json is a list of resources, which is not read. It says what is there, not what is wrong',
    ],
    [
      'a table',
      encode('Check,Resource,Risk,Owner\na,b,c,d\n'),
      'r.json is no report: it is a table (CSV) with columns that are not known. Say what they hold, such as --columns',
    ],
    [
      'a plan',
      json({ format_version: '1.2', resource_changes: [] }),
      'r.json is a Terraform plan, which is not read. It is no report: `plumbline check`',
    ],
    [
      'a plan file',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0x14),
      'r.json is no report: it is a zip archive, as `terraform plan -out` writes it. ',
    ],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'r.json is no report: it is gzip-compressed. '],
    [
      "Checkov's text",
      encode('Passed checks: 1, Failed checks: 2, Skipped checks: 0\n'),
      "r.json is no report: it is Checkov's text output. ",
    ],
    ['JUnit', encode('<?xml version="1.0"?><testsuites/>'), 'r.json is no report: it is XML. '],
    ['code', encode('resource "azurerm_subnet" "s" {\n}\n'), 'r.json is no report: it is HCL. '],
    ['many documents', encode('{"a":1}\n{"a":2}\n'), 'r.json is JSON, but no report of a known format. '],
    ['many documents, the last cut off', encode('{"a":1}\n{"a":\n'), 'r.json is not JSON: line '],
  ])('%s', (_, bytes, says) => {
    expect(failure(bytes)).toContain(says);
  });

  test('a format asked for', () => {
    expect(readReport(encode(checkov), 'r', 'checkov')).toEqual(plain);
    expect(failure(encode(checkov), 'sarif')).toBe(
      'r.json is no sarif report, but of format checkov. Leave --format out, or say --format checkov.',
    );
    const names = formats.map(({ name }) => name).join(', ');
    expect(failure(encode('{"a":1}'), 'sarif')).toBe(`r.json is no sarif report. Formats: ${names}.`);
    expect(failure(encode('{}'), 'nobody\u001B[31m')).toBe(`There is no report format 'nobody'. Formats: ${names}.`);
  });
  test('a list without elements is of the format that is asked for', () => {
    expect(failure(encode('[]'))).toContain('no report of a known format');
    for (const { name } of formats)
      expect(readReport(encode('[]'), 'r', name)).toMatchObject({ format: name, findings: [], ignored: {} });
  });
});
