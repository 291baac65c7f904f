// Controls on request: what only the owner can choose, and what must not fight with what others want.
import { controlById } from '../../controls/index';
import { checkEstate } from '../../remediations/check';
import { combine } from '../../remediations/combine';
import { draft } from '../../remediations/drafts';
import { account, estateOf, finding, patched, reasons, remedy, resourcesOf } from './code';

const SHARED_KEYS = finding('CKV2_AZURE_40', 'azurerm_storage_account.logs');
const SAS_POLICY = finding('CKV2_AZURE_41', 'azurerm_storage_account.logs');

const provider = (said: string) => `provider "azurerm" {
  features {}
${said}
}
`;
const WITHOUT_KEYS = provider('  storage_use_azuread = true');

describe('keys of a storage account that one rule wants written and another wants off', () => {
  test.each([
    ['a policy has to be added', ''],
    ['the policy is there', 'sas_policy {\n  expiration_period = "00.01:00:00"\n}'],
  ])('%s: off is written, which both rules take', (_, body) => {
    const tree = { 'main.tf': account('logs', body), 'providers.tf': WITHOUT_KEYS };
    const both = remedy(tree, [SHARED_KEYS, SAS_POLICY]);
    expect(reasons(both)).toEqual([]);
    const [keys] = both.plan.changes.filter(({ path }) => path.join() === 'shared_access_key_enabled');
    expect(keys).toMatchObject({
      to: false,
      impact: 'disruptive',
      explicit: false,
      findings: [SHARED_KEYS, SAS_POLICY],
    });
    expect(keys.controls.map(({ id }) => id)).toEqual(['storage-no-shared-keys']);
    expect(patched(tree, both)['main.tf']).toMatch(/shared_access_key_enabled += false/);
    expect(patched(tree, both)['main.tf'].match(/sas_policy/g)).toHaveLength(1);
  });

  test.each([
    ['no provider block', ''],
    ['a provider block that does not say so', provider('')],
    ['one of two', WITHOUT_KEYS + provider('  alias = "hub"')],
    ['a variable without a value', `${provider('  storage_use_azuread = var.identity')}\nvariable "identity" {}\n`],
  ])('stay on as long as Terraform itself uses them: %s', (_, settings) => {
    const tree = { 'main.tf': account('logs'), 'providers.tf': settings };
    const made = remedy(tree, [SHARED_KEYS, SAS_POLICY]);
    expect(made.plan.unplanned).toMatchObject([{ finding: SHARED_KEYS, reason: 'needs-answer' }]);
    expect(patched(tree, made)['main.tf']).toMatch(/shared_access_key_enabled += true/);
  });

  test('in a module the provider block of the root decides', () => {
    const tree = {
      'main.tf': `module "logs" {\n  source = "./logs"\n}\n\n${WITHOUT_KEYS}`,
      'logs/main.tf': account('logs'),
    };
    const made = remedy(tree, [finding('CKV2_AZURE_40', 'module.logs.azurerm_storage_account.logs')]);
    expect(patched(tree, made)['logs/main.tf']).toMatch(/shared_access_key_enabled += false/);
  });

  test('without the other rule the default is written', () => {
    const tree = { 'main.tf': account('logs') };
    expect(patched(tree, remedy(tree, [SAS_POLICY]))['main.tf']).toMatch(/shared_access_key_enabled += true/);
  });
});

test.each([
  ['TLS1_3', ['TLS1_3'], 0],
  ['TLS1_0', [], 2],
])('a default written out gives way to %s as long as its control is met', (other, to, refused) => {
  const estate = estateOf({ 'main.tf': account('logs') });
  const [resource] = resourcesOf(estate);
  const wish = (id: string, set: string, explicit: boolean) => {
    const deviation = { path: ['min_tls_version'], found: undefined, expected: '', set };
    const made = draft(estate, resource, controlById(id)!, deviation, {}, explicit);
    if ('reason' in made) throw new Error(made.note);
    return { draft: made, findings: [], notes: [] };
  };
  const { changes, refusals } = combine([
    wish('storage-min-tls', 'TLS1_2', true),
    wish('storage-https-only', other, false),
  ]);
  expect([changes.map((change) => change.to), refusals.length]).toEqual([to, refused]);
});

describe('a copy in another region', () => {
  const zonal = account('zonal').replace('LRS', 'ZRS');
  const tree = { 'main.tf': account('local') + zonal };
  const found = ['local', 'zonal'].map((name) => finding('CKV_AZURE_206', `azurerm_storage_account.${name}`));

  test('is a question for each kind of account', () => {
    const { plan } = remedy(tree, found);
    expect(plan.changes).toEqual([]);
    expect(plan.questions.map(({ parameter }) => parameter)).toEqual([
      'geoReplicationOfLocalStorage',
      'geoReplicationOfZonalStorage',
    ]);
  });

  test('is made in place where the zones stay', () => {
    const answers = { geoReplicationOfLocalStorage: 'RAGRS', geoReplicationOfZonalStorage: 'GZRS' };
    const { plan } = remedy(tree, found, { answers });
    expect(plan.changes.map(({ to, impact }) => [to, impact])).toEqual([
      ['RAGRS', 'in-place'],
      ['GZRS', 'in-place'],
    ]);
  });

  test('is left where an answer would replace the account, or would be none', () => {
    const crossing = remedy(tree, found, {
      answers: { geoReplicationOfLocalStorage: 'GZRS', geoReplicationOfZonalStorage: 'LRS' },
    });
    expect(crossing.plan.changes).toEqual([]);
    expect(crossing.plan.unplanned.map(({ reason }) => reason)).toEqual(['replaces-resource', 'replaces-resource']);
    const none = remedy(tree, found.slice(0, 1), { answers: { geoReplicationOfLocalStorage: 'LRS' } });
    expect([none.plan.changes, none.plan.unplanned.length]).toEqual([[], 1]);
  });
});

