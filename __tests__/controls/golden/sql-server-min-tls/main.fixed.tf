resource "azurerm_mssql_server" "pass_absent" {
  name                         = "sql-pass-absent"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
}

resource "azurerm_mssql_server" "pass_1_2" {
  name                         = "sql-pass-1-2"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
  minimum_tls_version          = "1.2"
}

resource "azurerm_mssql_server" "fail_1_0" {
  name                         = "sql-fail-1-0"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
  minimum_tls_version          = "1.2"
}

resource "azurerm_mssql_server" "fail_1_1" {
  name                         = "sql-fail-1-1"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
  minimum_tls_version          = "1.2"
}

resource "azurerm_mssql_server" "fail_disabled" {
  name                         = "sql-fail-disabled"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
  minimum_tls_version          = "1.2"
}

resource "azurerm_mssql_server" "unknown_variable" {
  name                         = "sql-unknown-variable"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password
  minimum_tls_version          = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
