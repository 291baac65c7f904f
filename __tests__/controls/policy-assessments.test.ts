import { controlsForRule, type RuleScanner } from '../../controls/index';
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
