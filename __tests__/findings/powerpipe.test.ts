import { LOGS, SUBSCRIPTION } from './azure';
import { reportOf, rows } from './fixture';

test('the tree: a control of several benchmarks is one finding, a query that failed is told', () => {
  const report = reportOf('powerpipe.json');
  expect(report.ignored).toEqual({
    duplicate: 1,
    informational: 1,
    manual: 1,
    'not-azure': 1,
    passed: 1,
    skipped: 1,
    unknown: 2,
  });
  expect(rows(report)).toEqual([
    ['powerpipe', 'cis_v300_4_1', 'high', LOGS, 'alarm in words'],
    ['powerpipe', 'cis_v300_3_1_3_1', undefined, { armId: SUBSCRIPTION }, 'alarm in words'],
  ]);
});

test('the table', () => {
  const report = reportOf('powerpipe.csv');
  expect(report.ignored).toEqual({ duplicate: 1, informational: 1, passed: 1, unreadable: 2 });
  expect(rows(report)).toEqual([
    ['powerpipe', 'cis_v300_4_1', undefined, LOGS, 'stlogs, alarm'],
    ['powerpipe', 'cis_v300_3_1_3_1', undefined, { armId: SUBSCRIPTION }, 'stlogs, alarm'],
  ]);
});

test('members of wrong types', () => {
  const report = reportOf('powerpipe-odd.json');
  expect(report.ignored).toEqual({ unreadable: 6 });
  expect(rows(report)).toEqual([['powerpipe', 'a', undefined, {}, 'a']]);
});
