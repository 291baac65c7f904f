import { inGroup, LOGS, SUBSCRIPTION } from './azure';
import { reportOf, rows } from './fixture';

const words = (rule: string) => `${rule} in words`;

test('OCSF: failures of Azure by id, else by subscription; what is about the tenant has neither', () => {
  const report = reportOf('prowler.json');
  expect(report.ignored).toEqual({ manual: 1, 'not-azure': 1, passed: 1, suppressed: 1 });
  expect(report.notes).toEqual([]);
  const https = 'storage_secure_transfer_required_is_enabled';
  const insights = 'appinsights_ensure_is_configured';
  const launch = 'vm_trusted_launch_enabled';
  const vm = (name: string) => ({ armId: inGroup(`Microsoft.Compute/virtualMachines/${name}`) });
  expect(rows(report)).toEqual([
    ['prowler', https, 'high', LOGS, words(https)],
    ['prowler', insights, 'low', { armId: SUBSCRIPTION }, words(insights)],
    ['prowler', 'entra_security_defaults_enabled', 'low', {}, words('entra_security_defaults_enabled')],
    ['prowler', launch, 'critical', vm('vma'), words(launch)],
    ['prowler', launch, 'critical', vm('vmb'), words(launch)],
    ['prowler', 'keyvault_recoverable', 'high', { armId: SUBSCRIPTION }, words('keyvault_recoverable')],
  ]);
});

test('its own JSON of version 3', () => {
  const report = reportOf('prowler-3.json');
  expect(report.ignored).toEqual({ informational: 1, 'not-azure': 1, passed: 1 });
  expect(rows(report)).toEqual([
    ['prowler', 'storage_secure_transfer_required_is_enabled', 'medium', LOGS, 'In words'],
    ['prowler', 'defender_ensure_defender_for_server_is_on', 'medium', { armId: SUBSCRIPTION }, 'In words'],
  ]);
});

test('members of wrong types', () => {
  const report = reportOf('prowler-odd.json');
  expect(report.ignored).toEqual({ unreadable: 4 });
  expect(rows(report)).toEqual(['b', 'c', 'd'].map((rule) => ['prowler', rule, undefined, {}, rule]));
});

test('a table with a byte order mark, CRLF, lines in cells, rows that are shifted, cut off or swallowed', () => {
  const report = reportOf('prowler.csv');
  expect(report.ignored).toEqual({ manual: 1, 'not-azure': 1, passed: 1, suppressed: 1, unreadable: 5 });
  expect(report.notes).toEqual([
    'Rows with more or fewer cells than the header are not read: row 12 is the first.',
    'Row 14 opens a quote and never closes it: nothing behind it was read.',
  ]);
  expect(rows(report)).toEqual([
    ['prowler', 'storage_secure_transfer_required_is_enabled', 'high', LOGS, 'Account "stlogs"; HTTP is allowed.'],
    ['prowler', 'appinsights_ensure_is_configured', 'low', { armId: SUBSCRIPTION }, 'Application Insights'],
    ['prowler', 'entra_security_defaults_enabled', 'low', {}, 'Off.'],
  ]);
  expect(reportOf('prowler-nothing.csv')).toMatchObject({ format: 'prowler-csv', findings: [], ignored: {} });
});

test('the table of a framework lists a result once for each requirement', () => {
  const report = reportOf('prowler-compliance.csv');
  expect(report.ignored).toEqual({ duplicate: 1, manual: 1, passed: 1 });
  expect(rows(report)).toEqual([['prowler', 'storage_secure_transfer_required_is_enabled', undefined, LOGS, 'Words']]);
});
