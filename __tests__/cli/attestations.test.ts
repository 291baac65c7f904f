import { plumbline, useCommand, write } from './command';

useCommand();

const TODAY = ['--today', '2027-01-15'];
const attestation = (control: string, on: string, next: string) =>
  `  - { control: ${control}, by: identity-team, on: ${on}, evidence: the wiki, next: ${next} }`;
const rows = (out: string) => out.split('\n').map((line) => line.split(/ {2,}/));

test('what is missing comes first, then what is due first', () => {
  write(
    'plumbline.yaml',
    [
      'attestations:',
      attestation('entra-guest-review', '2026-11-01', '2026-12-01'),
      attestation('entra-guest-review', '2026-12-01', '2027-02-01'),
      attestation('entra-mfa-privileged-users', '2026-10-01', '2027-01-14'),
      attestation('public-ip-review', '2027-01-10', '2027-07-10'),
    ].join('\n'),
  );
  const { code, out, err } = plumbline('attestations', ...TODAY);
  expect([code, err]).toEqual([0, '']);
  const states = rows(out).map(([next, state, , control]) => `${next} ${state} ${control}`);
  expect(states.filter((line) => /^20/.test(line))).toEqual([
    '2027-01-14 overdue entra-mfa-privileged-users',
    '2027-02-01 due soon entra-guest-review',
    '2027-07-10 attested public-ip-review',
  ]);
  expect(out).toMatch(/\d+ controls for a person: 1 attested, 1 due soon, 1 overdue, \d+ missing\.\n$/);
  expect(plumbline('attestations', '--strict', ...TODAY).code).toBe(1);
});

test('as JSON; what is off does not count, and level 2 asks for more', () => {
  const all = (...args: readonly string[]) =>
    JSON.parse(plumbline('attestations', '--json', ...TODAY, ...args).out) as { control: string; state: string }[];
  const one = all();
  expect(one.every(({ state }) => state === 'missing')).toBe(true);
  expect(all('--level', '2').length).toBeGreaterThan(one.length);
  write('plumbline.yaml', 'off:\n  entra-guest-review: No guests here\n');
  expect(all().length).toBe(one.length - 1);
});
