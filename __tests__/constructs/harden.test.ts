import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import { Lazy } from 'cdktf';
import fc from 'fast-check';
import { harden } from '../../constructs/hardened';
import { keyVault } from '../../controls/key-vault';
import { keyVaultKey, keyVaultSecret } from '../../controls/key-vault-contents';
import { networkSecurityGroup } from '../../controls/network-security-group';
import { storageAccount } from '../../controls/storage-account';
import { account, key, vault } from './synth';

type Account = Partial<StorageAccountConfig>;

test('fills in what the caller left out, up to the level', () => {
  const first = {
    ...account,
    httpsTrafficOnlyEnabled: true,
    sasPolicy: { expirationPeriod: '00.01:00:00' },
    publicNetworkAccessEnabled: false,
    // The firewall brings the trusted services along, as its fix does.
    networkRules: { defaultAction: 'Deny', bypass: ['AzureServices'] },
    blobProperties: { deleteRetentionPolicy: { days: 7 }, containerDeleteRetentionPolicy: { days: 7 } },
    minTlsVersion: 'TLS1_2',
    crossTenantReplicationEnabled: false,
    allowNestedItemsToBePublic: false,
  };
  expect(harden(storageAccount, account, { level: 1 })).toEqual(first);
  expect(harden(storageAccount, account, { level: 2 })).toEqual({
    ...first,
    infrastructureEncryptionEnabled: true,
    localUserEnabled: false,
    shareProperties: { smb: { versions: ['SMB3.1.1'], channelEncryptionType: ['AES-256-GCM'] } },
  });
});

test('never writes a block that the provider would refuse or that only the owner can complete', () => {
  const hardened: Account = harden(storageAccount, account, { level: 2 });
  expect(hardened).not.toHaveProperty('customerManagedKey');
  expect(hardened).not.toHaveProperty('queueProperties');
  expect(harden<Account>(storageAccount, { queueProperties: {} }, { level: 2 }).queueProperties).toEqual({});
});

test('a given value stays, weak or not, and its block is completed', () => {
  const given: Account = { minTlsVersion: 'TLS1_0', networkRules: { defaultAction: 'Allow', ipRules: ['192.0.2.1'] } };
  const { minTlsVersion, networkRules } = harden<Account>(storageAccount, given, { level: 2 });
  expect(minTlsVersion).toBe('TLS1_0');
  expect(networkRules).toEqual({ defaultAction: 'Allow', ipRules: ['192.0.2.1'], bypass: ['AzureServices'] });
});

test('tokens are left alone', () => {
  const networkRules = Lazy.anyValue({ produce: () => undefined }) as unknown as Account['networkRules'];
  expect(harden<Account>(storageAccount, { networkRules }, { level: 2 }).networkRules).toBe(networkRules);
});

test('an attribute under a former name counts as given', () => {
  const hardened = harden(keyVault, { ...vault, enableRbacAuthorization: false }, { level: 2 });
  expect(hardened).not.toHaveProperty('rbacAuthorizationEnabled');
});

test('a control fills only what it applies to', () => {
  const blobs = (accountKind?: string) =>
    'blobProperties' in harden<Account>(storageAccount, { accountKind }, { level: 1 });
  expect(blobs('StorageV2')).toBe(true);
  expect(blobs()).toBe(true);
  expect(blobs('FileStorage')).toBe(false);
});

test('of what exists nothing is filled in that would replace it or cannot be taken back', () => {
  const options = { level: 2, existing: true } as const;
  expect(harden(storageAccount, account, options)).not.toHaveProperty('infrastructureEncryptionEnabled');
  expect(harden(keyVault, vault, options)).toEqual({
    ...vault,
    rbacAuthorizationEnabled: true,
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' },
    publicNetworkAccessEnabled: false,
  });
});

test('our own props do not reach the provider', () => {
  expect(harden(keyVault, { ...vault, existing: true }, { level: 1 })).not.toHaveProperty('existing');
});

test('values are not shared between resources', () => {
  const [a, b] = [1, 2].map(() => harden<Account>(storageAccount, account, { level: 1 }));
  expect(a.blobProperties).not.toBe(b.blobProperties);
  expect(a.networkRules).not.toBe(b.networkRules);
});

test('where only the owner knows, nothing is filled in', () => {
  expect(harden(keyVaultKey, key, { level: 1 })).toEqual(key);
  expect(harden(keyVaultSecret, { name: 's', value: 'v', keyVaultId: 'id' }, { level: 2 })).toEqual({
    name: 's',
    value: 'v',
    keyVaultId: 'id',
  });
  expect(harden(networkSecurityGroup, { name: 'n' }, { level: 2 })).toEqual({ name: 'n' });
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const configs: fc.Arbitrary<Account> = fc.record({
  accountKind: maybe(fc.constantFrom('StorageV2', 'FileStorage')),
  minTlsVersion: maybe(fc.constantFrom('TLS1_0', 'TLS1_3')),
  httpsTrafficOnlyEnabled: maybe(fc.boolean()),
  infrastructureEncryptionEnabled: maybe(fc.boolean()),
  networkRules: maybe(
    fc.record({
      defaultAction: fc.constantFrom('Allow', 'Deny'),
      bypass: maybe(fc.constantFrom(['None'], ['Logging'])),
    }),
  ),
  blobProperties: maybe(
    fc.record({
      versioningEnabled: maybe(fc.boolean()),
      deleteRetentionPolicy: maybe(fc.record({ days: maybe(fc.nat(30)) })),
    }),
  ),
  sasPolicy: maybe(fc.record({ expirationPeriod: fc.constant('90.00:00:00') })),
});
const levels = fc.record({ level: fc.constantFrom(1 as const, 2 as const), existing: fc.boolean() });

function expectKept(given: unknown, hardened: unknown): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    expect(hardened).toEqual(given);
    return;
  }
  for (const [name, value] of Object.entries(given))
    if (value !== undefined) expectKept(value, (hardened as Record<string, unknown>)[name]);
}

test('whatever the config: given values stay, and hardening twice is hardening once', () => {
  fc.assert(
    fc.property(configs, levels, (config, options) => {
      const before = structuredClone(config);
      const once = harden(storageAccount, config, options);
      expectKept(config, once);
      expect(harden(storageAccount, once, options)).toEqual(once);
      expect(config).toEqual(before);
    }),
  );
});
