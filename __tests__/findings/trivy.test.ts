import { reportOf, rows } from './fixture';

const logs = { address: 'azurerm_storage_account.logs', type: 'azurerm_storage_account', file: 'storage.tf' };

test('what failed in Terraform is a finding, all else is counted', () => {
  const report = reportOf('trivy.json');
  expect(report.ignored).toEqual({ 'not-terraform': 4, passed: 1, suppressed: 2 });
  expect(rows(report)).toEqual([
    ['trivy', 'AZU-0011', 'critical', { ...logs, lines: [8, 8] }, 'An old TLS is accepted.'],
    ['trivy', 'AZU-0012', undefined, { ...logs, lines: [1, 14] }, 'AZU-0012 as a title'],
    ['trivy', 'AZU-0008', 'low', logs, 'No lines.'],
  ]);
});

test('modules: the address from the occurrences, the module alone where the resource is the cause, repetitions', () => {
  const report = reportOf('trivy-modules.json');
  const file = '../../modules/compute/main.tf';
  expect(report.ignored).toEqual({ duplicate: 3 });
  expect(rows(report)).toEqual([
    [
      'trivy',
      'AVD-AZU-0050',
      'high',
      {
        address: 'module.compute[0].module.inner.azurerm_network_security_group.vm["vm1"]',
        type: 'azurerm_network_security_group',
        file,
        lines: [21, 21],
      },
      'SSH is open.',
    ],
    ['trivy', 'AVD-AZU-0039', 'high', { module: 'module.compute', file, lines: [30, 44] }, 'A password is accepted.'],
    [
      'trivy',
      'AZU-0008',
      'high',
      { module: 'module.remote', file: 'git::https:/github.com/example/modules?ref=v1.2.0/main.tf', lines: [3, 9] },
      'Plain HTTP is accepted.',
    ],
  ]);
});

test('the list of 2021, with long ids', () => {
  expect(rows(reportOf('trivy-2021.json'))).toEqual([
    ['trivy', 'azure-storage-enforce-https', 'high', { ...logs, file: 'main.tf', lines: [4, 4] }, 'HTTPS'],
  ]);
});

test('members of wrong types', () => {
  const report = reportOf('trivy-odd.json');
  expect(report.ignored).toEqual({ unknown: 1, unreadable: 3 });
  expect(rows(report)).toEqual([
    ['trivy', 'AB', undefined, {}, 'AB'],
    ['trivy', 'AZU-1', undefined, {}, 'AZU-1'],
  ]);
});
