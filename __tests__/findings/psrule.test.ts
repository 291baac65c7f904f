import { reportOf, rows } from './fixture';

test('resources in Azure by id or name; how bad it is stands with the rule', () => {
  const report = reportOf('psrule.json');
  expect(report.ignored).toEqual({ 'not-terraform': 1, notApplicable: 1, passed: 1, suppressed: 1, unknown: 1 });
  expect(rows(report)).toEqual([
    [
      'psrule',
      'Azure.Storage.SecureTransfer',
      'critical',
      {
        armId:
          '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stlogs',
        file: 'exports/resources.json',
        lines: [12, 12],
      },
      'Azure.Storage.SecureTransfer in words',
    ],
    ['psrule', 'Azure.Storage.MinTLS', 'high', { azureName: 'stlogs' }, 'TLS'],
  ]);
});

test('members of wrong types', () => {
  const report = reportOf('psrule-odd.json');
  expect(report.ignored).toEqual({ unreadable: 3 });
  expect(rows(report)).toEqual([['psrule', 'A', undefined, {}, 'A']]);
});
