import { join } from 'node:path';
import { account, versions } from '../plan/code';
import { everything, plumbline, readText, useCommand, write } from './command';

useCommand();

const azure = join(__dirname, '../../examples/azure');
const docs = (day: string, ...more: string[]) => plumbline('baseline', 'docs', '--out', 'out', '--today', day, ...more);
const profile = (text: string) => write('plumbline.yaml', text);
const json = () => JSON.parse(readText('out/baseline.json'));

beforeEach(() => {
  write('infra/main.tf', `${account('a', 'min_tls_version = "TLS1_0"')}\n${account('b')}`);
  write('infra/versions.tf', versions());
  profile(`baseline: { title: Baseline of the shop, owner: platform, review: 2026-11-01 }
exceptions:
  - { control: storage-min-tls, address: "*.a", reason: "Tills | <b>old</b> [x](javascript:1)", owner: shop, until: 2027-06-30 }
`);
});

test('the first version says all there is to say', () => {
  const { code, out, err } = docs('2026-11-27', '--code', 'infra');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Version 1, of 2026-11-27: the first one.');
  expect(everything().filter((name) => name.startsWith('out/'))).toEqual([
    'out/baseline.html',
    'out/baseline.json',
    'out/baseline.md',
  ]);
  const text = readText('out/baseline.md');
  expect(text).toMatch(/^# Baseline of the shop$/m);
  expect(text).toMatch(/^\| Next review \| 2026-11-01, overdue \|$/m);
  expect(text).toMatch(/^\| Looked at \| the code infra, on 2026-11-27 \|$/m);
  expect(text).toMatch(
    /^\| 4\.15 \| Storage accounts refuse TLS below 1\.2\..*\(`storage-min-tls`\) \| high \| 1 \| Checked in code and in Azure\. The plan changes what deviates\. One exception is registered below\. \| 1 compliant, 1 excepted \|$/m,
  );
  expect(text).toContain('Tills \\| &lt;b&gt;old&lt;/b&gt; \\[x\\](javascript:1)');
  expect(text).toMatch(/^## Change record\n\n### Version 1, 2026-11-27\n\nFirst published\.$/m);
  for (const title of ['How it stands', 'Controls', 'Parameters', 'Exceptions', 'Attestations', 'Owners'])
    expect(text).toMatch(new RegExp(`^## ${title}$`, 'm'));
  const html = readText('out/baseline.html');
  expect(html).toContain('Tills | &#60;b&#62;old');
  expect(html).not.toMatch(/<b>|<script|https?:\/\/[^w]/);
});

test('the same again is the same version, byte for byte', () => {
  docs('2026-11-27', '--code', 'infra');
  const files = ['baseline.md', 'baseline.html', 'baseline.json'].map((name) => readText(`out/${name}`));
  const { out } = docs('2026-11-27', '--code', 'infra');
  expect(out).toContain('Version 1, of 2026-11-27: nothing is decided otherwise.');
  expect(['baseline.md', 'baseline.html', 'baseline.json'].map((name) => readText(`out/${name}`))).toEqual(files);
  docs('2026-12-27', '--code', 'infra');
  expect([readText('out/baseline.json'), json().version]).toEqual([files[2], 1]);
});

test('every version has a record, and none is lost', () => {
  docs('2026-11-27');
  profile('level: 2\nbaseline: { title: Baseline of the shop, owner: security }\n');
  expect(docs('2026-12-01').out).toMatch(
    /^Version 2, of 2026-12-01: 5 changes\.\n {2}The owner is security, it was platform\./m,
  );
  profile('level: 2\nbaseline: { title: Baseline of the shop, owner: security }\non: [storage-no-shared-keys]\n');
  docs('2026-12-02');
  expect(json().record.map(({ version, day }: { version: number; day: string }) => [version, day])).toEqual([
    [3, '2026-12-02'],
    [2, '2026-12-01'],
    [1, '2026-11-27'],
  ]);
  expect(readText('out/baseline.md')).toMatch(
    /### Version 3, 2026-12-02\n\n- Asked for now: storage-no-shared-keys\.\n\n### Version 2/,
  );
});

test('with a scan it has the inventory, with guardrails what Azure Policy does', () => {
  profile('guardrails: { managementGroup: platform, deny: [storage-https-only] }\n');
  docs('2026-11-27', '--live', azure);
  const text = readText('out/baseline.md');
  expect(text).toMatch(/^## Inventory\n\nRead on [\d-]+: \d+ assets in 1 subscription\./m);
  expect(text).toMatch(/^\| 4\.1 \| .* Azure Policy refuses what deviates\. \| /m);
  expect(text).toMatch(/^\| 4\.6 \| .* Azure Policy reports what deviates\. \| /m);
  expect(text).toMatch(/^\| Owner \| nobody is named \(baseline in plumbline\.yaml\) \|$/m);
});

test.each([
  ['{', 'not JSON'],
  ['{"schema":"azure-plumbline/baseline-1"}', 'something of it is missing'],
  [
    '{"schema":"azure-plumbline/baseline-2", "was":"azure-plumbline/baseline-1"}',
    'its schema is "azure-plumbline/baseline-2"',
  ],
])('a baseline.json such as %s is told and left alone', (text, message) => {
  docs('2026-11-27');
  const broken = text.includes('baseline-1') ? text : `${text} "azure-plumbline/baseline-1"`;
  write('out/baseline.json', broken);
  const { code, err } = docs('2026-11-28');
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain('Restore it from git');
  expect(readText('out/baseline.json')).toBe(broken);
});

test.each([
  ['baseline: [a]', 'a mapping is expected'],
  ['baseline: { name: x }', '"name" is not known'],
  ['baseline: { review: soon }', 'review is "soon"'],
  ['baseline: { owner: 3 }', 'owner: a text is expected'],
])('%s in the profile is told', (text, message) => {
  profile(text);
  const { code, err } = docs('2026-11-27');
  expect(code).toBe(2);
  expect(err).toContain(message);
});
