import { changesBetween } from '../../remediations/baseline/changes';
import { type Decided, decidedIn } from '../../remediations/baseline/decided';
import { published } from '../../remediations/baseline/published';
import { NO_PROFILE, readProfile } from '../../remediations/profile/profile';

const decided = (document: object, level: 1 | 2 = 1): Decided =>
  decidedIn(readProfile(document, 'x.yaml'), level, '0.1.0');
const before = decided({
  baseline: { owner: 'ann', review: '2027-01-01' },
  parameters: { managementNetworks: ['203.0.113.0/24'] },
  exceptions: [
    { control: 'storage-min-tls', address: '*.a', reason: 'r', owner: 'shop', until: '2027-01-01' },
    { control: 'storage-https-only', arm: '/x', reason: 'r', owner: 'shop', until: '2027-01-01' },
  ],
  attestations: [{ control: 'entra-guest-review', by: 'ann', on: '2026-11-01', evidence: 'wiki', next: '2026-12-01' }],
});
const texts = (now: Decided) => changesBetween(before, now).map(({ text }) => text);

test('nothing decided otherwise is no change', () => {
  expect(texts(before)).toEqual([]);
  expect(texts(JSON.parse(JSON.stringify(before)))).toEqual([]);
  const first = published(undefined, before, '2026-11-27');
  expect(published(first, before, '2026-12-27')).toBe(first);
});

test('everything that is decided otherwise is told', () => {
  const now = decided({
    baseline: { owner: 'bob', review: '2028-01-01', approvedBy: 'CISO' },
    parameters: { managementNetworks: ['198.51.100.0/24'], keyExpirationDate: '2027-06-30T00:00:00Z' },
    on: ['storage-no-shared-keys'],
    off: { 'web-app-http2': 'Our gateway speaks HTTP/1.1 only' },
    noExceptions: ['key-vault-purge-protection'],
    exceptions: [
      { control: 'storage-min-tls', address: '*.a', reason: 'r', owner: 'shop', until: '2027-06-01', ticket: 'S-1' },
      { control: 'storage-soft-delete', path: 'old/*', reason: 'moves', owner: 'data', until: '2027-01-01' },
    ],
    attestations: [
      { control: 'entra-guest-review', by: 'bob', on: '2026-12-01', evidence: 'wiki', next: '2027-01-01' },
    ],
    guardrails: { managementGroup: 'platform', deny: ['storage-https-only'] },
  });
  expect(texts(now)).toEqual([
    'The owner is bob, it was ann.',
    'The approval is CISO.',
    'The day of review is 2028-01-01, it was 2027-01-01.',
    'Asked for now: storage-no-shared-keys.',
    'web-app-http2 does not count here: Our gateway speaks HTTP/1.1 only',
    'Nothing is excepted any more from: key-vault-purge-protection.',
    'keyExpirationDate is "2027-06-30T00:00:00Z".',
    'managementNetworks is ["198.51.100.0/24"], it was ["203.0.113.0/24"].',
    'Changed is the exception from storage-min-tls for *.a: it lasts until 2027-06-01, it was 2027-01-01, it is now by shop: r (S-1).',
    'New is the exception from storage-soft-delete for path old/*, until 2027-01-01, by data: moves.',
    'Gone is the exception from storage-https-only for arm /x.',
    'entra-guest-review was attested by bob on 2026-12-01, the next time by 2027-01-01.',
    'The attestation of entra-guest-review on 2026-11-01 was taken out.',
    'Azure Policy holds the baseline for the management group platform, effect audit; these refuse: storage-https-only.',
  ]);
  // And all the way back.
  expect(changesBetween(now, before).length).toBeGreaterThan(10);
});

test('a level takes its controls along, in one line', () => {
  const [level, asked, ...more] = changesBetween(decidedIn(NO_PROFILE, 1, '0.1.0'), decidedIn(NO_PROFILE, 2, '0.1.0'));
  expect(level.text).toBe('Level 1 became level 2.');
  expect(asked.text).toMatch(/^Asked for now: .*storage-blob-logging, /);
  expect(more).toEqual([]);
});

