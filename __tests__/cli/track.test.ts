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
