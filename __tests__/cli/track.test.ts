import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HISTORY_SCHEMA } from '../../remediations/history';
import { account, versions } from '../plan/code';
import { everything, plumbline, readText, useCommand, write } from './command';

useCommand();

const code = (...accounts: readonly string[]) => {
  write('shop/main.tf', accounts.join('\n'));
  write('shop/versions.tf', versions());
};
const weak = (name: string) => account(name, 'min_tls_version = "TLS1_0"');
const track = (today: string, ...more: readonly string[]) =>
  plumbline('track', '--code', 'shop', '--today', today, ...more);
const lines = () =>
  readText('plumbline-history.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('each run adds a line, and says what moved', () => {
  code(weak('a'), account('b'));
  const first = track('2027-01-01');
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out).toMatch(/^Attested by a person: 0 of \d+ /m);
  expect(first.out).toContain('shop, level 1, 2027-01-01');
  expect(first.out).not.toContain('New since');
  code(account('a'), weak('b'), weak('c'));
  const second = track('2027-02-01').out;
  expect(second).toMatch(/New since 2027-01-01: .*storage-min-tls ×2/);
  expect(second).toMatch(/Resolved since 2027-01-01: storage-min-tls\n/);
  expect(second).toMatch(/^Storage accounts +\d+ % +-\d+ /m);
  expect(lines().map(({ schema, day, of, level }) => [schema, day, of, level])).toEqual([
    [HISTORY_SCHEMA, '2027-01-01', 'shop', 1],
    [HISTORY_SCHEMA, '2027-02-01', 'shop', 1],
  ]);
  const report = plumbline('report').out;
  expect(report).toMatch(/^DAY +SCORE +COMPLIANT +DEVIATING +EXCEPTED +UNKNOWN +NEW +RESOLVED$/m);
  expect(report).toMatch(/^2027-02-01 +\d+ % .* 1$/m);
  expect(report).toContain('2 entries of plumbline-history.jsonl.');
});

test('it counts what check counts', () => {
  code(weak('a'), account('b'));
  write(
    'shop/plumbline.yaml',
    'exceptions:\n  - { control: storage-min-tls, address: "*.a", reason: x, owner: y, until: 2030-01-01 }\n',
  );
  for (const level of ['1', '2']) {
    track('2027-01-01', '--level', level);
    const checked = JSON.parse(
      plumbline('check', 'shop', '--level', level, '--format', 'json', '--today', '2027-01-01').out,
    ) as { compliant: number; deviating: { address: string; control: string }[]; excepted: object[] };
    const pairs = new Set(checked.deviating.map((row) => `${row.address} ${row.control}`));
    expect(lines().at(-1)?.total).toMatchObject({
      compliant: checked.compliant,
      deviating: pairs.size,
      excepted: checked.excepted.length,
    });
  }
});

const tagged = (name: string, owner: string, body = '') =>
  account(name, `${body}\ntags = { OWNER = ${JSON.stringify(owner)} }`.trim());
type Counts = Readonly<Record<'compliant' | 'excepted' | 'unknown' | 'deviating', number>>;
const sum = (by: Readonly<Record<string, Partial<Counts>>>) => {
  const all = { compliant: 0, excepted: 0, unknown: 0, deviating: 0 };
  for (const each of Object.values(by))
    for (const kind of Object.keys(all) as (keyof Counts)[]) all[kind] += each[kind] ?? 0;
  return all;
};

