# An empty list is nobody: with an answer it is filled.

resource "azurerm_mssql_server_security_alert_policy" "fail_empty" {
  resource_group_name = "rg-data"
  server_name         = "sql-fail-empty"
  state               = "Enabled"
  email_addresses     = ["dba@example.com", "security@example.com"]
}
