// baseline.json as people may have changed it: a conflict that was resolved by hand, a line that went missing.
import { decidedIn } from '../../remediations/baseline/decided';
import { baselineDocument } from '../../remediations/baseline/document';
import { type Published, published, readPublished } from '../../remediations/baseline/published';
import { readProfile } from '../../remediations/profile/profile';

const profile = readProfile(
  {
    baseline: { owner: 'ann', review: '2027-01-01' },
    parameters: { managementNetworks: ['203.0.113.0/24'], keyExpirationDate: '2027-06-30T00:00:00Z' },
    off: { 'web-app-http2': 'Our gateway' },
    exceptions: [
      {
        control: 'storage-min-tls',
        tags: { app: 'shop' },
        reason: 'r',
        owner: 'shop',
        until: '2027-01-01',
        ticket: 'S',
      },
    ],
    attestations: [
      { control: 'entra-guest-review', by: 'ann', on: '2026-11-01', evidence: 'wiki', next: '2026-12-01' },
    ],
    guardrails: { managementGroup: 'platform', deny: ['storage-https-only'] },
  },
  'x.yaml',
);
const decided = decidedIn(profile, 1, '0.1.0');
const first = published(undefined, decided, '2026-11-27');
const second = published(first, decidedIn({ ...profile, level: 2 }, 2, '0.1.0'), '2026-12-01');

test('what was written is read again', () => {
  expect(readPublished(JSON.stringify(second), 'x')).toEqual(second);
  expect(second.record.map(({ version }) => version)).toEqual([2, 1]);
});

type Branch = Record<string, unknown>;
function* branches(value: unknown): Generator<Branch> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Branch;
  for (const each of Object.values(value)) yield* branches(each);
}

test('whatever becomes of a part, it is read and shown, or refused in words', () => {
  const text = JSON.stringify(second);
  const count = [...branches(JSON.parse(text))].reduce((sum, each) => sum + Object.keys(each).length, 0);
  const seen = { read: 0, refused: 0 };
  for (const strange of [null, 7, 'x', [], {}, [null], { a: null }, undefined])
    for (let i = 0; i < count; i++) {
      const copy = JSON.parse(text) as Published;
      let left = i;
      for (const branch of branches(copy)) {
        const names = Object.keys(branch);
        if (left < names.length) {
          branch[names[left]] = strange;
          break;
        }
        left -= names.length;
      }
      let before: Published;
      try {
        before = readPublished(JSON.stringify(copy), 'out/baseline.json');
      } catch (error) {
        expect(error).toMatchObject({ name: 'UserError', message: expect.stringMatching(/^out\/baseline\.json: /) });
        seen.refused++;
        continue;
      }
      baselineDocument(published(before, decided, '2026-12-02'), { today: '2026-12-02' });
      seen.read++;
    }
  expect(seen.refused).toBeGreaterThan(300);
  expect(seen.read).toBeGreaterThan(100);
});
