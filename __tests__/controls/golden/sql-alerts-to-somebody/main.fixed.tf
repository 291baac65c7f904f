resource "azurerm_mssql_server_security_alert_policy" "pass_address" {
  resource_group_name = "rg-data"
  server_name         = "sql-pass-address"
  state               = "Enabled"
  email_addresses     = ["dba@example.com"]
}

resource "azurerm_mssql_server_security_alert_policy" "fail_absent" {
  resource_group_name = "rg-data"
  server_name         = "sql-fail-absent"
  state               = "Enabled"
  email_addresses     = ["dba@example.com", "security@example.com"]
}

resource "azurerm_mssql_server_security_alert_policy" "unknown_variable" {
  resource_group_name = "rg-data"
  server_name         = "sql-unknown-variable"
  state               = "Enabled"
  email_addresses     = var.unknown
}

variable "unknown" {}
