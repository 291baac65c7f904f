import { resourceInSearchKey } from '../../remediations/findings/search-key';
import { reportOf, rows } from './fixture';

const tls = '11111111-aaaa-4000-8000-000000000001';
const type = 'azurerm_storage_account';

test('type and label from the search key, the argument name, one line', () => {
  const report = reportOf('kics.json');
  expect(report.ignored).toEqual({ informational: 2, 'not-terraform': 3 });
  expect(rows(report)).toEqual([
    [
      'kics',
      tls,
      'medium',
      {
        address: 'azurerm_storage_account.app',
        type,
        azureName: `storage$\{random_id.storage.hex}`,
        file: '../../path/infra/storage.tf',
        lines: [7, 7],
      },
      'TLS is old',
    ],
    [
      'kics',
      tls,
      'medium',
      { address: 'azurerm_storage_account.this', type, file: '../infra/modules/store/main.tf', lines: [2, 2] },
      'TLS is old',
    ],
    ['kics', tls, 'medium', { type, azureName: 'stodd', file: '/path/infra/odd.tf' }, 'TLS is old'],
    ['kics', tls, 'medium', { file: '/path/infra/none.tf', lines: [4, 4] }, 'TLS is old'],
    [
      'kics',
      '11111111-aaaa-4000-8000-000000000002',
      'low',
      { file: '../../path/infra/variables.tf', lines: [1, 1] },
      'Variable Without Type',
    ],
  ]);
});

test('a report of 2020: no version, no platform, no resource', () => {
  const report = reportOf('kics-2020.json');
  expect(report.ignored).toEqual({ 'not-terraform': 1 });
  expect(rows(report)).toEqual([
    [
      'kics',
      tls,
      'high',
      { address: 'azurerm_storage_account.app', type, file: 'infra/main.tf', lines: [3, 3] },
      'TLS is old',
    ],
  ]);
});

test('nothing found, and members of wrong types', () => {
  expect(reportOf('kics-nothing.json')).toMatchObject({ format: 'kics', findings: [], ignored: {} });
  const report = reportOf('kics-odd.json');
  expect(report.ignored).toEqual({ unreadable: 6 });
  expect(rows(report)).toEqual([['kics', 'c', undefined, {}, 'c']]);
});

test.each([
  ['azurerm_storage_account[app].min_tls_version', 'azurerm_storage_account.app'],
  ['azurerm_storage_account[{{app}}]', 'azurerm_storage_account.app'],
  ['resource.azurerm_storage_account[app-1].network_rules.bypass', 'azurerm_storage_account.app-1'],
  ['azurerm_storage_account.{{app}}.tags', 'azurerm_storage_account.app'],
  ['azurerm_storage_account.app.tags', 'azurerm_storage_account.app'],
  ['azurerm_storage_account[{{a.b}}].tags', undefined],
  ['azurerm_storage_account[app', undefined],
  ['azurerm_storage_account', undefined],
  ['module[store].account_name', undefined],
  ['data.azurerm_client_config[it]', undefined],
  ['', undefined],
])('search key %s', (key, address) => {
  expect(resourceInSearchKey(key).address).toBe(address);
});
