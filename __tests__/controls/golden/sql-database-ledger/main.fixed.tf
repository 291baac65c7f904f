resource "azurerm_mssql_database" "pass_true" {
  name           = "sqldb-pass-true"
  server_id      = azurerm_mssql_server.main.id
  ledger_enabled = true
}

resource "azurerm_mssql_database" "fail_absent" {
  name           = "sqldb-fail-absent"
  server_id      = azurerm_mssql_server.main.id
  ledger_enabled = true
}

resource "azurerm_mssql_database" "fail_false" {
  name           = "sqldb-fail-false"
  server_id      = azurerm_mssql_server.main.id
  ledger_enabled = true
}

resource "azurerm_mssql_database" "unknown_variable" {
  name           = "sqldb-unknown-variable"
  server_id      = azurerm_mssql_server.main.id
  ledger_enabled = var.unknown
}

resource "azurerm_mssql_database" "na_secondary" {
  name        = "sqldb-na-secondary"
  server_id   = azurerm_mssql_server.main.id
  create_mode = "Secondary"

  creation_source_database_id = azurerm_mssql_database.pass_true.id
}

resource "azurerm_mssql_server" "main" {
  name                = "sql-main"
  resource_group_name = "rg-data"
  location            = "westeurope"
  version             = "12.0"

  azuread_administrator {
    login_username              = "sql-admins"
    object_id                   = "22222222-2222-2222-2222-222222222222"
    azuread_authentication_only = true
  }
}

variable "unknown" {}
