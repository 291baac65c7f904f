import fc from 'fast-check';
import { UserError } from '../../remediations/errors';
import { azureRows } from '../../remediations/findings/azure-rows';
import { decode } from '../../remediations/findings/decode';
import { Draft } from '../../remediations/findings/draft';
import { formats } from '../../remediations/findings/formats';
import { readReport } from '../../remediations/findings/read';
import { bytesOf, readAs, received } from './fixture';

const encode = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => encode(JSON.stringify(value));
const checkov = Buffer.from(bytesOf('checkov-one-framework.json')).toString('utf8');

// Values in the places a reader looks at, so that the search gets past the first test of a shape.
const names = [
  'results',
  'failed_checks',
  'passed_checks',
  'check_id',
  'check_result',
  'result',
  'file_path',
  'resource',
];
const sarifNames = [
  'runs',
  'tool',
  'driver',
  'name',
  'rules',
  'ruleId',
  'ruleIndex',
  'rule',
  'toolComponent',
  'index',
  'locations',
];
const places = [
  'physicalLocation',
  'artifactLocation',
  'uri',
  'region',
  'startLine',
  'logicalLocations',
  'kind',
  'message',
  'id',
];
const others = [
  'summary',
  'findings',
  'check_ids',
  'evaluated_keys',
  '__proto__',
  'constructor',
  'arguments',
  'properties',
];
const hostile = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 8 },
    fc.constantFrom<unknown>(
      null,
      true,
      -1,
      0,
      1e308,
      2 ** 53,
      '',
      'x.tf',
      'fail',
      'CKV_AZURE_3',
      '\u0000\u202E',
      '\uD800',
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names, ...sarifNames, ...places, ...others), tie('value'), { maxKeys: 6 }),
  ),
})).value;

const quietly = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
};

describe('nothing a file holds crashes the readers', () => {
  test('any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.jsonValue()), (value) => {
        const parsed = JSON.parse(JSON.stringify(value));
        for (const { name, read } of formats) read({ json: parsed }, new Draft('s', name));
        quietly(() => readReport(json(value), 's'));
      }),
      { numRuns: 500 },
    );
  });

  test('any run, any list of checks, any baseline: conserves its records', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (records) => {
        const read = JSON.parse(JSON.stringify(records));
        expect(received(readAs('checkov', { results: { failed_checks: read, skipped_checks: read } }))).toBe(
          2 * records.length,
        );
        const places = read.map((each: { locations?: unknown } | null) =>
          Array.isArray(each) || !Array.isArray(each?.locations) ? 1 : Math.max(1, each.locations.length),
        );
        const sarif = readAs('sarif', { runs: [{ tool: { driver: {} }, results: read }] });
        expect(received(sarif)).toBe(places.reduce((sum: number, count: number) => sum + count, 0));
        const accepted = readAs('checkov-baseline', { failed_checks: [{ findings: [{ check_ids: read }] }] });
        expect(received(accepted)).toBe(records.length);
      }),
      { numRuns: 500 },
    );
  });

  test('any answer of Azure, any list of Prowler, Powerpipe or Cloud Custodian: conserves its records', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (records) => {
        const read = JSON.parse(JSON.stringify(records));
        const rows = [...azureRows(read)].length;
        for (const name of ['defender', 'azure-policy', 'advisor'])
          for (const answer of [read, { value: read }, { count: 1, data: read }])
            expect([name, received(readAs(name, answer))]).toEqual([name, rows]);
        expect(received(readAs('powerpipe', { control_id: 'x', results: read }))).toBe(records.length);
        expect(received(readAs('cloud-custodian', read))).toBe(records.length);
        const flat = read.flatMap((each: unknown) => (Array.isArray(each) ? each : [each]));
        expect(received(readAs('prowler', flat))).toBeGreaterThanOrEqual(
          flat.filter((each: unknown) => !Array.isArray(each)).length,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string().map(encode)), (bytes) => {
        quietly(() => readReport(bytes, 's'));
      }),
      { numRuns: 500 },
    );
  });

  test('a report damaged at one place', () => {
    fc.assert(
      fc.property(fc.nat(checkov.length - 1), fc.string({ maxLength: 2 }), (at, text) => {
        quietly(() => readReport(encode(checkov.slice(0, at) + text + checkov.slice(at + 1)), 's'));
      }),
      { numRuns: 300 },
    );
  });

  test('deep nesting', () => {
    const deep = 100_000;
    expect(() => readReport(encode('['.repeat(deep) + ']'.repeat(deep)), 's')).toThrow('no report of a known format');
    expect(() => readReport(encode('['.repeat(deep)), 's')).toThrow('s is not JSON');
  });

  test('a name of an object method or __proto__ changes nothing', () => {
    const poison =
      '{"results":{"failed_checks":[{"check_id":"X","__proto__":{"severity":"high"},"constructor":{"a":1}}]}}';
    expect(readReport(encode(poison), 's').findings).toEqual([
      { scanner: 'checkov', rule: 'X', subject: {}, message: 'X' },
    ]);
    expect(({} as { severity?: string }).severity).toBeUndefined();
  });
});

test('reading a large report takes little more than parsing it', () => {
  const [check] = JSON.parse(checkov).results.failed_checks;
  const code_block = Array.from({ length: 40 }, (_, line) => [
    line,
    '  some_attribute = "some value of usual length"\n',
  ]);
  const failed_checks = Array.from({ length: 10_000 }, (_, n) => ({
    ...check,
    resource: `azurerm_subnet.s${n}`,
    code_block,
  }));
  const bytes = json({ check_type: 'terraform', results: { failed_checks } });
  expect(bytes.length).toBeGreaterThan(25_000_000);

  const timed = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const parsing = Math.min(...[1, 2].map(() => timed(() => JSON.parse(decode(bytes)))));
  const reading = Math.min(
    ...[1, 2].map(() => timed(() => expect(readReport(bytes, 's').findings).toHaveLength(10_000))),
  );
  // A quadratic reader would need minutes; the bound leaves room for a busy machine.
  expect(reading).toBeLessThan(20 * parsing + 5_000);
});
