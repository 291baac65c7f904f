resource "azurerm_key_vault" "fail_two_workspaces" {
  name                = "kv-fail-two-workspaces"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "fail_two_workspaces_audit_logs" {
  name                       = "audit-logs"
  target_resource_id         = azurerm_key_vault.fail_two_workspaces.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}

resource "azurerm_log_analytics_workspace" "regional" {
  name                = "log-regional"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}
