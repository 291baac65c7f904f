import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { StorageAccount as PlainAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { App, Aspects, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { enforce, enforcementReport } from '../../constructs/enforce';
import { KeyVault } from '../../constructs/key-vault';
import { KeyVaultKey } from '../../constructs/key-vault-key';
import { KeyVaultSecret } from '../../constructs/key-vault-secret';
import { setExisting, setLevel } from '../../constructs/marks';
import { MonitorDiagnosticSetting } from '../../constructs/monitor-diagnostic-setting';
import { NetworkSecurityGroup } from '../../constructs/network-security-group';
import { NetworkSecurityRule } from '../../constructs/network-security-rule';
import { StorageAccount } from '../../constructs/storage-account';
import { StorageAccountNetworkRules } from '../../constructs/storage-account-network-rules';
import { account, key, newApp, newStack, place, synthError, synthesized, vault } from './synth';

/** The message of an app with one stack. */
function enforced(build: (stack: TerraformStack) => void, level: 1 | 2 = 1): string {
  const app = newApp();
  const stack = newStack(app);
  build(stack);
  logged(stack);
  enforce(app, { level });
  return synthError(app);
}
/** Settings for the logs of every vault and group, which no test here is about. */
function logged(stack: TerraformStack): void {
  for (const resource of stack.node.findAll())
    if (resource instanceof KeyVault || resource instanceof NetworkSecurityGroup)
      new MonitorDiagnosticSetting(stack, `${resource.node.id}-logs`, {
        name: 'logs',
        targetResourceId: resource.id,
        logAnalyticsWorkspaceId: '/subscriptions/s/workspace',
        enabledLog: [{ categoryGroup: 'allLogs' }],
      });
}
const controlsIn = (message: string) => [...new Set(message.match(/[a-z-]+(?= \(CIS)/g))].sort();

const rule = {
  name: 'ssh',
  priority: 100,
  direction: 'Inbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: '10.0.0.0/8',
  sourcePortRange: '*',
  destinationAddressPrefix: '*',
  destinationPortRange: '22',
};
const dated = { expirationDate: '2099-06-30T00:00:00Z' };
const endpoint = (stack: TerraformStack, id: string, target: string, service: string) =>
  new PrivateEndpoint(stack, id, {
    ...place,
    name: id,
    subnetId: '/subscriptions/s/subnet',
    privateServiceConnection: {
      name: id,
      isManualConnection: false,
      privateConnectionResourceId: target,
      subresourceNames: [service],
    },
  });

test.each<[string, (stack: TerraformStack) => void]>([
  ['storage account', (stack) => new StorageAccount(stack, 'x', account)],
  ['key vault', (stack) => new KeyVault(stack, 'x', vault)],
  ['key', (stack) => new KeyVaultKey(stack, 'x', { ...key, ...dated })],
  ['secret', (stack) => new KeyVaultSecret(stack, 'x', { name: 's', value: 'v', keyVaultId: 'id', ...dated })],
  ['group', (stack) => new NetworkSecurityGroup(stack, 'x', { ...place, name: 'n', securityRule: [rule] })],
  [
    'rule',
    (stack) => new NetworkSecurityRule(stack, 'x', { ...rule, resourceGroupName: 'rg', networkSecurityGroupName: 'n' }),
  ],
])('a hardened %s meets level 1 with what its config has to say', (_, build) => {
  expect(enforced(build)).toBe('');
});

test('at level 2 only what needs another resource or an owner is left to say', () => {
  const message = enforced((stack) => {
    setLevel(stack, 2);
    new StorageAccount(stack, 'logs', account);
    new KeyVault(stack, 'kv', vault);
  }, 2);
  expect(controlsIn(message)).toEqual([
    'key-vault-private-endpoint',
    'storage-blob-logging',
    'storage-customer-managed-key',
    'storage-private-endpoint',
    'storage-queue-logging',
    'storage-table-logging',
  ]);
  expect(message).toContain('Which Log Analytics workspace receives the logs (its resource id)?');
  expect(message).toContain('customer_managed_key is not set, expected a block with a key of your own');
});

test.each<[string, (stack: TerraformStack) => void]>([
  ['storage-min-tls', (stack) => new StorageAccount(stack, 'x', { ...account, minTlsVersion: 'TLS1_0' })],
  ['storage-https-only', (stack) => new StorageAccount(stack, 'x', { ...account, httpsTrafficOnlyEnabled: false })],
  [
    'storage-no-public-network',
    (stack) => new StorageAccount(stack, 'x', { ...account, publicNetworkAccessEnabled: true }),
  ],
  [
    'storage-firewall-deny',
    (stack) => new StorageAccount(stack, 'x', { ...account, networkRules: { defaultAction: 'Allow' } }),
  ],
  [
    'storage-sas-expiry',
    (stack) => new StorageAccount(stack, 'x', { ...account, sasPolicy: { expirationPeriod: '1.00:00:00' } }),
  ],
  [
    'storage-soft-delete',
    (stack) => new StorageAccount(stack, 'x', { ...account, blobProperties: { deleteRetentionPolicy: { days: 1 } } }),
  ],
  [
    'storage-no-cross-tenant-replication',
    (stack) => new StorageAccount(stack, 'x', { ...account, crossTenantReplicationEnabled: true }),
  ],
  [
    'storage-no-anonymous-access',
    (stack) => new StorageAccount(stack, 'x', { ...account, allowNestedItemsToBePublic: true }),
  ],
  ['key-vault-purge-protection', (stack) => new KeyVault(stack, 'x', { ...vault, purgeProtectionEnabled: false })],
  ['key-vault-key-expiry', (stack) => new KeyVaultKey(stack, 'x', key)],
  ['key-vault-secret-expiry', (stack) => new KeyVaultSecret(stack, 'x', { name: 's', value: 'v', keyVaultId: 'id' })],
  [
    'network-no-public-ssh',
    (stack) =>
      new NetworkSecurityGroup(stack, 'x', {
        ...place,
        name: 'n',
        securityRule: [{ ...rule, sourceAddressPrefix: '*' }],
      }),
  ],
])('weakening fails the synth and names %s', (control, build) => {
  expect(controlsIn(enforced(build))).toEqual([control]);
});

test('a message says where, what, why and what to do', () => {
  const message = enforced((stack) => new StorageAccount(stack, 'logs', { ...account, minTlsVersion: 'TLS1_0' }));
  expect(message).toContain(
    'test/logs: storage-min-tls (CIS 4.15): min_tls_version is "TLS1_0", expected "TLS1_2" or "TLS1_3"',
  );
  expect(message).toContain('why: TLS 1.0 and 1.1 are broken');
  expect(message).toContain('fix: write min_tls_version = "TLS1_2"');
  expect(message).toContain("except(resource, 'storage-min-tls', { reason, owner, until: 'YYYY-MM-DD' })");
});

test('the stricter level wins', () => {
  const build = (stack: TerraformStack) => new KeyVault(stack, 'kv', { ...vault, rbacAuthorizationEnabled: false });
  expect(enforced(build)).toBe('');
  expect(enforced(build, 2)).toContain('key-vault-rbac');
  const onStack = enforced((stack) => {
    setLevel(stack, 2);
    build(stack);
  });
  expect(onStack).toContain('key-vault-rbac');
  expect(() => setLevel(newApp(), 3 as 1)).toThrow('the level is 3');
});

test('plain provider resources are judged as well, and the hardened ones have the same address', () => {
  const app = newApp();
  const [plain, hardened] = [PlainAccount, StorageAccount].map((Kind, i) => {
    const stack = newStack(app, `stack-${i}`);
    new Kind(stack, 'logs', account);
    return synthesized(stack).resource;
  });
  expect(Object.keys(hardened.azurerm_storage_account)).toEqual(Object.keys(plain.azurerm_storage_account));
  enforce(app);
  expect(synthError(app)).toContain('storage-firewall-deny');
});

test('an aspect that weakens a value after enforce is caught, and so are overrides', () => {
  const weaken = {
    visit(node: IConstruct) {
      if (node instanceof StorageAccount) node.minTlsVersion = 'TLS1_0';
    },
  };
  const app = newApp();
  const stack = newStack(app);
  const logs = new StorageAccount(stack, 'logs', account);
  enforce(app);
  Aspects.of(logs).add(weaken);
  expect(controlsIn(synthError(app))).toEqual(['storage-min-tls']);

  expect(
    controlsIn(enforced((at) => new StorageAccount(at, 'x', account).addOverride('min_tls_version', 'TLS1_0'))),
  ).toEqual(['storage-min-tls']);
  const fromStack = enforced((at) => {
    new StorageAccount(at, 'x', account);
    at.addOverride('resource.azurerm_storage_account.x.https_traffic_only_enabled', false);
    at.addOverride('resource.azurerm_storage_account.y', { name: 'y', min_tls_version: 'TLS1_1' });
  });
  expect(controlsIn(fromStack)).toEqual(
    expect.arrayContaining(['storage-https-only', 'storage-min-tls', 'storage-firewall-deny']),
  );
});

test('a stack made after enforce fails, until enforce is called again', () => {
  const app = newApp();
  newStack(app, 'first');
  enforce(app);
  newStack(app, 'late');
  expect(synthError(app)).toContain('the stack late was made after enforce(app)');
  enforce(app);
  expect(synthError(app)).toBe('');

  const empty = newApp();
  enforce(empty);
  newStack(empty, 'late');
  expect(synthError(empty)).toContain('the stack late was made after enforce(app)');
});

test('an app without validation cannot be enforced', () => {
  expect(() => enforce(new App({ skipValidation: true }))).toThrow('skipValidation');
});

test('two resources with one address fail', () => {
  const message = enforced((stack) => {
    new StorageAccount(stack, 'a', account).overrideLogicalId('same');
    new StorageAccount(stack, 'b', account).overrideLogicalId('same');
  });
  expect(message).toContain('test/a and test/b are both azurerm_storage_account.same');
});

test('what exists is not failed for what only a replacement mends, but a weak value that is written is', () => {
  const app = newApp();
  const stack = newStack(app);
  new KeyVault(stack, 'kv', { ...vault, existing: true });
  new KeyVault(stack, 'weak', { ...vault, purgeProtectionEnabled: false, existing: true });
  logged(stack);
  enforce(app);
  expect(enforcementReport(app).existing.map(({ path, control }) => `${path} ${control}`)).toEqual([
    'test/kv key-vault-purge-protection',
  ]);
  expect(enforcementReport(app).failed.map(({ path }) => path)).toEqual(['test/weak']);
  expect(synthError(app)).not.toContain('test/kv');

  const whole = newApp();
  const existing = newStack(whole);
  setExisting(existing);
  new KeyVault(existing, 'kv', vault);
  logged(existing);
  enforce(whole);
  expect(synthError(whole)).toBe('');
});

test('what cannot be told is listed and does not fail', () => {
  const app = newApp();
  const stack = newStack(app);
  new StorageAccount(stack, 'logs', { ...account, minTlsVersion: '${var.tls}' });
  enforce(app);
  expect(synthError(app)).toBe('');
  expect(enforcementReport(app).unknown.map(({ message }) => message)).toEqual([
    'test/logs: storage-key-rotation-reminder (CIS 4.3) cannot be told: azurerm has no attribute for it: what Azure has is not in the code',
    'test/logs: storage-min-tls (CIS 4.15) cannot be told: the expression ${var.tls}',
  ]);
});

test('companions count where they refer, in the same stack or another one', () => {
  const app = newApp();
  setLevel(app, 2);
  const stack = newStack(app, 'data');
  const logs = new StorageAccount(stack, 'logs', account);
  const other = newStack(app, 'network');
  new StorageAccount(other, 'logs', account);
  endpoint(other, 'endpoint', logs.id, 'blob');
  for (const service of ['blob', 'queue', 'table'])
    new MonitorDiagnosticSetting(stack, service, {
      name: service,
      targetResourceId: `${logs.id}/${service}Services/default`,
      logAnalyticsWorkspaceId: '/subscriptions/s/workspace',
    });
  enforce(app);
  const failing = enforcementReport(app).failed.map(({ path, control }) => `${path} ${control}`);
  expect(failing).not.toContain('data/logs storage-private-endpoint');
  expect(failing).toContain('network/logs storage-private-endpoint');
  expect([...new Set(failing.filter((each) => each.startsWith('data/')))]).toEqual([
    'data/logs storage-customer-managed-key',
  ]);
});

test('separate network rules take the place of those that hardening would write into the account', () => {
  const app = newApp();
  const stack = newStack(app);
  const rulesOf = (id: string) => synthesized(stack).resource.azurerm_storage_account[id].network_rules;
  const apart = new StorageAccount(stack, 'apart', account);
  new StorageAccount(stack, 'alone', account);
  expect(rulesOf('apart')).toEqual({ default_action: 'Deny', bypass: ['AzureServices'] });
  new StorageAccountNetworkRules(stack, 'rules', { storageAccountId: apart.id, defaultAction: 'Deny' });
  expect(rulesOf('apart')).toBeUndefined();
  expect(rulesOf('alone')).toBeDefined();
  enforce(app);
  expect(synthError(app)).toBe('');
});