test('another release is told, and a first one that none was named by', () => {
  const of = (tool: string | undefined) => ({ ...before, tool });
  expect(changesBetween(of('0.1.0'), of('0.2.0'))).toEqual([
    { kind: 'tool', text: 'Written by plumbline 0.2.0, it was 0.1.0.' },
  ]);
  expect(changesBetween(of(undefined), of('0.1.0'))[0].text).toBe('Written by plumbline 0.1.0.');
});

const FULL = {
  baseline: { title: 'Shop', scope: 'All of it', owner: 'ann', approvedBy: 'CISO', review: '2027-01-01' },
  parameters: { managementNetworks: ['203.0.113.0/24'], secretExpirationDate: '2027-01-01T00:00:00Z' },
  on: ['storage-geo-redundant'],
  off: { 'storage-blob-logging': 'No money for it', 'web-app-http2': 'Our gateway' },
  noExceptions: ['storage-https-only'],
  exceptions: [
    { control: 'storage-min-tls', address: '*.a', reason: 'r', owner: 'shop', until: '2027-01-01', ticket: 'S-1' },
    { control: 'storage-min-tls', address: '*.a', reason: 's', owner: 'data', until: '2027-02-01' },
    { control: 'storage-min-tls', tags: { a: 'b', c: 'd' }, path: 'x/*', reason: 'r', owner: 'o', until: '2027-01-01' },
    { control: 'storage-min-tls', arm: '*.a', reason: 'r', owner: 'shop', until: '2027-01-01' },
  ],
  attestations: [
    { control: 'entra-guest-review', by: 'ann', on: '2026-11-01', evidence: 'wiki', next: '2026-12-01' },
    { control: 'entra-guest-review', by: 'bob', on: '2026-11-01', evidence: 'wiki', next: '2026-12-01' },
  ],
  guardrails: { managementGroup: 'platform', effect: 'audit', deny: ['storage-https-only', 'storage-min-tls'] },
};

/** Paths of all members and elements, those of branches too. */
const paths = (value: unknown, path: readonly string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => [[...path, name], ...paths(each, [...path, name])])
    : [];

type Branch = Record<string, unknown>;
/** What holds the last step of a path. */
const parentOf = (document: object, path: readonly string[]): Branch =>
  path.slice(0, -1).reduce((each, name) => each[name] as Branch, document as Branch);

/** A copy without what stands at a path. */
function without(document: object, path: readonly string[]): object {
  const copy = structuredClone(document);
  const last = path[path.length - 1];
  const parent = parentOf(copy, path);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

test.each([1, 2] as const)('nothing can be taken out or put in without being told, level %d', (level) => {
  const full = decided(FULL, level);
  let tried = 0;
  for (const path of paths(FULL)) {
    let less: Decided;
    try {
      less = decided(without(FULL, path), level);
    } catch {
      // Without that it would be no profile.
      continue;
    }
    // "audit" is what is said where nothing is.
    if (path.join() === 'guardrails,effect') continue;
    tried++;
    expect([path, changesBetween(full, less).length]).not.toEqual([path, 0]);
    expect([path, changesBetween(less, full).length]).not.toEqual([path, 0]);
  }
  expect(tried).toBeGreaterThan(25);
});

test('no text can become another without being told', () => {
  const full = decided(FULL);
  for (const path of paths(full)) {
    const copy = structuredClone(full);
    const parent = parentOf(copy, path);
    const last = path[path.length - 1];
    if (typeof parent[last] !== 'string') continue;
    parent[last] = `${parent[last]}x`;
    expect([path, changesBetween(full, copy).length]).not.toEqual([path, 0]);
  }
});

test('what is written in another order is the same', () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.every((each) => typeof each === 'string')
        ? value
        : value.map(turned)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([name, each]) => [name, turned(each)]),
          )
        : value;
  const other = {
    ...(turned(FULL) as typeof FULL),
    exceptions: [...FULL.exceptions.slice(2), ...FULL.exceptions.slice(0, 2)],
  };
  other.guardrails.deny.reverse();
  expect(changesBetween(decided(FULL), decided(other))).toEqual([]);
});
