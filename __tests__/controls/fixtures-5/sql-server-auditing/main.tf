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
  enabled   = false
}

variable "password" {
  sensitive = true
}
