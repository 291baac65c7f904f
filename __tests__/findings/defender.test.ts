import { inGroup, LOGS, LOGS_LOWER, SUBSCRIPTION } from './azure';
import { reportOf, rows } from './fixture';

const HTTPS = '1c5de8e1-f68d-6a17-e0d2-ec259c42768c';
const CONTACT = '77758c9d-8a56-5f54-6ff7-69a762ca6004';
const EXTENSIONS = '6a170dc2-889d-b2dd-0ad8-aadfe97db942';
const PARTIAL = 'The report is one page of several: the rest of its findings is not in it.';

test('REST: ids in any case, of parts, extensions and pods, of classic resources; what is elsewhere is none of ours', () => {
  const report = reportOf('defender.json');
  expect(report.ignored).toEqual({ duplicate: 1, 'not-azure': 2, notApplicable: 1, passed: 1 });
  expect(report.notes).toEqual([PARTIAL]);
  const pods = 'Microsoft.ContainerService/managedClusters/aks/providers/Microsoft.Security/securityentitydata/pods/*';
  expect(rows(report)).toEqual([
    ['defender', HTTPS, undefined, LOGS, '1c5d in words'],
    ['defender', CONTACT, undefined, { armId: SUBSCRIPTION }, '7775 in words'],
    [
      'defender',
      EXTENSIONS,
      undefined,
      { armId: inGroup('microsoft.compute/virtualmachines/vm/extensions/agent') },
      '6a17 in words',
    ],
    ['defender', 'f1f2f7dc-7bd5-18bf-c403-cbbdb7ec3d69', undefined, { armId: inGroup(pods) }, 'f1f2 in words'],
    ['defender', HTTPS, undefined, { armId: inGroup('Microsoft.ClassicStorage/storageAccounts/old') }, '1c5d in words'],
    // Without details, the id of the assessment says what it is of.
    ['defender', HTTPS, undefined, { armId: inGroup('Microsoft.Storage/storageAccounts/d') }, HTTPS],
  ]);
});

test.each([
  ['defender-graph.json', [], LOGS_LOWER],
  ['defender-graph-table.json', [PARTIAL], LOGS_LOWER],
])('Resource Graph, with severity: %s', (fixture, notes, subject) => {
  const report = reportOf(fixture);
  expect(report.ignored).toEqual({ passed: 1 });
  expect(report.notes).toEqual(notes);
  expect(rows(report)).toEqual([['defender', HTTPS, 'high', subject, 'In words']]);
});

test('the command line, which has no properties', () => {
  const report = reportOf('defender-flat.json');
  expect(report.ignored).toEqual({});
  expect(rows(report)).toEqual([['defender', HTTPS, undefined, LOGS, 'In words']]);
});

test('continuous export: a document on each line, other kinds among them', () => {
  const report = reportOf('defender-export.ndjson');
  expect(report.ignored).toEqual({ 'other-kind': 2, passed: 1 });
  expect(rows(report)).toEqual([['defender', HTTPS, undefined, LOGS, '1c5d in words']]);
});

test('the table in Log Analytics', () => {
  const report = reportOf('defender-logs.json');
  expect(report.ignored).toEqual({ 'not-azure': 1 });
  expect(rows(report)).toEqual([
    ['defender', HTTPS, 'high', LOGS, 'In words'],
    ['defender', HTTPS, 'low', LOGS, 'Other words'],
  ]);
});

test('members of wrong types', () => {
  const report = reportOf('defender-odd.json');
  expect(report.ignored).toEqual({ unreadable: 5 });
  expect(rows(report)).toEqual([['defender', 'b', undefined, {}, 'b']]);
});

test('tables of the portal: 20 columns, then 27', () => {
  const old = reportOf('defender-2021.csv');
  expect(old.ignored).toEqual({ notApplicable: 1, passed: 1, unreadable: 1 });
  expect(rows(old)).toEqual([
    ['defender', HTTPS, 'high', LOGS_LOWER, 'Secure transfer, "always"'],
    ['defender', CONTACT, 'low', { armId: SUBSCRIPTION }, 'Contact'],
    ['defender', EXTENSIONS, 'high', LOGS_LOWER, 'Secure transfer, "always"'],
  ]);
  const later = reportOf('defender-2023.csv');
  expect(later.ignored).toEqual({ 'not-azure': 1 });
  expect(rows(later)).toEqual([['defender', HTTPS, 'high', LOGS_LOWER, 'Secure transfer, "always"']]);
});
