import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../remediations/errors';
import type { Report } from '../../remediations/findings/finding';
import { readReport } from '../../remediations/findings/read';
import { received } from './fixture';

const folder = join(__dirname, '../../../shared/findings');

/** Per file: format, records, findings. Counted by a program that shares nothing with the readers. */
const expected: Record<string, readonly [format: string, records: number, findings: number]> = {
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
  'kics/kics-E2E_CLI_079_RESULT.sarif': ['sarif', 2, 0],
  'kics/kics-E2E_CLI_080_RESULT.sarif': ['sarif', 1, 0],
  'kics/smithy-empty.sarif': ['sarif', 0, 0],
  'kics/smithy-kics-output.sarif': ['sarif', 3, 2],
  'microsoft-security-devops/msdo-sda.sarif': ['sarif', 267, 239],
  'psrule/psrule-ObjectFromFile.sarif': ['sarif', 0, 0],
  'psrule/psrule-basic-1.sarif': ['sarif', 0, 0],
  'snyk-iac/snyk-integrated-sarif-output.json': ['sarif', 4, 4],
  'terrascan/terrascan-aws_ami_violation_sarif.json': ['sarif', 1, 1],
  'trivy/trivy-alpine-310.sarif': ['sarif', 4, 0],
};

function read(file: string): Report {
  return readReport(readFileSync(join(folder, file)), file);
}

function samples(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`));
}

if (existsSync(folder)) {
  test.each(Object.entries(expected))('%s', (file, [format, records, findings]) => {
    const report = read(file);
    expect([report.format, received(report), report.findings.length]).toEqual([format, records, findings]);
  });

  test('every other published report is refused in words', () => {
    const others = samples().filter((file) => !Object.hasOwn(expected, file));
    expect(others.length).toBeGreaterThan(60);
    for (const file of others) expect(() => read(file)).toThrow(UserError);
  });

  test('the places of a report by Microsoft Security DevOps', () => {
    const { findings } = read('microsoft-security-devops/msdo-sda.sarif');
    const terraform = findings.filter(({ subject }) => subject.file?.endsWith('.tf'));
    expect(terraform).toHaveLength(11);
    expect(terraform[0]).toEqual({
      scanner: 'other',
      rule: 'IFS-1',
      subject: {
        type: 'azurerm_storage_account',
        azureName: 'iacmapping1212',
        file: 'samples/IaCMapping/main.tf',
        lines: [1, 1],
      },
      message: 'An IaC tag(s) was found on this resource.',
    });
    expect(terraform[1]!.subject).toEqual({ file: 'samples/IaCMapping/main.tf', lines: [19, 29] });
  });
} else {
  test.skip('published reports: there is no folder ../shared/findings', () => {});
}
