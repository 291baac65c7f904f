import { Owners } from '../../remediations/azure/owners';

const SUBSCRIPTION = '/subscriptions/5a1e0000-0000-4000-8000-000000000001';
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg`;
const ACCOUNT = `${GROUP}/providers/Microsoft.Storage/storageAccounts/logs`;

test('the nearest tag says who answers for something', () => {
  const owners = new Owners([
    { id: SUBSCRIPTION, tags: { Owner: 'platform' } },
    { id: GROUP.toLowerCase(), tags: { OWNER: 'shop' } },
    { id: ACCOUNT, tags: { owner: 'data' } },
    { id: `${GROUP}/providers/Microsoft.Storage/storageAccounts/empty`, tags: { owner: '' } },
  ]);
  expect(owners.of(ACCOUNT.toUpperCase())).toBe('data');
  expect(owners.of(`${ACCOUNT}/blobServices/default`)).toBe('data');
  expect(owners.of(`${GROUP}/providers/Microsoft.Storage/storageAccounts/empty`)).toBe('shop');
  expect(owners.of(`${SUBSCRIPTION}/resourceGroups/other/providers/Microsoft.Web/sites/app`)).toBe('platform');
  expect(owners.of(SUBSCRIPTION)).toBe('platform');
  expect(owners.of('/subscriptions/another/resourceGroups/rg')).toBeUndefined();
  expect(owners.of('')).toBeUndefined();
});
