// Reports of several scanners on one tree, from the bytes of each report to the patch.
import type { Report } from '../../remediations/findings/finding';
import { readReport } from '../../remediations/findings/read';
import { remediate } from '../../remediations/remediate';
import { counts, differenceText } from '../../remediations/render/review';
import { account, estateOf, patched, reasons, type Tree } from './code';

const tree: Tree = {
  'main.tf': [
    account('logs', 'min_tls_version = "TLS1_0"'),
    'module "one" {\n  source = "./store"\n}\nmodule "two" {\n  source = "./store"\n}\n',
    'module "far" {\n  source = "example/store/azurerm"\n}\n',
  ].join(''),
  'store/main.tf': account('this', 'min_tls_version = "TLS1_1"'),
};
const TLS_LINE = 8;

const report = (name: string, document: unknown): Report =>
  readReport(new TextEncoder().encode(JSON.stringify(document)), `${name}.json`);

const checkov = report('checkov', {
  check_type: 'terraform',
  results: {
    passed_checks: [{ check_id: 'CKV_AZURE_3' }],
    failed_checks: [
      ['azurerm_storage_account.logs', '/main.tf'],
      ['module.one.azurerm_storage_account.this', '/store/main.tf'],
      ['module.two.azurerm_storage_account.this', '/store/main.tf'],
    ].map(([resource, file_path]) => ({ check_id: 'CKV_AZURE_44', resource, file_path, file_line_range: [1, 9] })),
  },
});

const misconfiguration = (resource: string, start: number) => ({
  ID: 'AZU-0011',
  Message: 'An old TLS is accepted.',
  Severity: 'HIGH',
  Status: 'FAIL',
  CauseMetadata: {
    Resource: resource,
    StartLine: start,
    EndLine: start,
    ...(resource.startsWith('module.') ? { Occurrences: [{ Resource: resource }] } : {}),
  },
});
const trivy = report('trivy', {
  SchemaVersion: 2,
  ArtifactName: '.',
  Results: [
    {
      Target: 'main.tf',
      Type: 'terraform',
      Misconfigurations: [misconfiguration('azurerm_storage_account.logs', TLS_LINE)],
    },
    {
      Target: 'store/main.tf',
      Type: 'terraform',
      Misconfigurations: ['module.one', 'module.two', 'module.two'].map((each) => misconfiguration(each, TLS_LINE)),
    },
    {
      Target: 'example/store/azurerm/main.tf',
      Type: 'terraform',
      Misconfigurations: [misconfiguration('module.far', TLS_LINE)],
    },
  ],
});

const kics = report('kics', {
  kics_version: 'v2.1.20',
  queries: [
    {
      query_id: '8263f146-5e03-43e0-9cfe-db960d56d1e7',
      query_name: 'TLS is old',
      severity: 'MEDIUM',
      platform: 'Terraform',
      files: [
        ['../../path/main.tf', 'logs'],
        ['../../path/store/main.tf', 'this'],
      ].map(([file_name, label]) => ({
        file_name,
        line: TLS_LINE,
        resource_type: 'azurerm_storage_account',
        resource_name: `st${label}`,
        search_key: `azurerm_storage_account[${label}].min_tls_version`,
        issue_type: 'IncorrectValue',
      })),
    },
  ],
});

const tfsec = (rule_id: string) =>
  report('tfsec', {
    results: [
      {
        rule_id,
        resource: 'azurerm_storage_account.logs',
        location: { filename: '/home/runner/work/shop/shop/main.tf', start_line: TLS_LINE, end_line: TLS_LINE },
      },
    ],
  });

const planned = (...reports: readonly Report[]) =>
  remediate(reports, estateOf(tree), { level: 2, answers: {}, allow: new Set() });

test('what several scanners find at one place is one change, which lists all of them', () => {
  const made = planned(checkov, trivy, kics);
  expect(made.plan.changes.map((change) => [change.resources, differenceText(change)])).toEqual([
    [['azurerm_storage_account.logs'], 'min_tls_version: "TLS1_0" → "TLS1_2"'],
    [
      ['module.one.azurerm_storage_account.this', 'module.two.azurerm_storage_account.this'],
      'min_tls_version: "TLS1_1" → "TLS1_2"',
    ],
  ]);
  expect(made.plan.changes.map(({ findings }) => findings.map(({ scanner }) => scanner).sort())).toEqual([
    ['checkov', 'kics', 'trivy'],
    ['checkov', 'checkov', 'kics', 'trivy', 'trivy'],
  ]);
  expect(reasons(made)).toEqual(['remote-module: module far is fetched from example/store/azurerm: not edited here']);
  expect(made.plan.ignored).toEqual({ duplicate: 1, passed: 1 });
  expect(counts(made.plan)).toMatchObject({ received: 11, planned: 8, unplanned: 1, ignored: 2 });
  expect(patched(tree, made)).toEqual({
    'main.tf': tree['main.tf'].replace('"TLS1_0"', '"TLS1_2"'),
    'store/main.tf': tree['store/main.tf'].replace('"TLS1_1"', '"TLS1_2"'),
  });
});

test.each(['AZU015', 'azure-storage-use-secure-tls-policy', 'AVD-AZU-0011', 'AZU-0011'])(
  '%s is one rule, whatever the release of tfsec calls it',
  (rule) => {
    const { plan } = planned(tfsec(rule));
    expect(plan.changes.map(({ findings }) => findings.map((each) => `${each.scanner} ${each.rule}`))).toEqual([
      [`tfsec ${rule}`],
    ]);
  },
);

test('rules that no control stands for are listed, not dropped', () => {
  const terrascan = report('terrascan', {
    results: {
      violations: [
        { rule_id: 'AC_AZURE_0389', resource_type: 'azurerm_storage_account', resource_name: 'logs', file: 'main.tf' },
      ],
    },
  });
  expect(reasons(planned(terrascan))).toEqual(['no-control: no control stands for terrascan AC_AZURE_0389']);
});
