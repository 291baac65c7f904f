resource "azurerm_mssql_server" "pass_unlimited" {
  name                         = "sql-pass-unlimited"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_unlimited" {
  server_id = azurerm_mssql_server.pass_unlimited.id
}

resource "azurerm_mssql_server" "pass_zero" {
  name                         = "sql-pass-zero"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_zero" {
  server_id         = azurerm_mssql_server.pass_zero.id
  retention_in_days = 0
}

resource "azurerm_mssql_server" "pass_91" {
  name                         = "sql-pass-91"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_91" {
  server_id         = azurerm_mssql_server.pass_91.id
  storage_endpoint  = "https://staudit.blob.core.windows.net/"
  retention_in_days = 91
}

resource "azurerm_mssql_server" "pass_year" {
  name                         = "sql-pass-year"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_year" {
  server_id         = azurerm_mssql_server.pass_year.id
  storage_endpoint  = "https://staudit.blob.core.windows.net/"
  retention_in_days = 365
}

resource "azurerm_mssql_server" "fail_90" {
  name                         = "sql-fail-90"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_90" {
  server_id         = azurerm_mssql_server.fail_90.id
  storage_endpoint  = "https://staudit.blob.core.windows.net/"
  retention_in_days = 91
}

resource "azurerm_mssql_server" "fail_6" {
  name                         = "sql-fail-6"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_6" {
  server_id         = azurerm_mssql_server.fail_6.id
  retention_in_days = 91
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

resource "azurerm_mssql_server" "unknown_variable" {
  name                         = "sql-unknown-variable"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "unknown_variable" {
  server_id         = azurerm_mssql_server.unknown_variable.id
  retention_in_days = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
