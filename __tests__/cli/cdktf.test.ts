// Apps of CDK for Terraform: from findings on what they wrote to their TypeScript.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeyVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { account, newApp, newStack, synthesized, vault } from '../constructs/synth';
import { problems, type Schema } from '../docs/json-schema';
import { checkov, everything, plumbline, readText, useCommand, write } from './command';

useCommand();

const DOCUMENT = 'cdktf.out/stacks/shop/cdk.tf.json';
const WORKSPACE =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/w';
const PROGRAM = `class Box extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new KeyVault(this, 'vault', config);
  }
}
export class Shop extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const tls = new TerraformVariable(this, 'tls', { default: 'TLS1_0' });
    const logs = new StorageAccount(this, 'logs', {
      minTlsVersion: tls.stringValue,
    });
    new Box(this, 'one');
    new Box(this, 'two');
  }
}
new Shop(app, 'shop');
`;

function stack() {
  const made = newStack(newApp(), 'shop');
  const tls = new TerraformVariable(made, 'tls', { type: 'string', default: 'TLS1_0' });
  const networkRules = { defaultAction: 'Allow' };
  new StorageAccount(made, 'logs', { ...account, minTlsVersion: tls.stringValue, networkRules });
  for (const id of ['one', 'two']) new KeyVault(new Construct(made, id), 'vault', vault);
  return made;
}
const document = JSON.stringify(synthesized(stack()), null, 2);

function app(): void {
  write('cdktf.json', '{ "language": "typescript", "app": "node main.js" }');
  write('lib/main.ts', PROGRAM);
  write('lib/main.test.ts', "new StorageAccount(stack, 'logs', {});");
  write(DOCUMENT, document);
}

interface Told {
  readonly path: string;
  readonly code: readonly unknown[];
  readonly alsoMakes: readonly string[];
}
const told = (out = 'plan') => (JSON.parse(readText(`${out}/plan.json`)) as { constructs?: Told[] }).constructs ?? [];

test.each(['.', 'cdktf.out', 'cdktf.out/stacks/shop', DOCUMENT])('--code %s leads to the lines', (code) => {
  app();
  const { out, err } = plumbline('plan', '--code', code, '--level', '2', '--out', 'plan');
  expect(err).toBe('');
  expect(out).toContain('In CDKTF code: ');
  expect(out).toMatch(/lib\/main\.ts:11 +shop\/logs +networkRules\.defaultAction: 'Allow' → 'Deny'/);
  expect(out).toMatch(/lib\/main\.ts:10 +shop\/tls +default: 'TLS1_0' → 'TLS1_2'/);
  expect(told().find(({ path }) => path === 'shop/one/vault')).toMatchObject({
    code: [{ file: 'lib/main.ts', line: 4, class: 'KeyVault' }],
    alsoMakes: ['shop/two/vault'],
  });
});

test('plan.json is what its schema says, and every finding is counted', () => {
  app();
  plumbline(
    'plan',
    '--code',
    '.',
    '--level',
    '2',
    '--out',
    'plan',
    '--parameter',
    `logAnalyticsWorkspaceId=${WORKSPACE}`,
  );
  const plan = JSON.parse(readText('plan/plan.json')) as Record<string, Record<string, number>>;
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/plan-1.schema.json'), 'utf8')) as Schema;
  expect(problems(schema, plan)).toEqual([]);
  const { received, planned, unplanned, ignored } = plan.counts;
  expect(received).toBe(planned + unplanned + ignored);
  expect(planned).toBe(0);
});

test('plan.md tells what to write', () => {
  app();
  plumbline(
    'plan',
    '--code',
    '.',
    '--level',
    '2',
    '--out',
    'plan',
    '--parameter',
    `logAnalyticsWorkspaceId=${WORKSPACE}`,
  );
  const text = readText('plan/plan.md');
  const [, section] = /## In CDKTF code\n([\s\S]+?)\n## /.exec(text) ?? [];
  expect(section).toContain('### `shop/logs`: StorageAccount at `lib/main.ts:11`');
  expect(section).toContain(`  networkRules: {
    bypass: ['AzureServices'],
    defaultAction: 'Deny', // now 'Allow'
  },`);
  expect(
    section,
  ).toContain(`import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';

new MonitorDiagnosticSetting(this, 'logs_blob_logs', {
  name: 'blob-logs',
  targetResourceId: \`\${logs.id}/blobServices/default\`,
  logAnalyticsWorkspaceId:`);
  expect(section).toContain("import { StorageAccount } from 'azure-plumbline/constructs/storage-account';");
  expect(section).toContain('### `shop/one/vault`, `shop/two/vault`: KeyVault at `lib/main.ts:4`');
  expect(section).not.toContain('change along');
});

