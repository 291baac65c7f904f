import { armExtended, armId, armKey, armParent, inAzure, lastSegment } from '../../remediations/findings/arm-id';

const SUB = '/subscriptions/00000000-0000-0000-0000-00000000000a';

test.each([
  [`${SUB}/resourcegroups/Rg/Providers/Microsoft.X/types/n/`, `${SUB}/resourceGroups/Rg/providers/Microsoft.X/types/n`],
  [`${SUB.slice(1)}//resourceGroups/rg`, `${SUB}/resourceGroups/rg`],
  [`${SUB.toUpperCase()}/RESOURCEGROUPS/RG##Serverless`, `${SUB}/resourceGroups/RG`],
  // A group may have the name of a keyword.
  [
    `${SUB}/resourceGroups/resourcegroups/providers/A.B/c/PROVIDERS`,
    `${SUB}/resourceGroups/resourcegroups/providers/A.B/c/PROVIDERS`,
  ],
  [`${SUB}///`, SUB],
  ['/subscriptions/', undefined],
  ['/providers/Microsoft.Management/managementGroups/x', undefined],
  ['stlogs', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s', (given, expected) => {
  expect(armId(given)).toBe(expected);
});

test('what is above', () => {
  const account = `${SUB}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/x`;
  expect(armParent(`${account}/blobServices/default`)).toBe(account);
  expect(armParent(`${account}/providers/Microsoft.Insights/diagnosticSettings/d`)).toBe(account);
  expect(armParent(account)).toBe(`${SUB}/resourceGroups/rg`);
  expect(armParent(`${SUB}/resourceGroups/rg`)).toBe(SUB);
  expect(armParent(`${SUB}/providers/Microsoft.Security/pricings/x`)).toBe(SUB);
  expect(armParent(SUB)).toBeUndefined();
});

test('extensions, names and keys', () => {
  expect(armExtended(`${SUB}/PROVIDERS/microsoft.security/assessments/a`, 'Microsoft.Security/assessments')).toBe(SUB);
  expect(armExtended(SUB, 'Microsoft.Security/assessments')).toBeUndefined();
  expect([lastSegment('/a/b'), lastSegment('b'), lastSegment('/a/'), lastSegment(undefined)]).toEqual([
    'b',
    'b',
    undefined,
    undefined,
  ]);
  expect(armKey(`${SUB}/RESOURCEGROUPS/A/`)).toBe(armKey(`${SUB}/resourceGroups/a`));
});

test('a subscription stands in for a resource, by its id alone', () => {
  expect(inAzure('AppInsights', SUB.slice(15))).toEqual({ armId: SUB });
  expect(inAzure(undefined, SUB)).toEqual({ armId: SUB });
  expect(inAzure('x', 'My subscription')).toEqual({});
  expect(inAzure('x', '../../etc')).toEqual({});
});
