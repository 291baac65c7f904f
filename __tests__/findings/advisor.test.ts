import { LOGS } from './azure';
import { reportOf, rows } from './fixture';

const HTTPS = '1c5de8e1-f68d-6a17-e0d2-ec259c42768c';
const TYPE = '00000000-aaaa-0000-0000-000000000000';

test('what it says of security is a recommendation of Defender', () => {
  const report = reportOf('advisor.json');
  expect(report.ignored).toEqual({ 'not-security': 2, suppressed: 2 });
  expect(rows(report)).toEqual([
    ['defender', HTTPS, 'high', LOGS, 'HTTP is allowed'],
    ['advisor', TYPE, 'low', LOGS, 'HTTP is allowed'],
    ['defender', HTTPS, 'medium', LOGS, 'Flat'],
  ]);
});

test('members of wrong types', () => {
  const report = reportOf('advisor-odd.json');
  expect(report.ignored).toEqual({ 'other-kind': 1, unreadable: 4 });
  expect(rows(report)).toEqual([['advisor', TYPE, undefined, LOGS, TYPE]]);
});