test('nothing is written into the output, and no patch is made', () => {
  app();
  const before = [...everything()];
  const { out } = plumbline('plan', '--code', '.', '--level', '2', '--write');
  expect(out).toContain('Nothing to edit.');
  expect([...everything()]).toEqual(before);
  expect(readText(DOCUMENT)).toBe(document);
});

describe('an app beside code in HCL', () => {
  const native = `resource "azurerm_storage_account" "other" {
  name                     = "stother"
  resource_group_name      = "rg"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_0"
}
`;
  test('what it wrote is read where the report is about it', () => {
    app();
    write('infra/main.tf', native);
    const findings: [string, string, string][] = [
      ['CKV_AZURE_44', 'azurerm_storage_account.other', '/infra/main.tf'],
      ['CKV_AZURE_109', 'azurerm_key_vault.one_vault', `/${DOCUMENT}`],
      ['CKV_AZURE_44', 'azurerm_storage_account.logs', `/${DOCUMENT}`],
    ];
    const names = Object.keys(
      (JSON.parse(document) as { resource: Record<string, object> }).resource.azurerm_key_vault,
    );
    findings[1][1] = `azurerm_key_vault.${names[0]}`;
    write('report.json', checkov(...findings));
    const { out } = plumbline('plan', '--findings', 'report.json', '--code', '.', '--out', 'plan');
    expect(out).toContain('3 records: 1 closed by 1 change, 2 not changed, 0 no finding.');
    expect(readText('plan/changes.patch')).toContain('infra/main.tf');
    expect(
      told()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['shop/one/vault', 'shop/tls']);
  });

  test('else it stays out', () => {
    app();
    write('infra/main.tf', native);
    const { out } = plumbline('check', '.', '--level', '2');
    expect(out).not.toContain('azurerm_key_vault');
  });
});

test('verify asks for what was told as for what was patched', () => {
  app();
  plumbline('plan', '--code', '.', '--only', 'storage-min-tls', '--out', 'plan');
  const planned = (min_tls_version: string) => {
    const address = 'azurerm_storage_account.logs';
    const resource = { address, mode: 'managed', type: 'azurerm_storage_account', name: 'logs' };
    const after = { min_tls_version };
    const planned_values = { root_module: { resources: [{ ...resource, values: after }] } };
    const change = { actions: ['update'], before: { min_tls_version: 'TLS1_0' }, after, after_unknown: {} };
    const resource_changes = [{ ...resource, change }];
    write(
      'tfplan.json',
      JSON.stringify({ format_version: '1.2', planned_values, resource_changes, configuration: {} }),
    );
    return plumbline('verify', '--plan', 'tfplan.json', '--against', 'plan/plan.json').code;
  };
  expect(planned('TLS1_0')).toBe(1);
  expect(planned('TLS1_2')).toBe(0);
});

test('check names the construct beside the address', () => {
  app();
  const { out } = plumbline('check', '.', '--only', 'storage-min-tls');
  expect(out).toContain(`azurerm_storage_account.logs  (shop/logs)  ${DOCUMENT}:`);
  const json = JSON.parse(plumbline('check', DOCUMENT, '--only', 'storage-min-tls', '--format', 'json').out) as {
    deviating: object[];
  };
  expect(json.deviating).toEqual([expect.objectContaining({ construct: 'shop/logs' })]);
});

test('an app that was not synthesized is told so', () => {
  write('cdktf.json', '{}');
  write('main.ts', PROGRAM);
  const { code, err } = plumbline('check', '.');
  expect(code).toBe(2);
  expect(err).toContain('run cdktf synth first');
});

test('without sources the path of the construct is what is known', () => {
  write('cdk.tf.json', document);
  const { out } = plumbline('plan', '--code', 'cdk.tf.json', '--only', 'storage-min-tls', '--out', 'plan');
  expect(out).toMatch(/\? +shop\/tls +default: 'TLS1_0' → 'TLS1_2'/);
  expect(readText('plan/plan.md')).toContain('does not show where it is made');
});
