import { LOGS, SUBSCRIPTION } from './azure';
import { reportOf, rows } from './fixture';

test('a script that holds the results: ids are put together from what stands at the path', () => {
  const report = reportOf('scoutsuite.js');
  expect(report.ignored).toEqual({});
  const tier = 'securitycenter-standard-tier-not-enabled';
  expect(rows(report)).toEqual([
    ['scoutsuite', 'storageaccount-account-allowing-clear-text', 'high', LOGS, 'In words'],
    ['scoutsuite', 'storageaccount-public-blob-container', 'medium', LOGS, 'In words'],
    ['scoutsuite', tier, 'high', { armId: SUBSCRIPTION }, 'In words'],
    ['scoutsuite', tier, 'high', {}, 'In words'],
  ]);
});

test('other clouds', () => {
  expect(reportOf('scoutsuite-aws.json')).toMatchObject({ findings: [], ignored: { 'not-azure': 2 } });
});

test('members of wrong types', () => {
  const report = reportOf('scoutsuite-odd.json');
  expect(report.ignored).toEqual({ unreadable: 4 });
  expect(rows(report)).toEqual([['scoutsuite', 'z', undefined, {}, 'In words']]);
});
