import { reportOf, rows } from './fixture';

test('a violation listed for the root and for the module is one', () => {
  const report = reportOf('terrascan.json');
  expect(report.ignored).toEqual({ duplicate: 1, 'not-terraform': 1, passed: 2, skipped: 1 });
  expect(report.notes).toEqual(['Terrascan could not read all of the code: main.tf has an error.']);
  expect(rows(report)).toEqual([
    [
      'terrascan',
      'AC_AZURE_0389',
      'medium',
      {
        address: 'azurerm_storage_account.this',
        type: 'azurerm_storage_account',
        file: 'modules/store/main.tf',
        lines: [4, 4],
      },
      'In words.',
    ],
    ['terrascan', 'accurics.azure.NS.32', 'low', { label: 'logs', file: 'main.tf', lines: [12, 12] }, 'In words.'],
  ]);
});

test('nothing found, and members of wrong types', () => {
  expect(reportOf('terrascan-nothing.json')).toMatchObject({ format: 'terrascan', findings: [], ignored: {} });
  const report = reportOf('terrascan-odd.json');
  expect(report.ignored).toEqual({ unreadable: 2 });
  expect(report.notes).toEqual(['Terrascan could not read all of the code: it does not say why.']);
  expect(rows(report)).toEqual([
    ['terrascan', 'A', undefined, {}, 'A'],
    ['terrascan', 'B', undefined, { file: 'C:/x/../main.tf' }, 'B'],
  ]);
});
