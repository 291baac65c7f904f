resource "azurerm_mysql_flexible_server" "pass_disabled" {
  name                   = "mysql-pass-disabled"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
  public_network_access  = "Disabled"
}

resource "azurerm_mysql_flexible_server" "fail_absent" {
  name                   = "mysql-fail-absent"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
  public_network_access  = "Disabled"
}

resource "azurerm_mysql_flexible_server" "fail_enabled" {
  name                   = "mysql-fail-enabled"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
  public_network_access  = "Disabled"
}

resource "azurerm_mysql_flexible_server" "na_subnet" {
  name                   = "mysql-na-subnet"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
  delegated_subnet_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/databases"
}

resource "azurerm_mysql_flexible_server" "unknown_subnet" {
  name                   = "mysql-unknown-subnet"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
  delegated_subnet_id    = var.unknown
}

resource "azurerm_mysql_flexible_server" "unknown_variable" {
  name                   = "mysql-unknown-variable"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
  public_network_access  = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
