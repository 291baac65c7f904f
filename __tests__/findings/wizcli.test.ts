import { reportOf, rows } from './fixture';

const rule = '22222222-aaaa-4000-8000-000000000001';

test('matches of each rule; secrets and other kinds of code are counted', () => {
  const report = reportOf('wizcli.json');
  expect(report.ignored).toEqual({ 'not-terraform': 2 });
  expect(rows(report)).toEqual([
    [
      'wiz',
      rule,
      'high',
      {
        address: 'azurerm_storage_account.app',
        type: 'azurerm_storage_account',
        file: 'infra/main.tf',
        lines: [8, 8],
      },
      'Storage accepts HTTP',
    ],
    ['wiz', rule, 'high', { file: 'infra/other.tf' }, 'Storage accepts HTTP'],
  ]);
});

test('nothing found, and members of wrong types', () => {
  expect(reportOf('wizcli-nothing.json')).toMatchObject({ format: 'wizcli', findings: [], ignored: {} });
  const report = reportOf('wizcli-odd.json');
  expect(report.ignored).toEqual({ unreadable: 4 });
  expect(rows(report)).toEqual([['wiz', 'a', undefined, {}, 'a']]);
});