test.each([
  [
    'CKV_AZURE_112',
    'azurerm_key_vault_key.main',
    `resource "azurerm_key_vault" "main" {
  name     = "kv-main"
  sku_name = "standard"
}

resource "azurerm_key_vault_key" "main" {
  name         = "key"
  key_vault_id = azurerm_key_vault.main.id
  key_type     = "RSA"
}
`,
    'azurerm_key_vault.main is a standard vault',
  ],
  [
    'CKV_AZURE_229',
    'azurerm_mssql_database.main',
    'resource "azurerm_mssql_database" "main" {\n  name     = "orders"\n  sku_name = "S3"\n}\n',
    'of the size S3',
  ],
  [
    'CKV_AZURE_94',
    'azurerm_mysql_flexible_server.main',
    'resource "azurerm_mysql_flexible_server" "main" {\n  name = "mysql"\n\n  customer_managed_key {\n    key_vault_key_id = "https://kv.vault.azure.net/keys/data"\n  }\n}\n',
    'geo_backup_key_vault_key_id',
  ],
])('what Azure would refuse is not planned, even when replacing is allowed: %s', (rule, address, text, why) => {
  const tree = { 'main.tf': text };
  const { plan } = remedy(tree, [finding(rule, address)], { allow: ['replaces'] });
  expect(plan.changes).toEqual([]);
  expect(plan.unplanned).toMatchObject([{ reason: 'needs-answer', note: expect.stringContaining(why) }]);
});

test('recipients of scan reports bring the scans along, and close the rule that wants administrators too', () => {
  const tree = {
    'main.tf': `resource "azurerm_mssql_server_vulnerability_assessment" "main" {
  server_security_alert_policy_id = "/subscriptions/0/policies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"
}
`,
  };
  const found = ['CKV2_AZURE_4', 'CKV2_AZURE_5'].map((rule) =>
    finding(rule, 'azurerm_mssql_server_vulnerability_assessment.main'),
  );
  const asked = remedy(tree, found);
  expect(asked.plan.questions.map(({ parameter }) => parameter)).toEqual(['sqlScanRecipients']);
  const answered = patched(tree, remedy(tree, found, { answers: { sqlScanRecipients: ['dba@example.com'] } }));
  for (const line of ['enabled += true', 'email_subscription_admins += true', 'emails += \\["dba@example.com"\\]'])
    expect(answered['main.tf']).toMatch(new RegExp(line));
});

test('an account that two rules want locked gets one lock', () => {
  const tree = { 'main.tf': account('logs', 'tags = { criticality = "high" }') };
  const address = 'azurerm_storage_account.logs';
  const found = [
    finding('0cc95bf8-9b98-4278-ad9f-fea4aed3d271', address, 'kics'),
    finding('critical-resources-locked', address, 'plumbline'),
  ];
  const { changes } = remedy(tree, found).plan;
  expect(changes).toMatchObject([{ findings: found }]);
  expect(changes[0].controls.map(({ id }) => id).sort()).toEqual(['critical-resources-locked', 'storage-locked']);
});

describe('what costs is not planned because a scanner wants it', () => {
  const tree = { 'main.tf': account('a') };
  const shares = [finding('54087baa-8719-48a8-8460-9cc0962117aa', { address: 'azurerm_storage_account.a' }, 'kics')];
  const id = 'storage-share-soft-delete';

  test('it says how to ask for it', () => {
    expect(reasons(remedy(tree, shares))).toEqual([
      `needs-answer: It costs: ${controlById(id)!.fix!.cost} Ask for it: on: [${id}] in the profile, or --only.`,
    ]);
  });

  test.each([
    ['the profile', { on: new Set([id]) }],
    ['--only', { only: new Set([id]) }],
  ])('asked for by %s it is planned', (_, options) => {
    expect(patched(tree, remedy(tree, shares, options))['main.tf']).toMatch(/retention_policy/);
  });

  test('an answer is a request', () => {
    const geo = [finding('CKV_AZURE_206', 'azurerm_storage_account.a')];
    const [question] = remedy(tree, geo).plan.questions;
    expect(question).toMatchObject({ controls: ['storage-geo-redundant'] });
    expect(remedy(tree, geo, { answers: { [question.parameter]: 'GRS' } }).plan.changes).toHaveLength(1);
  });

  test('what the profile asks for is checked like what a level asks for', () => {
    const judged = (on?: ReadonlySet<string>) =>
      checkEstate(estateOf(tree), { level: 2, ...(on ? { on } : {}) }).deviating.filter(
        ({ control }) => control.id === id,
      ).length;
    expect([judged(), judged(new Set([id]))]).toEqual([0, 1]);
  });
});
