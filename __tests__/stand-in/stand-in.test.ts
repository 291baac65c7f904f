import type { Values } from './msgpack';
import { needsTerraform } from './needs-terraform';
import { changed, inWorkspace } from './workspace';

const offline = needsTerraform('the stand-in tests');

const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg';
const accountId = `${group}/providers/Microsoft.Storage/storageAccounts/logs`;
const vaultId = `${group}/providers/Microsoft.KeyVault/vaults/kv`;

const required = `
  name                     = "logs"
  resource_group_name      = "rg"
  account_tier             = "Standard"
  account_replication_type = "LRS"`;

function account(body = '', location = 'westeurope'): string {
  return `resource "azurerm_storage_account" "logs" {${required}\n  location = "${location}"\n${body}\n}\n`;
}

const vault = (body = '') => `
resource "azurerm_key_vault" "kv" {
  name                = "kv"
  resource_group_name = "rg"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
${body}
}
`;

const importVault = `import {\n  to = azurerm_key_vault.kv\n  id = "${vaultId}"\n}\n`;
const seededVault: Values = {
  name: 'kv',
  resource_group_name: 'rg',
  location: 'West Europe',
  tenant_id: '00000000-0000-0000-0000-000000000000',
  sku_name: 'standard',
  rbac_authorization_enabled: true,
  network_acls: [{ bypass: 'AzureServices', default_action: 'Allow', ip_rules: ['192.0.2.1'] }],
};

offline('a valid configuration is valid', async () => {
  await inWorkspace({}, async ({ write, run }) => {
    write(account('min_tls_version = "TLS1_2"\n  network_rules {\n    default_action = "Deny"\n  }') + vault());
    const validated = await run('validate');
    expect(validated).toEqual({ code: 0, stdout: expect.stringContaining('is valid'), stderr: '' });
  });
});

offline('names and values the provider refuses are errors with their place', async () => {
  await inWorkspace({}, async ({ write, run }) => {
    const refusal = async (configuration: string) => {
      write(configuration);
      const { code, stderr } = await run('validate');
      expect(code).toBe(1);
      return stderr.replace(/\s+/g, ' ');
    };
    expect(await refusal(account('min_tls = "TLS1_2"'))).toContain('An argument named "min_tls" is not expected here');
    const value = await refusal(account('min_tls_version = "TLS1_4"'));
    expect(value).toContain('"min_tls_version" cannot be "TLS1_4"');
    expect(value).toContain('main.tf line');
    expect(value).not.toContain('azurerm provider');
    expect(await refusal(account('blob_properties {\n delete_retention_policy {\n days = 500\n }\n }'))).toContain(
      'Accepted: 1 to 365',
    );
    expect(await refusal(account('network_rules {\n    bypass = ["AzureServices"]\n  }'))).toContain('default_action');
    const both = 'rbac_authorization_enabled = true\n  enable_rbac_authorization = true';
    expect(await refusal(vault(both))).toContain('"enable_rbac_authorization" conflicts with');
    const key = 'resource "azurerm_storage_container" "c" {\n  name = "c"\n}\n';
    expect(await refusal(key)).toContain('exactly one of "storage_account_id", "storage_account_name" is needed');
  });
});

offline('names of the other major are unknown', async () => {
  await inWorkspace({ version: 5 }, async ({ write, run }) => {
    write(vault('enable_rbac_authorization = true'));
    const { code, stderr } = await run('validate');
    expect(code).toBe(1);
    expect(stderr).toContain('"enable_rbac_authorization" is not expected here');
    expect(stderr).toContain('"rbac_authorization_enabled" is required');
  });
});

offline('create, no change, change in place, removal, replacement', async () => {
  await inWorkspace({}, async ({ write, run, plan }) => {
    write(account('public_network_access_enabled = false\n  allowed_copy_scope = "AAD"', 'West Europe'));
    const created = await plan();
    expect(created.code).toBe(2);
    expect(created.changes[0].change.actions).toEqual(['create']);
    expect(created.changes[0].change.after).toMatchObject({ min_tls_version: 'TLS1_2', location: 'westeurope' });
    expect((await run('apply', '-auto-approve')).code).toBe(0);
    expect((await plan()).code).toBe(0);

    write(account('public_network_access_enabled = false\n  shared_access_key_enabled = false'));
    const updated = await plan();
    expect(updated.changes[0].change.actions).toEqual(['update']);
    expect(changed(updated.changes[0]).sort()).toEqual(['allowed_copy_scope', 'shared_access_key_enabled']);
    expect(updated.stdout).toContain('1 to change');

    write(account('public_network_access_enabled = false', 'northeurope'));
    const moved = await plan();
    expect(moved.changes[0].change.actions).toEqual(['delete', 'create']);
    expect(moved.changes[0].change.replace_paths).toEqual([['location']]);
    expect(moved.stdout).toContain('forces replacement');

    write(account('infrastructure_encryption_enabled = true\n  lifecycle {\n    prevent_destroy = true\n  }'));
    const prevented = await plan();
    expect(prevented.code).toBe(1);
    expect(prevented.stderr).toContain('prevent_destroy');

    write('removed {\n  from = azurerm_storage_account.logs\n  lifecycle {\n    destroy = false\n  }\n}\n');
    const removed = await plan();
    expect(removed.changes.map(({ change }) => change.actions)).toEqual([['forget']]);
    expect(removed.stdout).toContain('0 to destroy');

    write('');
    expect((await plan()).changes[0].change.actions).toEqual(['delete']);
    expect((await run('destroy', '-auto-approve')).code).toBe(0);
  });
});

