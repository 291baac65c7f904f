import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../remediations/errors';
import { decode } from '../../remediations/findings/decode';
import { documentOf } from '../../remediations/findings/documents';
import type { Report } from '../../remediations/findings/finding';
import { formats } from '../../remediations/findings/formats';
import { readReport } from '../../remediations/findings/read';
import { remediate } from '../../remediations/remediate';
import { counts } from '../../remediations/render/review';
import { account, estateOf } from '../plan/code';
import { received } from './fixture';

const folder = join(__dirname, '../../../shared/findings');

/** Per file: format, records, findings. Counted by a program that shares nothing with the readers. */
const expected: Record<
  string,
  readonly [format: string, records: number, findings: number, ignored?: Report['ignored']]
> = {
  'azure-advisor/c7n-cassette-advisor-by-name.json': ['advisor', 1, 1, {}],
  'azure-advisor/c7n-cassette-advisor.json': ['advisor', 12, 0, { 'not-security': 12 }],
  'azure-advisor/rest-ListRecommendations_example.json': ['advisor', 1, 1, {}],
  'azure-policy/azure-cli-recording-policystates-aggregated.json': ['azure-policy', 2, 0, { summary: 2 }],
  'azure-policy/azure-cli-recording-policystates-keyvault.json': ['azure-policy', 2, 1, { duplicate: 1 }],
  'azure-policy/rest-PolicyStates_QueryResourceScopeExpandPolicyEvaluationDetails.json': ['azure-policy', 1, 1, {}],
  'azure-policy/rest-PolicyStates_QuerySubscriptionScope.json': ['azure-policy', 2, 1, { duplicate: 1 }],
  'checkov-baseline/arnaudlh-caf.checkov.baseline.json': ['checkov-baseline', 3, 0],
  'checkov-baseline/terragoat-510c0f8.checkov.baseline.json': ['checkov-baseline', 216, 214],
  'checkov-baseline/terragoat-e990bf8.checkov.baseline.json': ['checkov-baseline', 222, 216],
  'checkov-baseline/tronxd-terragoat.checkov.baseline.json': ['checkov-baseline', 215, 213],
  'checkov/analysis-model-checkov-report.json': ['checkov', 3, 3],
  'checkov/checkov-repo-openapi-results.sarif': ['sarif', 12, 5],
  'checkov/defectdojo-checkov-report-0-vuln.json': ['checkov', 0, 0],
  'checkov/defectdojo-checkov-report-1-vuln.json': ['checkov', 1, 1],
  'checkov/defectdojo-checkov-report-many-vuln.json': ['checkov', 3, 3],
  'checkov/defectdojo-checkov-report-multiple-check_type.json': ['checkov', 28, 11],
  'checkov/defectdojo-checkov-report-severity.json': ['checkov', 4, 4],
  'checkov/defectdojo-checkov2-report-0-vuln.json': ['checkov', 0, 0],
  'checkov/dracon-results_sarif.sarif': ['sarif', 3, 0],
  'checkov/heimdall-synthetic.json': ['checkov', 3, 1],
  'checkov/heimdall-terraform_plan-3.2.497.json': ['checkov', 124, 55],
  'checkov/heimdall-with_skips.json': ['checkov', 22, 12],
  'checkov/rabbette-aws.json': ['checkov', 32, 32],
  'checkov/smithy-empty.sarif': ['sarif', 0, 0],
  'checkov/smithy-results_sarif.sarif': ['sarif', 3, 3],
  'defender-for-cloud/azure-cli-recording-assessment-list.subset.json': [
    'defender',
    8,
    3,
    { notApplicable: 3, passed: 2 },
  ],
  'defender-for-cloud/c7n-cassette-assessments.json': ['defender', 1, 0, { passed: 1 }],
  'defender-for-cloud/defectdojo-portal-export-2021.csv': ['defender-csv', 4, 3, { passed: 1 }],
  'defender-for-cloud/defectdojo-portal-export-zero.csv': ['defender-csv', 0, 0, {}],
  'defender-for-cloud/rest-GetAssessmentWithExpand_example.json': ['defender', 1, 0, { notApplicable: 1 }],
  'defender-for-cloud/rest-ListAssessments_example.json': ['defender', 2, 0, { notApplicable: 1, passed: 1 }],
  'kics/analysis-model-kics-report.json': ['kics', 3, 1, { 'not-terraform': 2 }],
  'kics/defectdojo-many_findings.json': ['kics', 18, 6, { 'not-terraform': 12 }],
  'kics/defectdojo-no_findings.json': ['kics', 0, 0, {}],
  'kics/kics-E2E_CLI_032_RESULT.json': ['kics', 24, 0, { 'not-terraform': 24 }],
  'kics/kics-E2E_CLI_036_RESULT.json': ['kics', 20, 0, { 'not-terraform': 20 }],
  'kics/kics-E2E_CLI_077_RESULT.json': ['kics', 2, 0, { 'not-terraform': 2 }],
  'kics/kics-E2E_CLI_079_RESULT.sarif': ['sarif', 2, 0],
  'kics/kics-E2E_CLI_080_RESULT.sarif': ['sarif', 1, 0],
  'kics/kics-E2E_CLI_081_RESULT.json': ['kics', 1, 0, { 'not-terraform': 1 }],
  'kics/kics-E2E_CLI_093_RESULT.json': ['kics', 2, 0, { 'not-terraform': 2 }],
  'kics/smithy-empty.sarif': ['sarif', 0, 0],
  'kics/smithy-kics-output.sarif': ['sarif', 3, 2],
  'microsoft-security-devops/msdo-sda.sarif': ['sarif', 267, 238, { informational: 1, 'not-terraform': 28 }],
  'prowler/defectdojo-aws-4.5-ocsf.json': ['prowler', 3, 0, { 'not-azure': 3 }],
  'prowler/defectdojo-aws-v3-native.json': ['prowler', 3, 0, { 'not-azure': 3 }],
  'prowler/defectdojo-aws-v3-ocsf.json': ['prowler', 3, 0, { 'not-azure': 3 }],
  'prowler/defectdojo-example_output_azure.csv': ['prowler-csv', 4, 4, {}],
  'prowler/defectdojo-example_output_azure.ocsf.json': ['prowler', 3, 3, {}],
  'prowler/defectdojo-zero.csv': ['prowler-csv', 0, 0, {}],
  'prowler/prowler-unittest-compliance-cis2.0-azure.csv': ['prowler-csv', 2, 0, { manual: 1, passed: 1 }],
  'prowler/prowler5-example_output_aws.csv': ['prowler-csv', 4, 0, { 'not-azure': 4 }],
  'prowler/prowler5-example_output_aws.ocsf.json': ['prowler', 5, 0, { 'not-azure': 5 }],
  'prowler/prowler5-example_output_azure.csv': ['prowler-csv', 4, 1, { passed: 3 }],
  'prowler/prowler5-example_output_azure.ocsf.json': ['prowler', 5, 5, {}],
  'psrule/psrule-ObjectFromFile.sarif': ['sarif', 0, 0],
  'psrule/psrule-basic-1.sarif': ['sarif', 0, 0],
  'scoutsuite/defectdojo-no_vuln.js': ['scoutsuite', 0, 0, {}],
  'scoutsuite/defectdojo-two_findings.js': ['scoutsuite', 4, 0, { 'not-azure': 4 }],
  'scoutsuite/heimdall-scoutsuite_sample.js': ['scoutsuite', 16, 0, { 'not-azure': 16 }],
  'snyk-iac/snyk-formatted-results.json': ['snyk', 22, 9, { duplicate: 1, 'not-terraform': 12 }],
  'snyk-iac/snyk-integrated-json-output-v2.json': ['snyk', 8, 4, { passed: 4 }],
  'snyk-iac/snyk-integrated-json-output.json': ['snyk', 4, 4, {}],
  'snyk-iac/snyk-integrated-sarif-output.json': ['sarif', 4, 4],
  'snyk-iac/snyk-snyk-iac-test-results-v2.json': ['snyk', 4, 4, {}],
  'snyk-iac/snyk-snyk-iac-test-results-with-suppressions.json': ['snyk', 7, 4, { suppressed: 3 }],
  'terrascan/defectdojo-many_findings.json': ['terrascan', 9, 9, {}],
  'terrascan/defectdojo-no_findings.json': ['terrascan', 0, 0, {}],
  'terrascan/terrascan-aws_ami_violation_json.json': ['terrascan', 1, 1, {}],
  'terrascan/terrascan-aws_ami_violation_json_all.json': ['terrascan', 1, 1, {}],
  'terrascan/terrascan-aws_ami_violation_sarif.json': ['sarif', 1, 1],
  'terrascan/terrascan-aws_db_instance_json_show_passed.json': ['terrascan', 18, 13, { duplicate: 1, passed: 4 }],
  'tfsec/defectdojo-many_findings_current.json': ['tfsec', 19, 19, {}],
  'tfsec/defectdojo-many_findings_legacy.json': ['tfsec', 4, 3, { passed: 1 }],
  'tfsec/defectdojo-no_findings.json': ['tfsec', 0, 0, {}],
  'tfsec/defectdojo-one_finding_legacy.json': ['tfsec', 1, 1, {}],
  'trivy/analysis-model-trivy_conf.json': ['trivy', 5, 2, { 'not-terraform': 3 }],
  'trivy/trivy-alpine-310.sarif': ['sarif', 4, 0],
  'trivy/trivy-terraform-exclude-misconfs-remote-module.json': ['trivy', 0, 0, {}],
  'trivy/trivy-terraform-opentofu-registry.json': ['trivy', 3, 3, {}],
  'trivy/trivy-terraform-remote-module-in-child.json': ['trivy', 3, 3, {}],
  'trivy/trivy-terraform-remote-module.json': ['trivy', 3, 3, {}],
  'trivy/trivy-terraform-remote-submodule.json': ['trivy', 2, 2, {}],
  'trivy/trivy-terraform-terraform-registry.json': ['trivy', 3, 3, {}],
  'wiz/defectdojo-no_findings.csv': ['wiz-issues', 0, 0, {}],
  'wiz/defectdojo-one_finding.csv': ['wiz-issues', 1, 0, { 'not-azure': 1 }],
  'wiz/defectdojo-resolved_findings.csv': ['wiz-issues', 3, 0, { resolved: 3 }],
  'wiz/defectdojo-wizcli_iac_many_vul.json': ['wizcli', 25, 0, { 'not-terraform': 25 }],
  'wiz/defectdojo-wizcli_iac_one_vul.json': ['wizcli', 1, 0, { 'not-terraform': 1 }],
  'wiz/defectdojo-wizcli_iac_zero_vul.json': ['wizcli', 0, 0, {}],
};