test('the same pairs are counted by control, level and owner, without zeros', () => {
  code(
    tagged('a', 'shop', 'min_tls_version = "TLS1_0"'),
    tagged('b', 'web \u202Eteam'),
    weak('c'),
    tagged('d', '__proto__'),
  );
  write(
    'shop/plumbline.yaml',
    `on: [storage-no-shared-keys]
exceptions:
  - { control: storage-min-tls, address: "*.a", reason: x, owner: y, until: 2030-01-01 }
`,
  );
  track('2027-01-01', '--level', '2');
  const [line] = lines() as unknown as Record<'total' | 'controls' | 'levels' | 'owners', Record<string, Counts>>[];
  for (const by of ['controls', 'levels', 'owners'] as const) {
    expect(sum(line[by])).toEqual(line.total);
    expect(Object.values(line[by]).flatMap(Object.values)).not.toContain(0);
  }
  expect(line.controls['storage-min-tls']).toEqual({ compliant: 2, excepted: 1, deviating: 1 });
  expect(Object.keys(line.levels)).toEqual(['1', '2', 'on request']);
  expect(Object.keys(line.owners).sort()).toEqual(['', '__proto__', 'shop', 'web team']);
  expect(line.owners.shop.excepted).toBe(1);
});

test('report shows who and what has most open, in short', () => {
  code(
    ...Array.from({ length: 12 }, (_, i) => tagged(`a${i}`, `team ${i}`)),
    tagged('b', 'last', 'min_tls_version = "TLS1_0"'),
  );
  track('2027-01-01', '--level', '2');
  const { out } = plumbline('report');
  const rows = (title: string) =>
    new RegExp(`^${title} .*\\n((?:.+\\n)*)`, 'm').exec(out)?.[1].trimEnd().split('\n') ?? [];
  const owners = rows('OWNER');
  expect(owners[0]).toMatch(/^last +\d+ % /);
  expect(owners).toHaveLength(11);
  expect(owners[10]).toBe('… and 3 more: --json has them.');
  expect(rows('CONTROL')).toHaveLength(11);
  expect(rows('CONTROL')[0]).toMatch(/ 0 % +0 +13 +0 +0$/);
  const [entry] = JSON.parse(plumbline('report', '--json').out) as { owners: Record<string, Counts> }[];
  expect(Object.keys(entry.owners)).toHaveLength(13);
  expect(entry.owners.last).toMatchObject({ excepted: 0, unknown: expect.any(Number) });
  // Nobody is named: no table of owners.
  code(weak('a'));
  track('2027-02-01', '--level', '2');
  expect(plumbline('report').out).not.toContain('OWNER');
});

test('what a person has attested is counted apart, section by section', () => {
  code(weak('a'));
  const [id] = (JSON.parse(plumbline('attestations', '--json').out) as { control: string }[]).map(
    ({ control }) => control,
  );
  write(
    'shop/plumbline.yaml',
    `attestations:\n  - { control: ${id}, by: Ada, on: 2026-12-01, evidence: wiki, next: 2027-12-01 }\n`,
  );
  track('2027-01-01');
  const [{ attested }] = lines() as unknown as {
    attested: { done: number; of: number; controls: string[] } & Record<
      'sections' | 'levels',
      Record<string, { done: number; of: number }>
    >;
  }[];
  expect([attested.done, attested.controls]).toEqual([1, [id]]);
  for (const by of [attested.sections, attested.levels])
    for (const what of ['done', 'of'] as const)
      expect(Object.values(by).reduce((all, each) => all + each[what], 0)).toBe(attested[what]);
  track('2028-01-01');
  expect(lines()[1].attested).toMatchObject({ done: 0, controls: [] });
});

test('lines written before there were owners stay as they are, and are shown', () => {
  code(weak('a'));
  track('2027-01-01');
  const [line] = lines();
  const { controls: _, levels: __, owners: ___, ...old } = line;
  const { done, of } = old.attested as { done: number; of: number };
  const before = `${JSON.stringify({ ...old, attested: { done, of } })}\n`;
  write('plumbline-history.jsonl', before);
  const { code: exit, out } = plumbline('report', '--html', 'report.html');
  expect([exit, out]).toEqual([0, expect.not.stringContaining('CONTROL')]);
  expect(readText('report.html')).toContain('<caption>Section by section</caption>');
  expect(readText('report.html')).not.toMatch(/<caption>(?:Level|Owners|Controls)/);
  track('2027-02-01');
  track('2027-02-01');
  expect(readText('plumbline-history.jsonl').startsWith(before)).toBe(true);
});

