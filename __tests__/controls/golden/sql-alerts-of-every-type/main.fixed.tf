resource "azurerm_mssql_server_security_alert_policy" "pass_absent" {
  resource_group_name = "rg-data"
  server_name         = "sql-pass-absent"
  state               = "Enabled"
}

resource "azurerm_mssql_server_security_alert_policy" "pass_empty" {
  resource_group_name = "rg-data"
  server_name         = "sql-pass-empty"
  state               = "Enabled"
  disabled_alerts     = []
}

resource "azurerm_mssql_server_security_alert_policy" "fail_one" {
  resource_group_name = "rg-data"
  server_name         = "sql-fail-one"
  state               = "Enabled"
  disabled_alerts     = []
}

resource "azurerm_mssql_server_security_alert_policy" "fail_two" {
  resource_group_name = "rg-data"
  server_name         = "sql-fail-two"
  state               = "Enabled"
  disabled_alerts     = []
}

resource "azurerm_mssql_server_security_alert_policy" "unknown_variable" {
  resource_group_name = "rg-data"
  server_name         = "sql-unknown-variable"
  state               = "Enabled"
  disabled_alerts     = var.unknown
}

variable "unknown" {}
