// Reports come from anywhere: whatever one node of a fixture is turned into, reading and planning end in a plan or in words.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { UserError } from '../../remediations/errors';
import type { Report } from '../../remediations/findings/finding';
import { formats } from '../../remediations/findings/formats';
import { readReport } from '../../remediations/findings/read';
import { remediate } from '../../remediations/remediate';
import { counts } from '../../remediations/render/review';
import { account, estateOf } from '../plan/code';
import { bytesOf, received } from './fixture';

const fixtures = readdirSync(join(__dirname, 'fixtures'));
const documents = fixtures.filter((name) => /\.(?:json|sarif)$/.test(name));
const code = estateOf({ 'main.tf': account('logs'), 'modules/store/main.tf': account('this') });

type Step = string | number;
const isHolder = (value: unknown): value is Record<Step, unknown> => typeof value === 'object' && value !== null;

/** The path of every node but the document itself. */
function paths(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (!isHolder(value)) return [];
  const steps = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return steps.flatMap((step) => [[...path, step], ...paths(value[step], [...path, step])]);
}

const DELETED = Symbol('deleted');
const nodes = fc.constantFrom<unknown>(
  DELETED,
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  'azurerm_storage_account[logs].name',
  '../../../../etc/passwd',
  'C:\\..\\x.tf',
  '\u0000\u001B[31m\u202E\uD800',
  'x'.repeat(5000),
  `${'['.repeat(2000)}a`,
  'module.'.repeat(1000),
  [],
  [[[null]]],
  {},
  { __proto__: null, constructor: 1, length: -1 },
  Array.from({ length: 40 }, (_, index) => ({ Target: index, files: [index], path: [index] })),
);

function changed(document: unknown, path: readonly Step[], to: unknown): unknown {
  const copy: unknown = structuredClone(document);
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = isHolder(holder) ? holder[step] : undefined;
  const last = path.at(-1)!;
  if (!isHolder(holder)) return copy;
  if (to !== DELETED) holder[last] = to;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(bytes: Uint8Array, format?: string): Report | undefined {
  try {
    return readReport(bytes, 's.json', format, { folder: 'policy' });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return undefined;
  }
}

const unprintable = /[\p{Cc}\p{Cs}\u202A-\u202E]/u;
const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : isHolder(value) ? Object.values(value).flatMap(texts) : [];

/** Whatever was read: it can be printed, and no record of it gets lost. */
function proveRead(report: Report): void {
  expect(texts(report).filter((text) => unprintable.test(text))).toEqual([]);
  const { plan } = remediate([report], code, { level: 2, answers: {}, allow: new Set() });
  expect(counts(plan).received).toBe(received(report));
}

test.each(documents)('%s with one node changed', (fixture) => {
  const document: unknown = JSON.parse(Buffer.from(bytesOf(fixture)).toString('utf8'));
  const all = paths(document);
  if (!all.length) return;
  fc.assert(
    fc.property(fc.constantFrom(...all), nodes, (path, to) => {
      const report = read(encoded(JSON.stringify(changed(document, path, to))));
      if (report) proveRead(report);
    }),
    { numRuns: 60 },
  );
});

const pieces = fc.constantFrom(
  ...[
    '',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    ';',
    ',',
    '\t',
    '|',
    '\0',
    '\u202E\u001B[31m',
    '../../../etc/passwd',
    '{',
    '}]',
  ],
  '/subscriptions/../../resourceGroups/',
  ','.repeat(500),
  '"'.repeat(501),
  'x'.repeat(5000),
);

test.each(fixtures.filter((name) => !documents.includes(name)))('%s with one piece of text changed', (fixture) => {
  const text = Buffer.from(bytesOf(fixture)).toString('utf8');
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(80), pieces, (at, length, piece) => {
      const report = read(encoded(text.slice(0, at) + piece + text.slice(at + length)));
      if (report) proveRead(report);
    }),
    { numRuns: 150 },
  );
});

test.each(fixtures)('%s read as any format that recognises it, and refused by all others', (fixture) => {
  const own = read(bytesOf(fixture))!;
  for (const { name } of formats)
    expect(read(bytesOf(fixture), name)?.format).toBe(name === own.format ? name : undefined);
});