test('what is broken in the newer counts does not break a line', () => {
  code(weak('a'));
  track('2027-01-01');
  const [line] = lines();
  for (const broken of [null, 7, [], { x: null, y: { deviating: -1 }, z: { deviating: 'a' }, ok: { deviating: 2 } }]) {
    write('plumbline-history.jsonl', JSON.stringify({ ...line, owners: broken, attested: broken, levels: broken }));
    expect(plumbline('report', '--html', 'report.html').code).toBe(0);
  }
});

test('the same day again takes the place of the entry, others stay as they are', () => {
  code(weak('a'));
  track('2027-01-01');
  track('2027-01-01', '--name', 'another');
  code(account('a'));
  track('2027-01-01');
  expect(lines().map(({ of }) => of)).toEqual(['another', 'shop']);
  expect(lines()[1].open).not.toEqual(expect.arrayContaining([expect.stringMatching(/^storage-min-tls:/)]));
  expect(everything().filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('live resources count with what the subscription lacks', () => {
  write('scan.json', readFileSync(join(__dirname, '../../examples/azure/scan.json')));
  const { out } = plumbline('track', '--live', 'scan.json', '--name', 'azure', '--level', '2', '--today', '2027-01-01');
  expect(out).toMatch(/^Defender for Cloud and Key Vault +\d+ % /m);
  expect(lines()[0].open).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^alert-public-ip-deleted:/),
      expect.stringMatching(/^storage-min-tls:/),
    ]),
  );
  expect(lines()[0].owners).toMatchObject({ 'team-shop': { deviating: expect.any(Number) } });
  const again = plumbline(
    'track',
    '--live',
    'scan.json',
    '--name',
    'azure',
    '--level',
    '2',
    '--today',
    '2027-02-01',
  ).out;
  expect(again).toContain('New since 2027-01-01: nothing\nResolved since 2027-01-01: nothing');
});

test('the page stands for itself, and no name becomes markup', () => {
  code(weak('a'));
  const name = '<img src=x onerror=alert(1)> & "shop"';
  track('2027-01-01', '--name', name);
  code(account('a'), weak('b'));
  track('2027-02-01', '--name', name);
  const { code: exit, out } = plumbline('report', '--html', 'report.html');
  expect([exit, out]).toEqual([0, expect.stringContaining('Written to report.html.')]);
  const page = readText('report.html');
  expect(page).not.toMatch(/<img|<script|https?:|url\(|@import/);
  expect(page).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;shop&#34;, level 1');
  expect(page).toContain('<li><code>storage-min-tls</code></li>');
  expect(page.match(/<circle /g)).toHaveLength(2);
  // Every element that is opened is closed.
  const count = (tag: string) => [
    page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length,
    page.match(new RegExp(`</${tag}>`, 'g'))?.length,
  ];
  for (const tag of ['section', 'table', 'tr', 'td', 'th', 'ul', 'li', 'svg', 'meter', 'h2', 'main', 'body'])
    expect([tag, count(tag)[0]]).toEqual([tag, count(tag)[1]]);
});

test('a history that is none, and a name that is not in it', () => {
  code(weak('a'));
  expect(plumbline('report')).toMatchObject({ code: 2, err: expect.stringContaining('no history') });
  expect(plumbline('track')).toMatchObject({ code: 2, err: expect.stringContaining('There is nothing to count') });
  track('2027-01-01');
  expect(plumbline('report', '--name', 'other').err).toContain('In it: shop.');
  const good = readText('plumbline-history.jsonl');
  for (const bad of ['<<<<<<< ours', '{}', '[]', 'null', '{"schema":"azure-plumbline/history-1"}', good.slice(0, 40)]) {
    write('plumbline-history.jsonl', `${good}${bad}\n`);
    const { code: exit, err } = track('2027-02-01');
    expect([exit, err]).toEqual([2, expect.stringContaining('plumbline-history.jsonl:2: no line of a history')]);
    expect(readText('plumbline-history.jsonl')).toBe(`${good}${bad}\n`);
  }
});
