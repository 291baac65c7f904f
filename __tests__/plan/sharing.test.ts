// What several instances share is changed only where all of them want it.
import { finding, patched, reasons, remedy, type Tree } from './code';

const change = (text: string, ...rules: readonly (readonly [rule: string, address: string])[]) => {
  const tree: Tree = { 'main.tf': text };
  const made = remedy(
    tree,
    rules.map(([rule, address]) => finding(rule, address, 'plumbline')),
    { answers: { actionGroupId: '/subscriptions/0/actionGroups/ag' } },
  );
  return { made, changed: patched(tree, made)['main.tf'], reasons: reasons(made) };
};

const plans = (names: string, tier: string) => `resource "azurerm_security_center_subscription_pricing" "plans" {
  for_each      = toset([${names}])
  resource_type = each.value
  tier          = "${tier}"
}
`;
const plan = (name: string) => `azurerm_security_center_subscription_pricing.plans["${name}"]`;

test('an extension of one plan is not written into a block that makes several', () => {
  const text = plans('"Containers", "StorageAccounts"', 'Standard');
  const { changed, reasons } = change(text, ['defender-agentless-kubernetes-discovery', plan('Containers')]);
  expect(changed).toBe(text);
  expect(reasons).toEqual([expect.stringContaining(`ambiguous: ${plan('StorageAccounts')} would be changed along`)]);
});

test('a tier that all plans of a block want is written once', () => {
  const text = plans('"Containers", "StorageAccounts"', 'Free');
  const { made, changed } = change(
    text,
    ['defender-plan-containers', plan('Containers')],
    ['defender-plan-storage', plan('StorageAccounts')],
  );
  expect(made.plan.changes).toHaveLength(1);
  expect(changed).toBe(text.replace('Free', 'Standard'));
});

test('a plan that nobody asks for is not bought along', () => {
  const text = plans('"Containers", "Api"', 'Free');
  const { changed, reasons } = change(text, ['defender-plan-containers', plan('Containers')]);
  expect(changed).toBe(text);
  expect(reasons).toEqual([expect.stringContaining(`${plan('Api')} would be changed along`)]);
});

test('nor through a variable that both read', () => {
  const one = (name: string, type: string) => `resource "azurerm_security_center_subscription_pricing" "${name}" {
  resource_type = "${type}"
  tier          = var.tier
}
`;
  const variable = 'variable "tier" {\n  default = "Free"\n}\n';
  const rule = ['defender-plan-containers', 'azurerm_security_center_subscription_pricing.containers'] as const;
  const alone = change(variable + one('containers', 'Containers') + one('storage', 'StorageAccounts'), rule);
  expect(alone.changed).toContain('default = "Standard"');
  const text = variable + one('containers', 'Containers') + one('api', 'Api');
  const { changed, reasons } = change(text, rule);
  expect(changed).toBe(text);
  expect(reasons).toEqual([expect.stringContaining('ambiguous: var.tier is read for something else')]);
});

test('a value of one parameter is not written into a block that makes several', () => {
  const text = `resource "azurerm_postgresql_flexible_server" "shop" {
  name                = "psql-shop"
  resource_group_name = "rg"
  location            = "westeurope"
}

resource "azurerm_postgresql_flexible_server_configuration" "flags" {
  for_each  = toset(["log_checkpoints", "array_nulls"])
  name      = each.value
  server_id = azurerm_postgresql_flexible_server.shop.id
  value     = "off"
}
`;
  const { changed, reasons } = change(text, ['postgresql-log-checkpoints', 'azurerm_postgresql_flexible_server.shop']);
  expect(changed).toBe(text);
  expect(reasons).toEqual([expect.stringContaining('flags["array_nulls"] would be changed along')]);
});

test('accounts of several kinds in one block: what only one kind has is left to the owner', () => {
  const text = `resource "azurerm_cosmosdb_account" "data" {
  for_each            = { docs = "GlobalDocumentDB", mongo = "MongoDB" }
  name                = each.key
  resource_group_name = "rg"
  location            = "westeurope"
  offer_type          = "Standard"
  kind                = each.value

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}
`;
  const docs = 'azurerm_cosmosdb_account.data["docs"]';
  expect(change(text, ['cosmosdb-entra-only', docs]).changed).toBe(text);
  expect(change(text, ['cosmosdb-no-metadata-by-key', docs]).changed).toContain('access_key_metadata_writes_enabled');
});

test('an action that every alert of a block lacks is written once', () => {
  const text = `resource "azurerm_monitor_activity_log_alert" "alerts" {
  for_each            = toset(["Microsoft.Network/networkSecurityGroups/write", "Microsoft.Network/publicIPAddresses/delete"])
  name                = each.key
  resource_group_name = "rg"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000000"]

  criteria {
    category       = "Administrative"
    operation_name = each.value
  }
}
`;
  const { made, changed } = change(text, [
    'alert-network-security-group-written',
    'azurerm_monitor_activity_log_alert.alerts["Microsoft.Network/networkSecurityGroups/write"]',
  ]);
  expect(made.plan.changes).toHaveLength(1);
  expect(changed).toContain('action_group_id = "/subscriptions/0/actionGroups/ag"');
});
