resource "azurerm_mssql_server" "pass_files" {
  name                         = "sql-pass-files"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_files" {
  server_id             = azurerm_mssql_server.pass_files.id
  blob_storage_endpoint = "https://staudit.blob.core.windows.net/"
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

resource "azurerm_mssql_server" "fail_off" {
  name                         = "sql-fail-off"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_off" {
  server_id = azurerm_mssql_server.fail_off.id
  enabled   = true
}

variable "password" {
  sensitive = true
}
