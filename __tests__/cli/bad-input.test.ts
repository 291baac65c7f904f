// What a user can get wrong: one message that says what to do, exit code 2, no stack trace, nothing written.
import { account, versions } from '../plan/code';
import { checkov, everything, plumbline, type Run, useCommand, write } from './command';

useCommand();

beforeEach(() => {
  write('infra/main.tf', account('a', 'min_tls_version = "TLS1_0"'));
  write('infra/versions.tf', versions());
  write('report.json', checkov(['CKV_AZURE_44', 'azurerm_storage_account.a', '/main.tf']));
});

/** Runs what must fail, and gives its message. */
function refused(...args: string[]): string {
  const before = everything();
  const { code, out, err }: Run = plumbline(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toMatch(/^\s+at |\.js:\d+/m);
  expect(err.trim().split('\n').length).toBeLessThan(5);
  expect(everything()).toEqual(before);
  return err.trim();
}
const planning = (...more: string[]) => refused('plan', '--code', 'infra', '--out', 'plan', ...more);

test('files and folders that are not there', () => {
  expect(planning('--findings', 'none.json')).toBe('error: none.json: no such file');
  expect(refused('plan', '--code', 'none')).toBe('error: none: no such file or folder');
  expect(refused('check', 'none')).toBe('error: none: no such file or folder');
  expect(refused('check', 'none.json')).toBe('error: none.json: no such file or folder');
  expect(planning('--profile', 'none.yaml')).toBe('error: --profile none.yaml: no such file');
  expect(planning('--var-file', 'none.tfvars')).toMatch(/^error: none\.tfvars: not a variable file below infra\n/);
});

test('a folder without Terraform, a file that is none, a folder as a report', () => {
  write('empty/README.md', '# empty');
  expect(refused('check', 'empty')).toMatch(/^error: empty: no Terraform files \(\.tf, \.tf\.json\) in it\n/);
  expect(refused('plan', '--code', 'empty')).toMatch(/^error: empty: no Terraform files/);
  expect(refused('check', 'report.json')).toMatch(/^error: report\.json: neither Terraform code nor the output of/);
  expect(refused('check', 'empty/README.md')).toMatch(/^error: empty\/README\.md: not a Terraform file\n/);
  expect(planning('--findings', 'empty')).toMatch(/^error: empty: a folder, not a report\n/);
});

test('reports that are empty, cut off, or of another kind', () => {
  expect(planning('--findings', write('empty.json', ''))).toMatch(/^error: empty\.json is empty\.\n/);
  expect(planning('--findings', write('cut.json', '{\n  "a": [1,\n'))).toMatch(
    /^error: cut\.json is not JSON: line 3, column \d+\.\n/,
  );
  expect(planning('--findings', write('other.json', '{"a": 1}'))).toMatch(/^error: other\.json is JSON, but no report/);
  expect(planning('--findings', write('bom.json', '{"bomFormat": "CycloneDX"}'))).toMatch(
    /^error: bom\.json is a CycloneDX document.*\n.*sarif/i,
  );
  expect(planning('--findings', 'report.json', '--format', 'sarif')).toMatch(
    /^error: report\.json is no sarif report, but of format checkov\.\n/,
  );
  expect(planning('--findings', 'report.json', '--format', 'x')).toMatch(
    /'--format <name>' argument 'x' is invalid\. Allowed choices are sarif, .*checkov/,
  );
});

test('tables with columns that nobody named, or that are not there', () => {
  const table = write('list.csv', 'Check,Where,Risk,Owner\na,b,c,d\n');
  expect(planning('--findings', table)).toMatch(/^error: list\.csv is no report: it is a table .*\n.*--columns/);
  expect(planning('--findings', table, '--columns', 'rule=Rule')).toBe(
    'error: list.csv is no report: it is a table without the column Rule.\nIt has Check, Where, Risk, Owner.',
  );
  expect(planning('--findings', table, '--columns', 'Check')).toMatch(/^error: --columns: "Check" is not <what>=/);
  expect(planning('--findings', table, '--columns', 'arm=Where')).toMatch(
    /^error: --columns: no column holds the rule/,
  );
});

test('one bad report among good ones writes nothing', () => {
  planning('--findings', 'report.json', write('bad.json', '{'));
});

test('an output folder that is in use', () => {
  write('full/notes.txt', 'mine');
  expect(planning('--out', 'full')).toMatch(/^error: --out full: the folder is not empty and holds no earlier plan\n/);
  expect(planning('--out', 'report.json')).toMatch(/^error: --out report\.json: a file stands there\n/);
  write('fake/plan.json', '{"schema": "something else"}');
  expect(planning('--out', 'fake')).toMatch(/^error: --out fake: the folder is not empty/);
});

test('a place below a file cannot become an output folder', () => {
  expect(planning('--out', 'report.json/plan')).toMatch(/^error: --out report\.json\/plan: /);
});

test('options', () => {
  expect(refused('plan', '--cod', 'infra')).toMatch(/^error: unknown option '--cod'\n.*--code/);
  expect(refused('pla')).toMatch(/^error: unknown command 'pla'\n.*plan/);
  expect(refused('check')).toMatch(/^error: missing required argument 'path'/);
  expect(planning('--level', '3')).toMatch(/Allowed: 1, 2\./);
  expect(planning('--only', 'storage-tls')).toMatch(/No control "storage-tls"\. Near it: storage-/);
  expect(planning('--only', 'CKV_AZURE_44')).toMatch(/No control "CKV_AZURE_44"\. See plumbline controls\./);
  expect(planning('--allow', 'everything')).toMatch(/"everything" is not known\. Allowed: replaces, irreversible\./);
  expect(planning('--provider-version', '3.99')).toMatch(
    /^error: --provider-version: azurerm "3\.99"\n.*3\.x \(from 3\.100 on\), 4\.x or 5\.x/,
  );
  expect(planning('--today', '2027-02-30')).toMatch(/Write a day such as 2027-06-30\./);
  expect(refused('check', 'infra', '--format', 'xml')).toMatch(
    /'--format <format>' argument 'xml' is invalid\. Allowed choices are table, json, sarif\./,
  );
});

test('answers and profiles; all their mistakes stand in the tests of the profile', () => {
  expect(planning('--parameter', 'nameless')).toMatch(/Write it as name=value/);
  expect(planning('--parameter', 'managementNetworks=10.0.0.0/8,all')).toMatch(
    /^error: --parameter: managementNetworks holds/,
  );
  write('infra/plumbline.yaml', 'level: 3');
  expect(planning()).toBe('error: infra/plumbline.yaml: level is 3\nAllowed: 1, 2.');
  write('infra/plumbline.yaml', 'a: [');
  expect(planning()).toMatch(/^error: infra\/plumbline\.yaml: .* at line 1/);
});

test('a rule that nobody knows', () => {
  expect(refused('explain', 'no-such-rule')).toMatch(
    /^error: "no-such-rule" is no control, CIS 3\.0\.0 number or known rule\n/,
  );
  expect(refused('explain', '')).toMatch(/^error: "" is no control/);
});

test('states that are none, or of a root module that is none', () => {
  write('state.json', JSON.stringify({ format_version: '1.0', values: { root_module: {} } }));
  write('terraform.tfstate', JSON.stringify({ version: 4, resources: [] }));
  const state = (text: string) => planning('--findings', 'report.json', '--state', text);
  expect(state('none.json')).toBe('error: none.json: no such file');
  expect(state('terraform.tfstate')).toContain('not the output of terraform show -json');
  expect(state('report.json')).toContain('not the output of terraform show -json');
  expect(state('prod=state.json')).toBe(
    'error: --state prod=state.json: prod is no root module of this code\nRoot modules: ..',
  );
});
