resource "azurerm_mssql_server" "pass_false" {
  name                          = "sql-pass-false"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "12.0"
  administrator_login           = "dba"
  administrator_login_password  = var.password
  public_network_access_enabled = false
}

resource "azurerm_mssql_server" "fail_absent" {
  name                          = "sql-fail-absent"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "12.0"
  administrator_login           = "dba"
  administrator_login_password  = var.password
  public_network_access_enabled = false
}

resource "azurerm_mssql_server" "fail_null" {
  name                          = "sql-fail-null"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "12.0"
  administrator_login           = "dba"
  administrator_login_password  = var.password
  public_network_access_enabled = false
}

resource "azurerm_mssql_server" "fail_true" {
  name                          = "sql-fail-true"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "12.0"
  administrator_login           = "dba"
  administrator_login_password  = var.password
  public_network_access_enabled = false
}

resource "azurerm_mssql_server" "unknown_variable" {
  name                          = "sql-unknown-variable"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "12.0"
  administrator_login           = "dba"
  administrator_login_password  = var.password
  public_network_access_enabled = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
