# The log has a place to go already.

resource "azurerm_mysql_flexible_server" "fail_collected" {
  name                   = "mysql-fail-collected"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_collected_audit_log" {
  name                = "audit_log_enabled"
  server_name         = azurerm_mysql_flexible_server.fail_collected.name
  resource_group_name = azurerm_mysql_flexible_server.fail_collected.resource_group_name
  value               = "ON"
}

resource "azurerm_monitor_diagnostic_setting" "fail_collected" {
  name                       = "logs"
  target_resource_id         = azurerm_mysql_flexible_server.fail_collected.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "MySqlAuditLogs"
  }
}

# What is collected are not the audit logs.

resource "azurerm_mysql_flexible_server" "fail_slow_queries" {
  name                   = "mysql-fail-slow-queries"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_slow_queries_audit_log" {
  name                = "audit_log_enabled"
  server_name         = azurerm_mysql_flexible_server.fail_slow_queries.name
  resource_group_name = azurerm_mysql_flexible_server.fail_slow_queries.resource_group_name
  value               = "ON"
}

resource "azurerm_monitor_diagnostic_setting" "fail_slow_queries" {
  name                       = "logs"
  target_resource_id         = azurerm_mysql_flexible_server.fail_slow_queries.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "MySqlSlowLogs"
  }

  enabled_log {
    category = "MySqlAuditLogs"
  }
}

variable "password" {
  sensitive = true
}
