import { reportOf, rows } from './fixture';

const words = 'In words.';
const infra = '/home/runner/work/shop/shop/infra';

test('ids of Trivy, absolute paths, the module in place of the resource', () => {
  const report = reportOf('tfsec.json');
  const vm = { file: `${infra}/modules/vm/main.tf`, lines: [12, 12] };
  expect(report.ignored).toEqual({ duplicate: 1, passed: 1, suppressed: 1 });
  expect(rows(report)).toEqual([
    [
      'tfsec',
      'AVD-AZU-0027',
      'medium',
      {
        address: 'azurerm_mssql_server.orders',
        type: 'azurerm_mssql_server',
        file: `${infra}/database.tf`,
        lines: [3, 18],
      },
      words,
    ],
    ['tfsec', 'AVD-AZU-0039', 'high', { module: 'module.vm', ...vm }, words],
    [
      'tfsec',
      'AVD-AZU-0039',
      'high',
      { address: 'azurerm_linux_virtual_machine.this', type: 'azurerm_linux_virtual_machine', ...vm },
      words,
    ],
    [
      'tfsec',
      'AVD-AZU-0008',
      'high',
      {
        address: 'azurerm_storage_account.c',
        type: 'azurerm_storage_account',
        file: 'D:/a/shop/infra/main.tf',
        lines: [21, 29],
      },
      words,
    ],
  ]);
});

test('long ids: the resource stands in the description, behind its modules', () => {
  const report = reportOf('tfsec-0.58.json');
  expect(report.ignored).toEqual({ passed: 1, suppressed: 1 });
  expect(rows(report)).toEqual([
    [
      'tfsec',
      'azure-storage-enforce-https',
      'critical',
      {
        address: 'module.shop.module.store["a:b"].azurerm_storage_account.this[0]',
        type: 'azurerm_storage_account',
        file: '/tmp/workspaces/5f0c/code/modules/store/main.tf',
        lines: [6, 6],
      },
      'HTTPS is enforced.',
    ],
  ]);
});

test('ids like AZU014, whose severities are those of a log', () => {
  const report = reportOf('tfsec-legacy.json');
  expect(report.ignored).toEqual({ passed: 1 });
  expect(rows(report)).toEqual([
    [
      'tfsec',
      'AZU014',
      undefined,
      {
        address: 'azurerm_storage_account.logs',
        type: 'azurerm_storage_account',
        file: 'infra/main.tf',
        lines: [3, 12],
      },
      'HTTPS is enforced.',
    ],
    ['tfsec', 'GEN003', undefined, { file: 'infra/main.tf', lines: [30, 30] }, 'Sensitive.'],
  ]);
});

test('nothing found, and members of wrong types', () => {
  expect(reportOf('tfsec-nothing.json')).toMatchObject({ format: 'tfsec', findings: [], ignored: {} });
  const report = reportOf('tfsec-odd.json');
  expect(report.ignored).toEqual({ unreadable: 3 });
  expect(rows(report)).toEqual([
    ['tfsec', 'AZU001', undefined, {}, 'AZU001'],
    ['tfsec', 'AZU002', undefined, {}, 'AZU002'],
  ]);
});
