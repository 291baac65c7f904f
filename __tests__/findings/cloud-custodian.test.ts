import { readReport } from '../../remediations/findings/read';
import { LOGS } from './azure';
import { bytesOf, reportOf, rows } from './fixture';

test('the folder is the policy', () => {
  const report = readReport(bytesOf('cloud-custodian.json'), 'resources.json', undefined, { folder: 'storage-https' });
  expect(report.ignored).toEqual({ duplicate: 1, 'not-azure': 1, unreadable: 2 });
  expect(report.notes).toEqual([]);
  expect(rows(report)).toEqual([['cloud-custodian', 'storage-https', undefined, LOGS, 'storage-https']]);
});

test('without a folder there is no rule', () => {
  const report = reportOf('cloud-custodian.json');
  expect(report.ignored).toEqual({ unreadable: 5 });
  expect(report.notes).toEqual([
    'The name of the policy is that of the folder, which is not known: name the file with its folder.',
  ]);
});
