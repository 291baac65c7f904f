import { LOGS_LOWER } from './azure';
import { reportOf, rows } from './fixture';

test('open issues of Azure, by id or by name', () => {
  const report = reportOf('wiz-issues.csv');
  expect(report.ignored).toEqual({ 'not-azure': 1, resolved: 1, suppressed: 2, unreadable: 2 });
  expect(rows(report)).toEqual([
    ['wiz', 'wc-id-1', 'critical', LOGS_LOWER, 'Public storage'],
    ['wiz', 'wc-id-1', 'critical', { azureName: 'stlogs' }, 'Public storage'],
  ]);
});
