resource "azurerm_mysql_flexible_server" "pass_on" {
  name                   = "mysql-pass-on"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_on" {
  name                = "require_secure_transport"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_on.name
  value               = "ON"
}

resource "azurerm_mysql_flexible_server" "pass_lower_case" {
  name                   = "mysql-pass-lower-case"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_lower_case" {
  name                = "require_secure_transport"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_lower_case.name
  value               = "on"
}

resource "azurerm_mysql_flexible_server" "fail_off" {
  name                   = "mysql-fail-off"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_off" {
  name                = "require_secure_transport"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_off.name
  value               = "ON"
}

resource "azurerm_mysql_flexible_server" "pass_by_name" {
  name                   = "mysql-pass-by-name"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_by_name" {
  name                = "require_secure_transport"
  resource_group_name = "rg-data"
  server_name         = "mysql-pass-by-name"
  value               = "ON"
}

resource "azurerm_mysql_flexible_server" "pass_absent" {
  name                   = "mysql-pass-absent"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

# Another parameter says nothing about this one.

resource "azurerm_mysql_flexible_server" "pass_other_parameter" {
  name                   = "mysql-pass-other-parameter"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_other_parameter" {
  name                = "wait_timeout"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_other_parameter.name
  value               = "10"
}

resource "azurerm_mysql_flexible_server" "unknown_variable" {
  name                   = "mysql-unknown-variable"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "unknown_variable" {
  name                = "require_secure_transport"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.unknown_variable.name
  value               = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
