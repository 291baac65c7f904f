import { changesBetween } from '../../remediations/baseline/changes';
import { type Decided, decidedIn } from '../../remediations/baseline/decided';
import { published } from '../../remediations/baseline/published';
import { NO_PROFILE, type Profile, readProfile } from '../../remediations/profile/profile';

const decided = (document: object, level: 1 | 2 = 1): Decided =>
  decidedIn(readProfile(document, 'x.yaml') as Profile, level);
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
    'New is the exception from storage-soft-delete for files old/*, until 2027-01-01, by data: moves.',
    'Gone is the exception from storage-https-only for /x.',
    'entra-guest-review was attested by bob on 2026-12-01, the next time by 2027-01-01.',
    'The attestation of entra-guest-review on 2026-11-01 was taken out.',
    'Azure Policy holds the baseline for the management group platform, effect audit; these refuse: storage-https-only.',
  ]);
  // And all the way back.
  expect(changesBetween(now, before).length).toBeGreaterThan(10);
});

test('a level takes its controls along, in one line', () => {
  const [level, asked, ...more] = changesBetween(decidedIn(NO_PROFILE, 1), decidedIn(NO_PROFILE, 2));
  expect(level.text).toBe('Level 1 became level 2.');
  expect(asked.text).toMatch(/^Asked for now: .*storage-blob-logging, /);
  expect(more).toEqual([]);
});
