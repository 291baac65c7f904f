resource "azurerm_mssql_server_security_alert_policy" "pass_true" {
  resource_group_name          = "rg-data"
  server_name                  = "sql-pass-true"
  state                        = "Enabled"
  email_account_admins_enabled = true
}

resource "azurerm_mssql_server_security_alert_policy" "fail_absent" {
  resource_group_name          = "rg-data"
  server_name                  = "sql-fail-absent"
  state                        = "Enabled"
  email_account_admins_enabled = true
}

resource "azurerm_mssql_server_security_alert_policy" "fail_false" {
  resource_group_name          = "rg-data"
  server_name                  = "sql-fail-false"
  state                        = "Enabled"
  email_account_admins_enabled = true
}

resource "azurerm_mssql_server_security_alert_policy" "unknown_variable" {
  resource_group_name          = "rg-data"
  server_name                  = "sql-unknown-variable"
  state                        = "Enabled"
  email_account_admins_enabled = var.unknown
}

variable "unknown" {}
