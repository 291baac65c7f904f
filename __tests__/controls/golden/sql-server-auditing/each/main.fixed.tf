resource "azurerm_mssql_server" "fail_each" {
  for_each = toset(["orders", "invoices"])

  name                         = "sql-${each.key}"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_each_auditing" {
  for_each = azurerm_mssql_server.fail_each

  server_id              = each.value.id
  enabled                = true
  log_monitoring_enabled = true
  retention_in_days      = 91
}

resource "azurerm_monitor_diagnostic_setting" "fail_each_audit_logs" {
  for_each = azurerm_mssql_server.fail_each

  name                       = "audit-logs"
  target_resource_id         = "${each.value.id}/databases/master"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "SQLSecurityAuditEvents"
  }
}

variable "password" {
  sensitive = true
}
