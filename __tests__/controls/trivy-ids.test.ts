import { ruleOf } from '../../controls/control';
import { aliasFacts, controlById, controls, controlsForRule, findControls } from '../../controls/index';
import trivyIds from '../../controls/trivy-ids.json';

const ids: ReadonlyMap<string, string> = new Map(Object.entries(trivyIds));
const named = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id);

test('long ids that controls list are those of a check that they list', () => {
  const wrong = controls.flatMap(({ id, aliases }) => {
    const rules = (aliases.trivy ?? []).map((alias) => ruleOf(alias).toLowerCase());
    return rules
      .filter((rule) => rule.startsWith('azure-') && !rules.includes(ids.get(rule) ?? ''))
      .map((rule) => `${id} ${rule}`);
  });
  expect(wrong).toEqual([]);
});

test.each(['AZU-0011', 'AVD-AZU-0011', 'azure-storage-use-secure-tls-policy', 'AZU015', 'azu015'])('%s', (rule) => {
  expect(named(controlsForRule('trivy', rule))).toEqual(['storage-min-tls']);
  expect(named(controlsForRule('tfsec', rule))).toEqual(['storage-min-tls']);
  expect(named(findControls(rule))).toEqual(['storage-min-tls']);
});

test('a short name of two checks, an id of another scanner, a name of an object method', () => {
  for (const rule of ['enforce-https', 'CKV_AZURE_44', 'constructor', '__proto__'])
    expect(controlsForRule('tfsec', rule)).toEqual([]);
});

test('what is known of a rule is known by each of its ids', () => {
  const control = controlById('sql-server-no-open-firewall')!;
  const facts = aliasFacts(control, 'trivy', 'AZU-0029');
  expect(facts?.differs).toBeTruthy();
  expect(aliasFacts(control, 'tfsec', 'azure-database-no-public-firewall-access')).toBe(facts);
});