offline('an attribute inside a block replaces too', async () => {
  const endpoint = (connection: string) => `
resource "azurerm_private_endpoint" "p" {
  name                = "p"
  location            = "westeurope"
  resource_group_name = "rg"
  subnet_id           = "/subnet"
  private_service_connection {
    name                           = "${connection}"
    is_manual_connection           = false
    private_connection_resource_id = "/account"
  }
}
`;
  await inWorkspace({}, async ({ write, run, plan }) => {
    write(endpoint('before'));
    expect((await run('apply', '-auto-approve')).code).toBe(0);
    expect((await plan()).code).toBe(0);
    write(endpoint('after'));
    const { change } = (await plan()).changes[0];
    expect(change.actions).toEqual(['delete', 'create']);
    expect(change.replace_paths).toEqual([['private_service_connection', 0, 'name']]);
  });
});

offline('an imported object changes only where the configuration says so', async () => {
  await inWorkspace({ seed: { [vaultId]: seededVault } }, async ({ write, plan }) => {
    write(importVault + vault('purge_protection_enabled = true'));
    const imported = await plan();
    expect(imported.stdout).toContain('1 to import, 0 to add, 1 to change, 0 to destroy');
    expect(imported.changes[0].change.importing).toEqual({ id: vaultId });
    expect(changed(imported.changes[0])).toEqual(['purge_protection_enabled']);

    const acls = 'network_acls {\n bypass = "AzureServices"\n default_action = "Deny"\n ip_rules = ["192.0.2.1"]\n }';
    write(importVault + vault(`${acls}\n  lifecycle {\n    ignore_changes = [tags]\n  }`));
    const { changes } = await plan();
    expect(changed(changes[0])).toEqual(['network_acls']);
    expect(changes[0].change.after.network_acls).toMatchObject([{ default_action: 'Deny', ip_rules: ['192.0.2.1'] }]);
  });
});

offline('an import id without an object is an error that names the stand-in', async () => {
  await inWorkspace({}, async ({ write, plan }) => {
    write(importVault + vault());
    const { code, stderr } = await plan();
    expect(code).toBe(1);
    expect(stderr).toContain('the stand-in has no object with this import id');
  });
});

offline('rules of a network security group work as blocks and as an attribute', async () => {
  const rule = 'name = "ssh"\n priority = 100\n direction = "Inbound"\n access = "Deny"\n protocol = "Tcp"\n';
  const nsg = (rules: string) =>
    `resource "azurerm_network_security_group" "nsg" {\n name = "nsg"\n location = "westeurope"\n resource_group_name = "rg"\n${rules}\n}\n`;
  await inWorkspace({}, async ({ write, run, plan }) => {
    write(nsg(`security_rule {\n${rule}}`));
    expect((await run('apply', '-auto-approve')).code).toBe(0);
    expect((await plan()).code).toBe(0);
    write(nsg(''));
    expect((await plan()).code).toBe(0);
    write(nsg('security_rule = []'));
    expect(changed((await plan()).changes[0])).toEqual(['security_rule']);
    write(nsg('security_rule {\n name = "ssh"\n }'));
    expect((await run('validate')).stderr).toContain('"security_rule" needs "access"');
  });
});

offline('references, data sources and ids hold together', async () => {
  await inWorkspace(
    { seed: { [accountId]: { name: 'logs', resource_group_name: 'rg' } } },
    async ({ write, run, plan }) => {
      write(`
data "azurerm_client_config" "me" {}
data "azurerm_storage_account" "logs" {
  name                = "logs"
  resource_group_name = "rg"
}
${vault().replace('"00000000-0000-0000-0000-000000000000"', 'data.azurerm_client_config.me.tenant_id')}
resource "azurerm_monitor_diagnostic_setting" "kv" {
  name               = "audit"
  target_resource_id = azurerm_key_vault.kv.id
  storage_account_id = data.azurerm_storage_account.logs.id
  enabled_log {
    category_group = "audit"
  }
}
output "setting" {
  value = azurerm_monitor_diagnostic_setting.kv.id
}
`);
      const applied = await run('apply', '-auto-approve');
      expect(applied.stderr).toBe('');
      expect(applied.stdout).toContain(`setting = "${vaultId}|audit"`);
      expect((await plan()).code).toBe(0);
    },
  );
});
