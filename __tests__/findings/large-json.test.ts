// Large reports are parsed piece by piece: the same document without what no reader looks at.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Draft } from '../../remediations/findings/draft';
import type { Report } from '../../remediations/findings/finding';
import { formats } from '../../remediations/findings/formats';
import { parseLarge } from '../../remediations/findings/large-json';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const filler = 'x'.repeat(1024 * 1024);

/** What the readers make of a document. */
function reportOf(json: unknown): Report | undefined {
  const format = formats.find(({ recognises }) => recognises({ json }));
  if (!format) return undefined;
  const draft = new Draft('report', format.name);
  format.read({ json }, draft);
  return draft.report();
}

test('small and large values alike are what JSON.parse makes of them', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(3), (value, indent) => {
      const whole = { before: filler, value, list: [value, filler, value], after: { filler, value } };
      const text = JSON.stringify(whole, null, indent);
      expect(parseLarge(bytes(text))?.json).toEqual(JSON.parse(text));
    }),
    { numRuns: 40 },
  );
});

test('names that an object of JavaScript has, escapes, and a mark at the beginning', () => {
  const text = `\uFEFF{"__proto__": {"a": 1}, "constructor": [1e3, -0.5, true, null], "q\\u0022\\\\": "\\"\\\\", "f": "${filler}"}`;
  const { json } = parseLarge(bytes(text))!;
  expect(JSON.stringify(json)).toBe(JSON.stringify(JSON.parse(text.slice(1))));
  expect(Object.keys(json as object)).toContain('__proto__');
});

test.each([
  ['cut off', `{"a": ["${filler}", {"b": 1}`],
  ['a comma too many', `["${filler}",]`],
  ['a comma too few', `["${filler}" 1]`],
  ['a colon missing', `{"a" "${filler}"}`],
  ['a name that is no text', `{a: "${filler}"}`],
  ['something behind it', `["${filler}"] x`],
  ['a word that is none', `["${filler}", nul]`],
  ['a text that does not end', `["${filler}`],
  ['brackets that do not match', `[{"a": ["${filler}"}]]`],
  ['nothing', ''],
  ['text', 'Failed checks: 5'],
])('%s is left to whoever says what is wrong', (_, text) => {
  expect(parseLarge(bytes(text))).toBeUndefined();
});

const folder = join(__dirname, 'fixtures');
const shared = join(__dirname, '../../../shared/findings');
const samples = [folder, shared].flatMap((root) => {
  try {
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(json|sarif)$/.test(name))
      .map((name) => join(root, name));
  } catch {
    return [];
  }
});

test('no reader misses what is left out', () => {
  let compared = 0;
  for (const path of samples) {
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    } catch {
      continue;
    }
    const large = parseLarge(readFileSync(path));
    expect(large).toBeDefined();
    expect({ path, report: reportOf(large?.json) }).toEqual({ path, report: reportOf(json) });
    compared++;
  }
  expect(compared).toBeGreaterThan(10);
});
