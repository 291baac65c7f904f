// plan.json as a comment on a pull request: within its limit, the most urgent first, nothing that anybody is told by.
import { join } from 'node:path';
import fc from 'fast-check';
import { planComment } from '../../remediations/render/comment';
import { PLAN_SCHEMA } from '../../remediations/render/plan-json';
import { account, versions } from '../plan/code';
import { plumbline, readText, shell, useCommand, write } from './command';

useCommand();

const EXAMPLES = join(__dirname, '../../examples');
const example = () =>
  plumbline(
    ...['plan', '--findings', join(EXAMPLES, 'checkov-report.json'), '--code', join(EXAMPLES, 'estate')],
    ...['--profile', join(EXAMPLES, 'plumbline.yaml'), '--out', 'plan'],
  );
const comment = (...more: string[]) => plumbline('comment', '--plan', 'plan/plan.json', ...more);
const rows = (text: string) => text.match(/^\| \d+ \| .*<br>.*$/gm) ?? [];

test('says what is settled, the most urgent first, what is asked and what stays', () => {
  example();
  const { changes, questions, counts } = JSON.parse(readText('plan/plan.json'));
  const { code, out, err } = comment();
  expect([code, err]).toEqual([0, '']);
  expect(out.startsWith('<!-- azure-plumbline -->\n### azure-plumbline: ')).toBe(true);
  expect(out).toContain(`${counts.received} records: ${counts.planned} closed by these changes`);
  expect(rows(out).length).toBe(changes.length);
  const priorities = rows(out).map((row) => Number(/\d+/.exec(row)));
  expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
  for (const { parameter } of questions) expect(out).toContain(`- \`${parameter}\`: `);
  for (const count of Object.values(counts.byReason)) expect(out).toContain(`| ${count} | `);
  expect(out).toContain('The whole plan: `plan/plan.md`');
  expect(out).not.toContain('more changes');
});

