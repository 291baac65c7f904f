import { cisNumbers, controls, controlsForRule, type RuleScanner } from '../../controls/index';
import policyAssessments from '../../controls/policy-assessments.json';

const named = (scanner: RuleScanner, rule: string) => controlsForRule(scanner, rule).map(({ id }) => id);

test('a policy and the recommendation that it feeds find the same controls', () => {
  for (const [policy, assessment] of Object.entries(policyAssessments)) {
    const [one, other] = [named('azure-policy', policy), named('defender', assessment)];
    if (one.length && other.length) expect([policy, one]).toEqual([policy, other]);
    else expect([policy, one.length + other.length]).toEqual([policy, 0]);
  }
});

test('in any case, also where only the recommendation is an alias', () => {
  const policy = '13ce0167-8ca6-4048-8e6b-f996402e3c1b';
  expect(named('azure-policy', policy)).toEqual(['defender-vulnerability-assessment']);
  expect(named('azure-policy', policy.toUpperCase())).toEqual(['defender-vulnerability-assessment']);
  expect(named('checkov', policy)).toEqual([]);
});

test.each([
  ['cis_v300_4_1', ['storage-https-only']],
  ['CIS_V300_4_1', ['storage-https-only']],
  ['storage_account_secure_transfer_required_enabled', ['storage-https-only']],
  // 3.1 of version 2.0 and 2.1 is 4.1 of version 3.0.
  ['cis_v200_3_1', ['storage-https-only']],
  ['cis_v210_3_1', ['storage-https-only']],
  ['cis_v500_9_3_4', ['storage-https-only']],
  ['cis_v130_3_1', []],
  ['cis_v300_99_1', []],
  ['cis_v300_', []],
])('Powerpipe %s', (rule, expected) => {
  expect(named('powerpipe', rule)).toEqual(expected);
});

test('a number that several controls share names none of them', () => {
  const number = '9.1';
  const sharing = controls.filter((control) => cisNumbers(control, '2.0').includes(number));
  expect(sharing.length).toBeGreaterThan(1);
  expect(named('powerpipe', 'cis_v200_9_1')).toEqual([]);
});
