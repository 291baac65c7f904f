resource "azurerm_mysql_flexible_server" "pass_on" {
  name                   = "mysql-pass-on"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_on" {
  name                = "audit_log_enabled"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_on.name
  value               = "ON"
}

resource "azurerm_mysql_flexible_server" "pass_lower_case" {
  name                   = "mysql-pass-lower-case"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_lower_case" {
  name                = "audit_log_enabled"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_lower_case.name
  value               = "on"
}

resource "azurerm_mysql_flexible_server" "fail_off" {
  name                   = "mysql-fail-off"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_off" {
  name                = "audit_log_enabled"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_off.name
  value               = "ON"
}

resource "azurerm_mysql_flexible_server" "pass_by_name" {
  name                   = "mysql-pass-by-name"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_by_name" {
  name                = "audit_log_enabled"
  resource_group_name = "rg-data"
  server_name         = "mysql-pass-by-name"
  value               = "ON"
}

resource "azurerm_mysql_flexible_server" "fail_absent" {
  name                   = "mysql-fail-absent"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_absent_audit_log" {
  name                = "audit_log_enabled"
  server_name         = azurerm_mysql_flexible_server.fail_absent.name
  resource_group_name = azurerm_mysql_flexible_server.fail_absent.resource_group_name
  value               = "ON"
}

resource "azurerm_monitor_diagnostic_setting" "fail_absent_audit_logs" {
  name                       = "audit-logs"
  target_resource_id         = azurerm_mysql_flexible_server.fail_absent.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "MySqlAuditLogs"
  }
}

# Another parameter says nothing about this one.

resource "azurerm_mysql_flexible_server" "fail_other_parameter" {
  name                   = "mysql-fail-other-parameter"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_other_parameter_audit_log" {
  name                = "audit_log_enabled"
  server_name         = azurerm_mysql_flexible_server.fail_other_parameter.name
  resource_group_name = azurerm_mysql_flexible_server.fail_other_parameter.resource_group_name
  value               = "ON"
}

resource "azurerm_monitor_diagnostic_setting" "fail_other_parameter_audit_logs" {
  name                       = "audit-logs"
  target_resource_id         = azurerm_mysql_flexible_server.fail_other_parameter.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "MySqlAuditLogs"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "fail_other_parameter" {
  name                = "wait_timeout"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_other_parameter.name
  value               = "10"
}

resource "azurerm_mysql_flexible_server" "unknown_variable" {
  name                   = "mysql-unknown-variable"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "unknown_variable" {
  name                = "audit_log_enabled"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.unknown_variable.name
  value               = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
