import { received, reportOf, rows } from './fixture';

test('Checkov: places and severities, never the address in the help of a rule', () => {
  const report = reportOf('sarif-checkov.sarif');
  expect(report.ignored).toEqual({ 'not-terraform': 1, suppressed: 1 });
  expect(report.findings).toEqual([
    {
      scanner: 'checkov',
      rule: 'CKV_AZURE_3',
      subject: { file: 'infra/my app/main.tf', lines: [3, 12] },
      message: 'CKV_AZURE_3 says so',
      severity: 'high',
    },
    {
      scanner: 'checkov',
      rule: 'CKV_AZURE_3',
      subject: { file: 'infra/other.tf', lines: [40, 52] },
      message: 'CKV_AZURE_3 says so',
      severity: 'high',
    },
    {
      scanner: 'checkov',
      rule: 'CKV_AZURE_44',
      subject: { file: 'infra/other.tf', lines: [40, 52] },
      message: 'CKV_AZURE_44 says so',
      severity: 'low',
    },
  ]);
});

test('many runs in one file, and one record for each place of a result', () => {
  const report = reportOf('sarif-many-runs.sarif');
  expect(report.ignored).toEqual({ informational: 1, none: 1, 'not-terraform': 1 });
  expect(report.findings).toEqual([
    { scanner: 'other', rule: 'TA-1', subject: { file: 'arm.json', lines: [179, 179] }, message: 'TA-1' },
    { scanner: 'other', rule: 'TA-1', subject: { file: 'arm.json', lines: [215, 215] }, message: 'TA-1' },
  ]);
  expect(report.notes).toEqual(['eslint says that its run did not succeed: findings may be missing.']);
});

test('paths: quoted, absolute, of Windows, by number, of no file at all', () => {
  const report = reportOf('sarif-paths.sarif');
  expect(report.ignored).toEqual({ 'not-terraform': 1 });
  expect(report.findings.map(({ subject }) => subject.file)).toEqual([
    'main.tf',
    'a/b.tf',
    '/home/runner/work/r/r/main.tf',
    'D:/a/b/main.tf',
    'C:/src/main.tf',
    '../../modules/x/main.tf',
    '//server/share/main.tf',
    '100%.tf',
    'git::https:/github.com/o/r?ref=v1/main.tf',
    'modules/data/',
    'one.tf',
    undefined,
  ]);
  expect(report.findings.at(-1)).toEqual({
    scanner: 'trivy',
    rule: 'AVD-AZU-0009',
    subject: {},
    message: 'AVD-AZU-0009 says so',
  });
});

test('results that are no failure are counted by what they are', () => {
  const report = reportOf('sarif-kinds-and-levels.sarif');
  expect(report.findings.map(({ rule, subject }) => [rule, subject.lines?.[0]])).toEqual([
    ['a', 1],
    ['b', 10],
    ['a', 12],
  ]);
  expect(report.ignored).toEqual({
    absent: 1,
    duplicate: 1,
    informational: 1,
    none: 2,
    notApplicable: 1,
    open: 1,
    'other-kind': 1,
    pass: 1,
    review: 1,
    unreadable: 1,
  });
  expect(received(report)).toBe(14);
});

test('logical locations: label and type, address, ARM id', () => {
  expect(
    reportOf('sarif-logical-locations.sarif').findings.map(({ subject, severity }) => [subject, severity]),
  ).toEqual([
    [
      { address: 'azurerm_storage_account.logs', type: 'azurerm_storage_account', file: '/src/main.tf', lines: [5, 5] },
      'medium',
    ],
    [{ address: 'module.m.azurerm_key_vault.kv["a"]', type: 'azurerm_key_vault' }, undefined],
    [{ armId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv' }, undefined],
    [{ address: 'azurerm_subnet.s', type: 'azurerm_subnet' }, undefined],
    [{}, undefined],
  ]);
});

test('rules by id, index, extension and part; messages with arguments', () => {
  const report = reportOf('sarif-rules-and-messages.sarif');
  expect(report.findings.map(({ rule, message, severity }) => [rule, message, severity])).toEqual([
    ['D1', 'a is b, {not} {2}', 'high'],
    ['D2', 'second', 'critical'],
    ['D2', '**bold**', 'critical'],
    ['E1', 'in an extension', 'medium'],
    ['E1', 'by guid', 'medium'],
    ['D2/part', 'part', 'critical'],
    ['unknown', 'no rule', undefined],
    ['D1', 'D1', 'high'],
    ['F9', 'unknown rule {0}', undefined],
  ]);
  expect(new Set(report.findings.map(({ scanner }) => scanner))).toEqual(new Set(['snyk']));
});

test('a run without a tool, and another version of the format', () => {
  expect(reportOf('sarif-without-tool.sarif').findings.map(({ scanner }) => scanner)).toEqual(['checkov', 'other']);
  const tfsec = reportOf('sarif-2.0.sarif');
  expect(tfsec.findings.map(({ scanner }) => scanner)).toEqual(['tfsec']);
  expect(tfsec.notes).toEqual(['The report says it is SARIF 2.0.0; it is read as 2.1.0.']);
});

test('KICS: no level but that of the rule, which is its severity; the kind of code stands with the message', () => {
  const report = reportOf('sarif-kics.sarif');
  expect(report.ignored).toEqual({ 'not-terraform': 2, suppressed: 1 });
  expect(rows(report)).toEqual([
    ['kics', '8263f146', 'medium', { file: '../../code/main.tf', lines: [7, 7] }, 'TLS is old'],
    ['kics', '17f75827', 'high', { file: '../../code/main.tf', lines: [1, 1] }, 'The network is public'],
    ['kics', '00000000', 'low', { file: '../../code/variables.tf', lines: [1, 1] }, '00000000'],
  ]);
});
