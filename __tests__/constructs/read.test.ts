import { KeyVaultKey } from '@cdktf/provider-azurerm/lib/key-vault-key';
import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { Fn, Lazy, TerraformIterator, TerraformVariable, Token } from 'cdktf';
import { resourcesOf } from '../../constructs/read';
import { escaped, templateValue } from '../../constructs/template';
import { Reference, Unknown } from '../../controls/value';
import { account, key, newApp, newStack, place, synthError } from './synth';

const attributesOf = (stack: ReturnType<typeof newStack>, address: string) =>
  resourcesOf(stack).find(({ resource }) => resource.address === address)?.resource.attributes ?? {};

test('references keep where they point, text stays text, the rest is unknown', () => {
  const reference = (text: string) => String(templateValue(text, ''));
  expect(templateValue('${azurerm_storage_account.logs.id}/blobServices/default', '')).toEqual(
    new Reference('azurerm_storage_account.logs', ['id'], '/blobServices/default'),
  );
  expect(reference('${azurerm_subnet.a["x.y"].ids[0]}')).toBe('azurerm_subnet.a["x.y"].ids.0');
  expect(reference('${module.net.azurerm_subnet.a.id}')).toBe('module.net.azurerm_subnet.a.id');
  expect(templateValue('a $${b} %%{c} $$${d}', '')).toBe('a ${b} %{c} $${d}');
  for (const text of [
    '${var.x}',
    '${data.azurerm_subnet.a.id}',
    '${lower(azurerm_subnet.a.id)}',
    'x${azurerm_subnet.a.id}',
    '%{if a}',
  ])
    expect(templateValue(text, '')).toBeInstanceOf(Unknown);
  for (const text of ['a ${b}', '%{c}', '$${d}', 'plain']) expect(templateValue(escaped(text), '')).toBe(text);
});

test('tokens of every kind are resolved', () => {
  const stack = newStack(newApp());
  const size = new TerraformVariable(stack, 'size', { type: 'number' });
  const logs = new StorageAccount(stack, 'logs', {
    ...account,
    name: Fn.lower('LOGS'),
    minTlsVersion: Lazy.stringValue({ produce: () => 'TLS1_2' }),
    networkRules: { defaultAction: 'Deny', ipRules: Token.asList(size.value) },
    tags: { owner: 'x' },
  });
  new KeyVaultKey(stack, 'key', { ...key, keySize: size.numberValue, keyVaultId: logs.id });
  const read = attributesOf(stack, 'azurerm_storage_account.logs');
  expect(read).toMatchObject({ min_tls_version: 'TLS1_2', tags: { owner: 'x' } });
  expect(read.name).toBeInstanceOf(Unknown);
  expect(read.network_rules).toMatchObject({
    default_action: 'Deny',
    ip_rules: new Unknown('the expression ${var.size}'),
  });
  expect(read).not.toHaveProperty('blob_properties');
  const ofKey = attributesOf(stack, 'azurerm_key_vault_key.key');
  expect(ofKey.key_size).toBeInstanceOf(Unknown);
  expect(ofKey.key_vault_id).toEqual(new Reference('azurerm_storage_account.logs', ['id']));
  expect(ofKey.key_opts).toEqual(['wrapKey', 'unwrapKey']);
});

test('blocks that stand once are objects, repeated ones lists, dynamic ones unknown', () => {
  const stack = newStack(newApp());
  const logs = new StorageAccount(stack, 'logs', account);
  logs.addOverride('network_rules', [{ default_action: 'Deny' }]);
  const group = new NetworkSecurityGroup(stack, 'group', { ...place, name: 'n' });
  group.addOverride('security_rule', { name: 'one' });
  const each = TerraformIterator.fromList(['a', 'b']);
  new MonitorDiagnosticSetting(stack, 'dynamic', {
    name: 'd',
    targetResourceId: logs.id,
    enabledLog: each.dynamic({ category: each.value }),
  });
  expect(attributesOf(stack, 'azurerm_storage_account.logs').network_rules).toEqual({ default_action: 'Deny' });
  expect(attributesOf(stack, 'azurerm_network_security_group.group').security_rule).toEqual([{ name: 'one' }]);
  expect(attributesOf(stack, 'azurerm_monitor_diagnostic_setting.dynamic').enabled_log).toEqual(
    new Unknown('a dynamic block'),
  );
});

test('what an import ignores is unknown, whatever the configuration says', () => {
  const stack = newStack(newApp());
  const lifecycle = { ignoreChanges: ['min_tls_version', 'network_rules[0].bypass'] };
  new StorageAccount(stack, 'a', { ...account, minTlsVersion: 'TLS1_2', lifecycle }).importFrom('/subscriptions/x');
  new StorageAccount(stack, 'b', { ...account, minTlsVersion: 'TLS1_2', lifecycle });
  const a = attributesOf(stack, 'azurerm_storage_account.a');
  expect(a.min_tls_version).toBeInstanceOf(Unknown);
  expect(a.network_rules).toBeInstanceOf(Unknown);
  expect(attributesOf(stack, 'azurerm_storage_account.b').min_tls_version).toBe('TLS1_2');
});

test('a reference into another stack is read by its own address, before and after the synth', () => {
  const app = newApp();
  const logs = new StorageAccount(newStack(app, 'data'), 'logs', account);
  const other = newStack(app, 'other');
  new KeyVaultKey(other, 'key', { ...key, keyVaultId: logs.id });
  const home = ({ node }: { node: { id: string } }) => `module.${node.id}.`;
  const read = () => String(resourcesOf(other, home)[0].resource.attributes.key_vault_id);
  expect(read()).toBe('module.data.azurerm_storage_account.logs.id');
  expect(synthError(app)).toBe('');
  expect(read()).toBe('module.data.azurerm_storage_account.logs.id');
});
