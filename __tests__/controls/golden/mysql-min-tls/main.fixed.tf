resource "azurerm_mysql_flexible_server" "pass_1_2" {
  name                   = "mysql-pass-1-2"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_1_2" {
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_1_2.name
  value               = "TLSv1.2"
}

resource "azurerm_mysql_flexible_server" "pass_1_3" {
  name                   = "mysql-pass-1-3"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_1_3" {
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_1_3.name
  value               = "TLSv1.3"
}

resource "azurerm_mysql_flexible_server" "pass_both" {
  name                   = "mysql-pass-both"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_both" {
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_both.name
  value               = "TLSv1.2,TLSv1.3"
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
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_lower_case.name
  value               = "tlsv1.2"
}

resource "azurerm_mysql_flexible_server" "fail_1_1" {
  name                   = "mysql-fail-1-1"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_1_1" {
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_1_1.name
  value               = "TLSv1.2"
}

resource "azurerm_mysql_flexible_server" "fail_1_1_too" {
  name                   = "mysql-fail-1-1-too"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_1_1_too" {
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_1_1_too.name
  value               = "TLSv1.2"
}

resource "azurerm_mysql_flexible_server" "fail_all" {
  name                   = "mysql-fail-all"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_all" {
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_all.name
  value               = "TLSv1.2,TLSv1.3"
}

resource "azurerm_mysql_flexible_server" "fail_empty" {
  name                   = "mysql-fail-empty"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_empty" {
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_empty.name
  value               = "TLSv1.2"
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
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = "mysql-pass-by-name"
  value               = "TLSv1.2"
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
  name                = "tls_version"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.unknown_variable.name
  value               = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
