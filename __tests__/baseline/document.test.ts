// The document of a small baseline, whole. UPDATE_GOLDEN=1 writes it anew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decidedIn } from '../../remediations/baseline/decided';
import { baselineDocument } from '../../remediations/baseline/document';
import { published } from '../../remediations/baseline/published';
import { exceptionRegister } from '../../remediations/exception-register';
import { exceptionsIn } from '../../remediations/profile/exceptions';
import { type Profile, readProfile } from '../../remediations/profile/profile';
import { baselineHtml } from '../../remediations/render/baseline-html';
import { baselineMarkdown } from '../../remediations/render/baseline-markdown';
import { standing } from '../../remediations/score';
import { account, estateOf } from '../plan/code';

const golden = (name: string) => join(__dirname, 'golden', name);
const first = {
  baseline: {
    title: 'Baseline of the shop',
    owner: 'platform-security',
    review: '2026-11-30',
    scope: 'All of the shop.',
  },
  exceptions: [
    { control: 'storage-min-tls', address: '*.tills', reason: 'Old tills', owner: 'shop', until: '2026-12-31' },
    { control: 'storage-https-only', path: 'gone/*', reason: 'Moves', owner: 'data', until: '2026-12-31' },
  ],
  attestations: [
    { control: 'entra-guest-review', by: 'identity', on: '2026-11-02', evidence: 'wiki/reviews', next: '2026-12-02' },
  ],
};
const second = {
  ...first,
  baseline: { ...first.baseline, approvedBy: 'CISO', review: '2027-11-30' },
  parameters: { managementNetworks: ['203.0.113.0/24'] },
  on: ['storage-geo-redundant'],
  off: { 'entra-security-defaults': 'Conditional access takes their place' },
  exceptions: [{ ...first.exceptions[0], until: '2027-03-31', ticket: 'SEC-123' }],
  attestations: [...first.attestations, { ...first.attestations[0], on: '2026-12-01', next: '2027-01-01' }],
};
const read = (document: object) => readProfile(document, 'plumbline.yaml');
const estate = estateOf({
  'main.tf': `${account('tills', 'min_tls_version = "TLS1_0"')}\n${account('orders', 'min_tls_version = var.unknown')}`,
  'variables.tf': 'variable "unknown" {}\n',
});

function documentOf(profile: Profile, version: ReturnType<typeof published>, today: string) {
  const { on, off } = profile;
  const how = { level: 1, on, off, exceptions: exceptionsIn(profile), today } as const;
  return baselineDocument(version, {
    today,
    code: { name: 'shop', resources: 2 },
    standing: standing(
      estate.roots.map((group) => ({ name: '', group, ownerOf: () => undefined })),
      how,
    ),
    register: exceptionRegister(profile, { today, roots: estate.roots }),
  });
}

const one = published(undefined, decidedIn(read(first), 1, '0.1.0'), '2026-11-27');
const two = published(one, decidedIn(read(second), 1, '0.1.0'), '2026-12-01');
const shown = documentOf(read(second), two, '2026-12-05');

test('the whole document, as it is published', () => {
  const text = baselineMarkdown(shown);
  const file = golden('baseline.md');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(text);
});

/** What a reader sees, without the names of columns that only a phone shows. */
const seen = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<\/?code>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
const plain = (markdown: string) =>
  markdown
    .replace(/\]\(#[^)]*\)/g, '')
    .replace(/&(\w+);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>' })[name as 'amp'])
    .replace(/^\| (?:-+:? \| |--: \| |--- \| )+.*$/gm, '')
    .replace(/[\\`]/g, '')
    .replace(/[|#*[\]]|^ *- |--:/gm, ' ')
    .replace(/\s+/g, ' ');
const words = (text: string) => text.match(/[\p{L}\d.:/(×-]+/gu) ?? [];

test('the page says the same, word for word', () => {
  const html = [...baselineHtml(shown)].join('');
  const title = 'Baseline of the shop';
  expect(words(seen(html)).slice(words(title).length)).toEqual(words(plain(baselineMarkdown(shown))));
});

test('a level that takes a hundred controls along is told to the last of them', () => {
  const levels = published(one, decidedIn(read(first), 2, '0.1.0'), '2026-12-01');
  const last = levels.decided.controls.filter((id) => !one.decided.controls.includes(id)).at(-1);
  const document = baselineDocument(levels, { today: '2026-12-01' });
  for (const text of [baselineMarkdown(document), [...baselineHtml(document)].join('')])
    expect(text).toContain(`, ${last}.`);
});

test('a review that is over is said', () => {
  expect(baselineMarkdown(documentOf(read(first), one, '2026-12-01'))).toContain('| 2026-11-30, overdue |');
});

test('names stay names, in a table and outside of one', () => {
  const name = 'a|b\n| c | <img src=x onerror=alert(1)> [x](javascript:alert(1)) `y` **z** @all ‮evil';
  const hostile = read({
    baseline: { title: name, owner: name, scope: name, approvedBy: name },
    exceptions: [
      { control: 'storage-min-tls', address: name, reason: name, owner: name, until: '2027-01-01', ticket: name },
    ],
    attestations: [{ control: 'entra-guest-review', by: name, on: '2026-11-02', evidence: name, next: '2027-01-01' }],
    off: { 'web-app-http2': name },
  });
  const version = published(one, decidedIn(hostile, 1, '0.1.0'), '2026-12-01');
  const document = documentOf(hostile, version, '2026-12-01');
  const markdown = baselineMarkdown(document);
  expect(markdown).not.toMatch(/<img|[^\\]\[x[^\\]?\]\(|(?<!\\)\*\*z|@all/);
  // A name does not end its cell: all rows of a table have as many cells.
  const cells = (row: string) => row.replace(/\\./g, '').split('|').length;
  for (const table of markdown.match(/(?:^\|.*\n)+/gm) ?? [])
    expect(new Set(table.trimEnd().split('\n').map(cells)).size).toBe(1);
  const html = [...baselineHtml(document)].join('');
  expect(html).not.toMatch(/<img|<script|‮/);
  expect(markdown).not.toContain('‮');
});
