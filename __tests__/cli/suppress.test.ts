import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { account, versions } from '../plan/code';
import { everything, plumbline, readText, useCommand, write } from './command';

useCommand();

const TODAY = ['--today', '2027-01-15'];
const weak = (name: string, more = '') => account(name, `min_tls_version = "TLS1_0"\n${more}`);
const except = (address: string, until = '2027-06-30', control = 'storage-min-tls', more = '') =>
  `  - { control: ${control}, address: '${address}', reason: Old tills, owner: shop, until: ${until}${more} }`;
const profile = (...lines: readonly string[]) => write('infra/plumbline.yaml', `exceptions:\n${lines.join('\n')}\n`);
const suppress = (scanner: string, ...more: readonly string[]) =>
  plumbline('suppress', '--for', scanner, '--code', 'infra', ...TODAY, ...more);

beforeEach(() => {
  write('infra/versions.tf', versions());
});

describe('checkov', () => {
  interface Baseline {
    readonly failed_checks: readonly { file: string; findings: readonly { resource: string; check_ids: string[] }[] }[];
    readonly exceptions: readonly string[];
  }
  const baseline = () => JSON.parse(readText('infra/.checkov.baseline')) as Baseline;
  const told = () =>
    baseline().failed_checks.flatMap(({ file, findings }) =>
      findings.map(({ resource, check_ids: rules }) => `${file} ${resource} ${rules.join()}`),
    );

  test('what is excepted is said by file, address and rule; what has ended is not', () => {
    write('infra/main.tf', `${weak('a')}\n${weak('b')}\n${weak('c')}`);
    profile(except('*.a', '2027-01-15', 'storage-min-tls', ', ticket: SEC-7'), except('*.c', '2027-01-14'));
    const { code, out, err } = suppress('checkov');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      'Wrote infra/.checkov.baseline: 1 deviation that checkov no longer reports; 1 exception ended and left out.\n' +
        'Next: checkov -d infra --baseline infra/.checkov.baseline\n',
    );
    expect(told()).toEqual(['/main.tf azurerm_storage_account.a CKV_AZURE_44']);
    expect(baseline().exceptions).toEqual([
      'storage-min-tls, azurerm_storage_account.a: until 2027-01-15 by shop: Old tills (SEC-7)',
    ]);
  });

  test('an instance is said with its key, the block only when all of it is excepted', () => {
    write('infra/main.tf', weak('a', 'for_each = toset(["x", "y"])'));
    profile(except('*["x"]'));
    suppress('checkov');
    expect(told()).toEqual(['/main.tf azurerm_storage_account.a["x"] CKV_AZURE_44']);
    profile(except('*["x"]'), except('*["y"]'));
    suppress('checkov');
    expect(told()).toEqual([
      '/main.tf azurerm_storage_account.a CKV_AZURE_44',
      '/main.tf azurerm_storage_account.a["x"] CKV_AZURE_44',
      '/main.tf azurerm_storage_account.a["y"] CKV_AZURE_44',
    ]);
  });

  test('what stands in a module is said there, through its way', () => {
    write('infra/modules/store/main.tf', weak('this'));
    write('infra/main.tf', 'module "shop" {\n  source = "./modules/store"\n}\n');
    profile(except('module.shop.*'));
    suppress('checkov');
    expect(told()).toEqual(['/modules/store/main.tf module.shop.azurerm_storage_account.this CKV_AZURE_44']);
  });

  test('what is off for good is said of all resources', () => {
    write('infra/main.tf', `${weak('a')}\n${weak('b')}`);
    write('infra/plumbline.yaml', 'off: { storage-min-tls: Tills of 2009 }\n');
    suppress('checkov');
    expect(told()).toHaveLength(2);
    expect(baseline().exceptions[0]).toContain('off by plumbline.yaml: Tills of 2009');
  });
});

describe('trivy', () => {
  const entries = () =>
    (parse(readText('infra/.trivyignore.yaml')) as { misconfigurations: { id: string; paths: string[] }[] })
      .misconfigurations;

  test('a file is told until the day after the last one, in both spellings', () => {
    write('infra/old[1].tf', weak('a'));
    profile(except('*.a'));
    expect(suppress('trivy').out).toContain('1 deviation that trivy no longer reports.');
    const statement = 'storage-min-tls, azurerm_storage_account.a: until 2027-06-30 by shop: Old tills';
    expect(entries().find(({ id }) => id === 'AZU-0011')).toEqual({
      id: 'AZU-0011',
      paths: ['old\\[1\\].tf'],
      expired_at: '2027-07-01',
      statement,
    });
    expect(entries().map(({ id }) => id)).toEqual(expect.arrayContaining(['AVD-AZU-0011', 'AZU-0011']));
  });

  test('a rule that another resource of the file breaks stays, with the comment to write', () => {
    write('infra/main.tf', `${weak('a')}\n${weak('b')}`);
    write('infra/other.tf', account('c'));
    profile(except('*.a'));
    const { out } = suppress('trivy');
    expect(entries()).toEqual([]);
    expect(out).toMatch(
      /^ {2}azurerm_storage_account\.a \(main\.tf\), storage-min-tls: AZU-0011.* would be hidden of azurerm_storage_account\.b too; write #trivy:ignore:AZU-0011:exp:2027-07-01/m,
    );
  });
});