const code = estateOf({ 'main.tf': account('a') });

function read(file: string): Report {
  return readReport(readFileSync(join(folder, file)), file);
}

function samples(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`));
}

if (existsSync(folder)) {
  test.each(Object.entries(expected))('%s', (file, [format, records, findings, ignored]) => {
    const report = read(file);
    expect([report.format, received(report), report.findings.length]).toEqual([format, records, findings]);
    if (ignored) expect(report.ignored).toEqual(ignored);
    const { plan } = remediate([report], code, { level: 2, answers: {}, allow: new Set() });
    expect(counts(plan)).toMatchObject({ received: records, ignored: records - findings });
  });

  test('one format recognises each of them', () => {
    for (const file of Object.keys(expected)) {
      const document = documentOf(decode(readFileSync(join(folder, file))));
      const recognising = formats.filter((format) => format.recognises(document));
      expect([file, ...recognising.map(({ name }) => name)]).toEqual([file, expected[file]![0]]);
    }
  });

  test('every other published report is refused in words', () => {
    const others = samples().filter((file) => !Object.hasOwn(expected, file));
    expect(others.length).toBeGreaterThan(5);
    for (const file of others) expect(() => read(file)).toThrow(UserError);
  });

  test('the places of a report by Microsoft Security DevOps', () => {
    const { findings } = read('microsoft-security-devops/msdo-sda.sarif');
    const terraform = findings.filter(({ subject }) => subject.file?.endsWith('.tf'));
    expect(terraform).toHaveLength(10);
    expect(terraform[0]).toEqual({
      scanner: 'checkov',
      rule: 'CKV_AZURE_59',
      subject: { file: 'samples/IaCMapping/main.tf', lines: [19, 29] },
      message: 'Ensure that Storage accounts disallow public access',
    });
  });
} else {
  test.skip('published reports: there is no folder ../shared/findings', () => {});
}
