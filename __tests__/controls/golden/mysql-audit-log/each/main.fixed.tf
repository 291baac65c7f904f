resource "azurerm_mysql_flexible_server" "fail_each" {
  for_each = toset(["orders", "invoices"])

  name                   = "mysql-${each.key}"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_each_audit_log" {
  for_each = azurerm_mysql_flexible_server.fail_each

  name                = "audit_log_enabled"
  server_name         = each.value.name
  resource_group_name = each.value.resource_group_name
  value               = "ON"
}

resource "azurerm_monitor_diagnostic_setting" "fail_each_audit_logs" {
  for_each = azurerm_mysql_flexible_server.fail_each

  name                       = "audit-logs"
  target_resource_id         = each.value.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "MySqlAuditLogs"
  }
}

variable "password" {
  sensitive = true
}