describe('kics', () => {
  const TLS = '2a1a8c4c-1a2b-4b5c-8d9e-0f1a2b3c4d5e';
  const report = (query: string) =>
    JSON.stringify({
      kics_version: 'v2.1.21',
      queries: [
        {
          query_name: 'TLS',
          query_id: query,
          severity: 'MEDIUM',
          platform: 'Terraform',
          files: ['a', 'b'].map((name) => ({
            file_name: 'infra/main.tf',
            similarity_id: name.repeat(64),
            line: 2,
            issue_type: 'IncorrectValue',
            search_key: `azurerm_storage_account[${name}].min_tls_version`,
          })),
        },
      ],
    });

  test('results are told by the ids of its report', () => {
    write('results.json', report('8263f146-5e03-43e0-9cfe-db960d56d1e7'));
    write('infra/main.tf', `${weak('a')}\n${weak('b')}`);
    profile(except('*.a'));
    expect(suppress('kics', '--findings', 'results.json').out).toContain('1 result that kics no longer reports.');
    expect(parse(readText('infra/kics.config'))).toEqual({ 'exclude-results': ['a'.repeat(64)] });
    expect(readText('infra/kics.config')).toContain('# aaaaaaaaaaaa: storage-min-tls, azurerm_storage_account.a,');
  });

  test('rules that are not ours and reports that are missing', () => {
    write('results.json', report(TLS));
    write('infra/main.tf', weak('a'));
    profile(except('*.a'));
    suppress('kics', '--findings', 'results.json');
    expect(parse(readText('infra/kics.config'))).toEqual({ 'exclude-results': [] });
    expect(suppress('kics').err).toContain('--findings');
  });
});

describe('prowler', () => {
  const scan = () => write('scan.json', readFileSync(join(__dirname, '../../examples/azure/scan.json')));
  interface Mutelist {
    readonly Mutelist: {
      readonly Accounts: Record<
        string,
        { readonly Checks: Record<string, { Resources: string[]; Regions: string[]; Description: string }> }
      >;
    };
  }
  const checks = () =>
    Object.values((parse(readText('mute.yaml')) as Mutelist).Mutelist.Accounts).flatMap(({ Checks }) =>
      Object.entries(Checks),
    );

  test('names and checks are said as a whole, as Prowler looks for them anywhere', () => {
    scan();
    write(
      'live.yaml',
      'exceptions:\n  - { control: storage-min-tls, arm: "*/stshoporders", reason: Old tills, owner: shop, until: 2027-06-30 }\n',
    );
    const { code, out } = plumbline(
      ...['suppress', '--for', 'prowler', '--live', 'scan.json', '--profile', 'live.yaml', '--out', 'mute.yaml'],
      ...TODAY,
    );
    expect(code).toBe(0);
    expect(out).toContain('1 deviation that prowler no longer reports.');
    expect(checks()).toEqual([
      [
        '^storage_ensure_minimum_tls_version_12$',
        {
          Regions: ['*'],
          Resources: ['^stshoporders$'],
          Description: 'storage-min-tls, stshoporders: until 2027-06-30 by shop: Old tills',
        },
      ],
    ]);
  });

  test('without a scan nothing is written', () => {
    const { code, err } = plumbline('suppress', '--for', 'prowler');
    expect([code, err]).toEqual([2, expect.stringContaining('--live')]);
  });
});

test('a file of somebody else is left alone, an own one is made anew', () => {
  write('infra/main.tf', weak('a'));
  profile(except('*.a'));
  write('infra/.checkov.baseline', '{"failed_checks": []}');
  const { code, err } = suppress('checkov');
  expect([code, err]).toEqual([2, expect.stringContaining('infra/.checkov.baseline: not written by plumbline')]);
  expect(readText('infra/.checkov.baseline')).toBe('{"failed_checks": []}');
  for (const run of [suppress('checkov', '--out', 'own'), suppress('checkov', '--out', 'own')])
    expect(run.code).toBe(0);
  expect(everything().filter((name) => name.startsWith('own'))).toEqual(['own']);
});

test('another scanner is not known', () => {
  const { code, err } = suppress('semgrep');
  expect([code, err]).toEqual([2, expect.stringContaining('checkov, trivy, kics, prowler')]);
});
