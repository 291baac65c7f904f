import { inGroup, LOGS_LOWER, SUBSCRIPTION } from './azure';
import { reportOf, rows } from './fixture';

const HTTPS = '404c3081-a854-4457-ae30-26a93ef643f9';
const REFERENCE = 'secureTransferToStorageAccount';

test('REST: one finding for several assignments, also of a subscription, a part and a definition of our own', () => {
  const report = reportOf('azure-policy.json');
  expect(report.ignored).toEqual({ duplicate: 1, exempt: 1, passed: 1, unknown: 1, unreadable: 2 });
  expect(report.notes).toEqual([]);
  const blobs = { armId: inGroup('microsoft.storage/storageaccounts/stlogs/blobservices/default') };
  expect(rows(report)).toEqual([
    ['azure-policy', HTTPS, undefined, LOGS_LOWER, REFERENCE],
    ['azure-policy', HTTPS, undefined, { armId: SUBSCRIPTION }, HTTPS],
    ['azure-policy', 'Audit a tag', undefined, blobs, 'Audit a tag'],
  ]);
});

test('Resource Graph', () => {
  const report = reportOf('azure-policy-graph.json');
  expect(report.ignored).toEqual({});
  expect(report.notes).toEqual(['The report is one page of several: the rest of its findings is not in it.']);
  expect(rows(report)).toEqual([['azure-policy', HTTPS, undefined, LOGS_LOWER, REFERENCE]]);
});

test('events', () => {
  const report = reportOf('azure-policy-events.json');
  expect(report.ignored).toEqual({ passed: 1 });
  expect(rows(report)).toEqual([['azure-policy', HTTPS, undefined, LOGS_LOWER, HTTPS]]);
});

test('sums say nothing of a state', () => {
  expect(reportOf('azure-policy-sums.json')).toMatchObject({ findings: [], ignored: { summary: 1 } });
});

test('members of wrong types', () => {
  const report = reportOf('azure-policy-odd.json');
  expect(report.ignored).toEqual({ unreadable: 3 });
  expect(rows(report)).toEqual([
    ['azure-policy', HTTPS, undefined, {}, REFERENCE],
    ['azure-policy', HTTPS, undefined, {}, HTTPS],
    ['azure-policy', HTTPS, undefined, { armId: `${SUBSCRIPTION}/resourceGroups/rg` }, HTTPS],
  ]);
});

test('the table of the action', () => {
  const report = reportOf('azure-policy.csv');
  expect(report.ignored).toEqual({ duplicate: 1, passed: 1, unreadable: 1 });
  expect(rows(report)).toEqual([['azure-policy', HTTPS, undefined, LOGS_LOWER, HTTPS]]);
});