test('what is too long loses whole entries, and says how many', () => {
  example();
  const { changes, questions } = JSON.parse(readText('plan/plan.json'));
  for (const limit of [2000, 3000, 5000, 10_000]) {
    const { out } = comment('--limit', String(limit), '--url', 'https://dev.example.com/runs/7?x=1');
    expect(out.length).toBeLessThanOrEqual(limit);
    expect(out).toContain('The whole plan: [plan.md](https://dev.example.com/runs/7?x=1)');
    const [, left = '0'] = /… and (\d+) more changes: see the whole plan\./.exec(out) ?? [];
    expect(rows(out).length + Number(left)).toBe(changes.length);
    const [, unasked = '0'] = /… and (\d+) more questions/.exec(out) ?? [];
    expect((out.match(/^- `/gm) ?? []).length + Number(unasked)).toBe(questions.length);
    expect(out.match(/<details>/g)?.length).toBe(out.match(/<\/details>/g)?.length);
  }
});

test('live resources, and a plan without any change', () => {
  const scan = join(EXAMPLES, 'azure/scan.json');
  plumbline('plan', '--live', scan, '--out', 'plan', '--profile', join(EXAMPLES, 'azure/plumbline.yaml'));
  const { overlays } = JSON.parse(readText('plan/plan.json'));
  const { out } = comment();
  expect(out).toContain('#### In no code: remediation stacks');
  expect(out.match(/^- .*, (import|azapi|separate), /gm)?.length).toBe(overlays.length);
  write('infra/main.tf', account('a', 'min_tls_version = "TLS1_2"') + versions());
  plumbline('plan', '--code', 'infra', '--only', 'storage-min-tls', '--out', 'none');
  expect(plumbline('comment', '--plan', 'none/plan.json').out).toContain('0 changes for 0 findings');
  expect(shell('plumbline comment --plan - < none/plan.json').out).toContain('The whole plan: `plan.md`');
});

test('CDKTF code is told, construct by construct', () => {
  const change = { controls: [{ title: 'T' }], resources: ['a.b'], path: ['https_only'], from: null, to: true };
  const construct = { path: 'shop/web', changes: [change, change] };
  expect(planComment({ constructs: [construct] }, { limit: 5000, where: 'there' })).toContain(
    '- `shop/web`: `https_only: not set → true` and 1 more',
  );
});

test('what is no plan is refused', () => {
  write('other.json', '{"schema":"azure-plumbline/plan-9"}');
  write('broken.json', '{');
  const refused = (...args: string[]) => {
    const { code, err } = plumbline('comment', ...args);
    expect(code).toBe(2);
    return err;
  };
  expect(refused('--plan', 'none.json')).toContain('none.json: no such file');
  expect(refused('--plan', 'broken.json')).toContain('broken.json: not JSON');
  expect(refused('--plan', 'other.json')).toContain('schema azure-plumbline/plan-9 is not known');
  expect(refused('--plan', 'other.json', '--limit', '100')).toContain('from 2000 on');
  expect(refused('--plan', 'other.json', '--url', 'javascript:alert(1)')).toContain('begins with https://');
  expect(refused('--plan', 'other.json', '--url', 'https://x)[y](z')).toContain('without blanks and brackets');
  expect(refused()).toContain("required option '--plan <file>'");
});

const HOSTILE = [
  '@org/team fixes #12, GH-3 and !4',
  '</details><!-- x --><img src=x onerror=alert(1)> | a | b |',
  '](javascript:alert(1)) ``` ~~~ `` ` |',
  'a\nb\r\n| c |\u0085\u2028',
  '<!-- azure-plumbline -->',
  '**bold** __x__ [x](y) $& &amp; \\',
  'x'.repeat(5000),
];

test('whatever stands in it: no mention, no markup, no broken table, no longer than its limit', () => {
  const hostile = fc.constantFrom(...HOSTILE);
  const change = fc.record({
    controls: fc.array(fc.record({ title: hostile }), { maxLength: 2 }),
    resources: fc.array(hostile, { maxLength: 3 }),
    file: hostile,
    line: fc.oneof(fc.nat(), hostile),
    path: fc.array(fc.oneof(hostile, fc.nat(5)), { maxLength: 3 }),
    from: fc.oneof(hostile, fc.constant(null), fc.jsonValue()),
    to: fc.oneof(hostile, fc.jsonValue(), fc.record({ reference: hostile, suffix: hostile })),
    impact: hostile,
    priority: fc.oneof(fc.integer(), hostile),
  });
  const plan = fc.record({
    schema: fc.constant(PLAN_SCHEMA),
    counts: fc.record({ received: fc.nat(), byReason: fc.dictionary(hostile, fc.nat()) }),
    waves: fc.array(fc.record({ number: fc.nat(), impact: hostile, changes: fc.nat() }), { maxLength: 9 }),
    changes: fc.array(change, { maxLength: 60 }),
    constructs: fc.array(fc.record({ path: hostile, changes: fc.array(change, { minLength: 1, maxLength: 2 }) })),
    overlays: fc.array(fc.record({ title: hostile, overlay: fc.record({ armId: hostile, strategy: hostile }) })),
    questions: fc.array(fc.record({ parameter: hostile, question: hostile, controls: fc.array(hostile) })),
  });
  fc.assert(
    fc.property(plan, fc.integer({ min: 2000, max: 70_000 }), (json, limit) => {
      const text = planComment(json, { limit, where: 'x'.repeat(400) });
      expect(text.length).toBeLessThanOrEqual(limit);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is asked
      expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u0085\u2028]/);
      const bare = text.replaceAll('&#8203;', '\u200B').replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
      expect(bare).not.toMatch(/@\w|#\d|!\d|GH-\d|(?<!\\)\]\(/);
      expect(bare.match(/<(?!br>|\/?sub>|\/?details>|\/?summary>|!-- azure-plumbline -->)/g)).toBeNull();
      expect(text.match(/<!-- azure-plumbline -->\n/g)?.length).toBe(1);
      for (const line of text.split('\n')) if (line.startsWith('|')) expect(cells(line)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

/** Three columns, or two: what a table of ours has. */
const cells = (line: string): boolean => [3, 4].includes((line.match(/(?<!\\)\|/g) ?? []).length);
