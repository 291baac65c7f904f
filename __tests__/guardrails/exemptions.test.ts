import { guardrails } from '../../controls/guardrails/initiative';
import { exempted } from '../../remediations/guardrails/exemptions';
import type { ProfileException } from '../../remediations/profile/exceptions';

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';
const ACCOUNT = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st`;
const held = guardrails({ level: 2 });
const given = (more: Partial<ProfileException>): ProfileException => ({
  control: 'storage-min-tls',
  reason: 'Old scanners',
  owner: 'team-shop',
  until: '2027-06-30',
  ...more,
});
const of = (exception: ProfileException, covered?: readonly string[]) =>
  exempted([exception], {
    ...held,
    scope: { subscription: SUBSCRIPTION },
    today: '2026-11-27',
    noExceptions: new Set(['storage-https-only']),
    ...(covered ? { covered: new Map([[exception, new Set(covered)]]) } : {}),
  });

test('one id of Azure is exempted until its last day', () => {
  const { exemptions, not } = of(given({ arm: ACCOUNT, ticket: 'SEC-1' }));
  expect(not).toEqual([]);
  expect(exemptions).toEqual([
    {
      control: 'storage-min-tls',
      armId: ACCOUNT,
      reason: 'Old scanners',
      owner: 'team-shop',
      until: '2027-06-30',
      ticket: 'SEC-1',
    },
  ]);
});

test('a pattern needs a scan, and stands for what it covers there', () => {
  const pattern = given({ arm: '*/storageAccounts/st*' });
  expect(of(pattern).not[0].why).toMatch(/^it is a pattern: with --live/);
  expect(of(pattern, []).not[0].why).toBe('it covers nothing in the scan');
  expect(of(pattern, [ACCOUNT]).exemptions.map(({ armId }) => armId)).toEqual([ACCOUNT]);
});

test.each([
  ['an address in code', given({ address: 'azurerm_storage_account.x' }), /^it names code/],
  ['a day that is over', given({ arm: ACCOUNT, until: '2026-11-26' }), 'it ended on 2026-11-26'],
  [
    'a control that no guardrail holds',
    given({ control: 'web-app-cors', arm: ACCOUNT }),
    'no guardrail holds the control',
  ],
  [
    'a control without exceptions',
    given({ control: 'storage-https-only', arm: ACCOUNT }),
    'nothing is excepted from the control',
  ],
  ['another subscription', given({ arm: ACCOUNT.replace('0000', '1111') }), /is not in the subscription$/],
  ['what is no id', given({ arm: 'st' }), 'st is no id that Azure exempts'],
])('%s is no exemption, and is told', (_, exception, why) => {
  const { exemptions, not } = of(exception);
  expect(exemptions).toEqual([]);
  expect(not).toEqual([{ exception, why: typeof why === 'string' ? why : expect.stringMatching(why) }]);
});

test('a setting of a subscription is exempted there', () => {
  const pricing = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Security/pricings/KeyVaults`;
  expect(of(given({ control: 'defender-plan-key-vault', arm: pricing })).exemptions[0].armId).toBe(
    `/subscriptions/${SUBSCRIPTION}`,
  );
});
