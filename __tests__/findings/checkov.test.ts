import { received, reportOf } from './fixture';

test('one framework: what Checkov says of each place', () => {
  const report = reportOf('checkov-one-framework.json');
  expect(report).toMatchObject({ source: 'checkov-one-framework.json', format: 'checkov', notes: [] });
  expect(report.ignored).toEqual({ passed: 4, skipped: 2 });
  expect(received(report)).toBe(11);
  expect(report.findings).toEqual([
    {
      scanner: 'checkov',
      rule: 'CKV_AZURE_44',
      subject: {
        address: 'azurerm_storage_account.logs',
        type: 'azurerm_storage_account',
        file: 'main.tf',
        files: ['main.tf', 'infra/main.tf'],
        lines: [3, 12],
      },
      message: 'CKV_AZURE_44 in words',
      severity: 'high',
      attributes: ['min_tls_version'],
    },
    {
      scanner: 'checkov',
      rule: 'CKV_AZURE_33',
      subject: {
        address: 'azurerm_storage_account.logs["a.b"]',
        type: 'azurerm_storage_account',
        file: 'main.tf',
        lines: [3, 12],
      },
      message: 'CKV_AZURE_33 in words',
      attributes: ['queue_properties.logging.delete', 'queue_properties.logging.read', '*_block.ip_rules'],
    },
    {
      scanner: 'checkov',
      rule: 'CKV2_AZURE_33',
      subject: {
        address: 'module.data.azurerm_storage_account.sa[0]',
        type: 'azurerm_storage_account',
        file: '../../modules/data/main.tf',
        files: ['../../modules/data/main.tf', '../modules/data/main.tf'],
        lines: [1, 8],
        caller: { file: 'main.tf', lines: [20, 26] },
      },
      message: 'CKV2_AZURE_33 in words',
    },
    {
      scanner: 'checkov',
      rule: 'CKV_TF_1',
      subject: { address: 'module.my_acr.acr', file: 'acr.tf', lines: [1, 4] },
      message: 'CKV_TF_1 in words',
    },
    {
      scanner: 'checkov',
      rule: 'CKV_AWS_18',
      subject: { address: 'aws_s3_bucket.b', type: 'aws_s3_bucket', file: 'aws/backend.tf' },
      message: 'CKV_AWS_18 in words',
    },
  ]);
});

test('several frameworks: those of Terraform are read, the others counted', () => {
  const report = reportOf('checkov-several-frameworks.json');
  expect(report.ignored).toEqual({ 'not-terraform': 2, passed: 3 });
  expect(report.notes).toEqual([]);
  expect(report.findings.map(({ rule, subject }) => [rule, subject])).toEqual([
    [
      'CKV_AZURE_3',
      { address: 'azurerm_storage_account.a', type: 'azurerm_storage_account', file: 'main.tf', lines: [1, 9] },
    ],
    [
      'CKV_AZURE_59',
      { address: 'module.m["x"].azurerm_storage_account.p[1]', type: 'azurerm_storage_account', file: 'plan.json' },
    ],
    ['CKV_AZURE_44', { label: 'logs_0B6081B1', file: 'stacks/a/cdk.tf.json', lines: [30, 44] }],
    [
      'CKV2_AZURE_33',
      {
        address: 'azurerm_storage_account.logs_0B6081B1',
        type: 'azurerm_storage_account',
        file: 'stacks/a/cdk.tf.json',
        lines: [30, 44],
      },
    ],
  ]);
});

test('the flat summary of a scan that found nothing to scan', () => {
  expect(reportOf('checkov-nothing-scanned.json')).toMatchObject({
    findings: [],
    ignored: {},
    notes: ['Checkov found nothing to scan.'],
  });
  expect(reportOf('checkov-nothing-scanned-2.1.json').notes).toEqual([
    'Checkov could not parse 2 files (terraform), so they were not checked.',
    'Checkov found nothing to scan.',
  ]);
});

test('version 1.0, whose summary counts otherwise than its list', () => {
  const report = reportOf('checkov-1.0-summary-disagrees.json');
  expect(report.findings).toEqual([
    {
      scanner: 'checkov',
      rule: 'CKV_AZURE_42',
      subject: { address: 'azurerm_key_vault.kv', type: 'azurerm_key_vault', file: 'kv.tf', lines: [1, 12] },
      message: 'CKV_AZURE_42 in words',
    },
  ]);
  expect(report.notes).toEqual(['The summary (terraform) says 2 failed, the list has 1: the list is used.']);
});

test('--quiet leaves records out, which is said and not counted', () => {
  const report = reportOf('checkov-quiet.json');
  expect([report.findings.length, report.ignored]).toEqual([1, {}]);
  expect(report.notes).toEqual(['The report (terraform) leaves out the records of 13 passed checks.']);
});

test('files that could not be parsed are named', () => {
  expect(reportOf('checkov-parsing-errors.json').notes).toEqual([
    'Checkov could not parse 6 files (terraform), so they were not checked: a.tf, b/c.tf, d.tf, e.tf, f.tf, ….',
  ]);
});

test('records of no shape, no failure or said before', () => {
  const report = reportOf('checkov-odd-records.json');
  expect(report.ignored).toEqual({ duplicate: 1, skipped: 1, unknown: 1, unreadable: 3 });
  expect(received(report)).toBe(10);
  expect(report.findings.map(({ rule }) => rule)).toEqual([
    'CKV_AZURE_3',
    'CKV_AZURE_3',
    'CKV_AZURE_10',
    'CKV_AZURE_160',
  ]);
  const [, , odd, long] = report.findings;
  expect(odd).toEqual({
    scanner: 'checkov',
    rule: 'CKV_AZURE_10',
    subject: { address: 'azurerm_x.y', type: 'azurerm_x' },
    message: 'redtext  second line',
  });
  expect(long!.subject.lines).toEqual([9, 9]);
  expect(long!.message).toHaveLength(2001);
});

test('a report inside another document', () => {
  const report = reportOf('checkov-inside-another-document.json');
  expect([report.findings.length, report.ignored]).toEqual([1, { passed: 1 }]);
  expect(report.notes).toEqual(['The report is a part of another document: steps.0.output.report.']);
});

test('a baseline', () => {
  const report = reportOf('checkov-baseline.json');
  expect(report.format).toBe('checkov-baseline');
  expect(report.ignored).toEqual({ duplicate: 1, 'not-terraform': 1 });
  expect(report.findings.map(({ rule, subject }) => [rule, subject.address, subject.file, subject.lines])).toEqual([
    ['CKV_AZURE_3', 'azurerm_storage_account.example', 'terraform/azure/storage.tf', undefined],
    ['CKV_AZURE_33', 'azurerm_storage_account.example', 'terraform/azure/storage.tf', undefined],
    ['CKV_AZURE_42', 'azurerm_key_vault.kv', 'kv.tf', undefined],
  ]);
  expect(reportOf('checkov-baseline-by-hand.json')).toMatchObject({ findings: [], ignored: { skipped: 1 } });
});
