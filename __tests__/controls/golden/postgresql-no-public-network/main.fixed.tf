resource "azurerm_postgresql_flexible_server" "pass_false" {
  name                          = "psql-pass-false"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "16"
  sku_name                      = "GP_Standard_D2s_v3"
  administrator_login           = "dba"
  administrator_password        = var.password
  public_network_access_enabled = false
}

resource "azurerm_postgresql_flexible_server" "fail_absent" {
  name                          = "psql-fail-absent"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "16"
  sku_name                      = "GP_Standard_D2s_v3"
  administrator_login           = "dba"
  administrator_password        = var.password
  public_network_access_enabled = false
}

resource "azurerm_postgresql_flexible_server" "fail_true" {
  name                          = "psql-fail-true"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "16"
  sku_name                      = "GP_Standard_D2s_v3"
  administrator_login           = "dba"
  administrator_password        = var.password
  public_network_access_enabled = false
}

resource "azurerm_postgresql_flexible_server" "na_subnet" {
  name                   = "psql-na-subnet"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
  delegated_subnet_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/databases"
}

resource "azurerm_postgresql_flexible_server" "unknown_subnet" {
  name                   = "psql-unknown-subnet"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
  delegated_subnet_id    = var.unknown
}

resource "azurerm_postgresql_flexible_server" "unknown_variable" {
  name                          = "psql-unknown-variable"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  version                       = "16"
  sku_name                      = "GP_Standard_D2s_v3"
  administrator_login           = "dba"
  administrator_password        = var.password
  public_network_access_enabled = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
