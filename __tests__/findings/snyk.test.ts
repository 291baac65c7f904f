import { reportOf, rows } from './fixture';

const logs = { address: 'azurerm_storage_account.logs', type: 'azurerm_storage_account' };
const main = { file: 'main.tf', files: ['main.tf', '/home/build/infra/main.tf'] };

test('several files in a list, with one that could not be read', () => {
  const report = reportOf('snyk.json');
  expect(report.ignored).toEqual({ 'not-terraform': 1, passed: 1, suppressed: 1 });
  expect(report.notes).toEqual(['Snyk did not read broken.tf: cannot be parsed.']);
  expect(rows(report)).toEqual([
    ['snyk', 'SNYK-CC-TF-61', 'medium', { ...logs, ...main, lines: [7, 7] }, 'SNYK-CC-TF-61 in words'],
    [
      'snyk',
      'SNYK-CC-AZURE-499',
      'critical',
      { ...logs, file: 'plan.json', files: ['plan.json', '/home/build/infra/plan.json'] },
      'SNYK-CC-AZURE-499 in words',
    ],
  ]);
});

test('one file is no list', () => {
  const report = reportOf('snyk-one-file.json');
  expect(report.ignored).toEqual({ passed: 1, suppressed: 1 });
  expect(rows(report)).toEqual([
    ['snyk', 'SNYK-CC-TF-61', 'medium', { ...logs, ...main, lines: [7, 7] }, 'SNYK-CC-TF-61 in words'],
  ]);
});

test('what the engine hands to the command', () => {
  const engine = reportOf('snyk-engine.json');
  expect(engine.ignored).toEqual({ 'not-terraform': 1, suppressed: 4 });
  expect(engine.notes).toEqual(['Snyk did not read x.txt: no input.']);
  expect(rows(engine)).toEqual([
    [
      'snyk',
      'SNYK-CC-00151',
      'low',
      { ...logs, address: 'module.m.azurerm_storage_account.logs', file: 'm/main.tf', lines: [4, 4] },
      'In words',
    ],
  ]);
  expect(rows(reportOf('snyk-formatted.json'))).toEqual([
    [
      'snyk',
      'SNYK-CC-TF-61',
      'high',
      { ...logs, file: 'main.tf', files: ['main.tf', '/home/build/main.tf'] },
      'In words',
    ],
  ]);
});

test('members of wrong types', () => {
  const report = reportOf('snyk-odd.json');
  expect(report.ignored).toEqual({ unreadable: 2 });
  expect(rows(report)).toEqual([['snyk', 'A', undefined, {}, 'A']]);
});
