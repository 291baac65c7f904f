resource "azurerm_mssql_server" "pass_default" {
  name                         = "sql-pass-default"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_default" {
  server_id = azurerm_mssql_server.pass_default.id
}

resource "azurerm_mssql_server" "pass_said" {
  name                         = "sql-pass-said"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_said" {
  server_id              = azurerm_mssql_server.pass_said.id
  enabled                = true
  log_monitoring_enabled = true
}

resource "azurerm_mssql_server" "pass_files" {
  name                         = "sql-pass-files"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_files" {
  server_id              = azurerm_mssql_server.pass_files.id
  enabled                = true
  storage_endpoint       = "https://staudit.blob.core.windows.net/"
  log_monitoring_enabled = false
  retention_in_days      = 365
}

resource "azurerm_mssql_server" "fail_none" {
  name                         = "sql-fail-none"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_none_auditing" {
  server_id              = azurerm_mssql_server.fail_none.id
  enabled                = true
  log_monitoring_enabled = true
  retention_in_days      = 91
}

resource "azurerm_monitor_diagnostic_setting" "fail_none_audit_logs" {
  name                       = "audit-logs"
  target_resource_id         = "${azurerm_mssql_server.fail_none.id}/databases/master"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "SQLSecurityAuditEvents"
  }
}

# Its log has a place to go already: the policy alone is missing.

resource "azurerm_mssql_server" "fail_collected" {
  name                         = "sql-fail-collected"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_collected_auditing" {
  server_id              = azurerm_mssql_server.fail_collected.id
  enabled                = true
  log_monitoring_enabled = true
  retention_in_days      = 91
}

resource "azurerm_monitor_diagnostic_setting" "fail_collected" {
  name                       = "audit"
  target_resource_id         = "${azurerm_mssql_server.fail_collected.id}/databases/master"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

# What is collected are not the audit events.

resource "azurerm_mssql_server" "fail_other_log" {
  name                         = "sql-fail-other-log"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_other_log_auditing" {
  server_id              = azurerm_mssql_server.fail_other_log.id
  enabled                = true
  log_monitoring_enabled = true
  retention_in_days      = 91
}

resource "azurerm_monitor_diagnostic_setting" "fail_other_log" {
  name                       = "audit"
  target_resource_id         = "${azurerm_mssql_server.fail_other_log.id}/databases/master"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "Errors"
  }

  enabled_log {
    category = "SQLSecurityAuditEvents"
  }
}

resource "azurerm_mssql_server" "fail_off" {
  name                         = "sql-fail-off"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_off" {
  server_id        = azurerm_mssql_server.fail_off.id
  enabled          = true
  storage_endpoint = "https://staudit.blob.core.windows.net/"
}

resource "azurerm_mssql_server" "unknown_variable" {
  name                         = "sql-unknown-variable"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "unknown_variable" {
  server_id = azurerm_mssql_server.unknown_variable.id
  enabled   = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
