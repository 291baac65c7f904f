resource "azurerm_postgresql_flexible_server" "pass_set" {
  name                   = "psql-pass-set"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server_configuration" "pass_set" {
  name      = "log_disconnections"
  server_id = azurerm_postgresql_flexible_server.pass_set.id
  value     = "on"
}

resource "azurerm_postgresql_flexible_server" "pass_also" {
  name                   = "psql-pass-also"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server_configuration" "pass_also" {
  name      = "log_disconnections"
  server_id = azurerm_postgresql_flexible_server.pass_also.id
  value     = "ON"
}

resource "azurerm_postgresql_flexible_server" "fail_wrong" {
  name                   = "psql-fail-wrong"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_wrong" {
  name      = "log_disconnections"
  server_id = azurerm_postgresql_flexible_server.fail_wrong.id
  value     = "on"
}

resource "azurerm_postgresql_flexible_server" "fail_absent" {
  name                   = "psql-fail-absent"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_absent_log_disconnections" {
  name      = "log_disconnections"
  server_id = azurerm_postgresql_flexible_server.fail_absent.id
  value     = "on"
}

# Another parameter says nothing about this one.

resource "azurerm_postgresql_flexible_server" "fail_other_parameter" {
  name                   = "psql-fail-other-parameter"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_other_parameter_log_disconnections" {
  name      = "log_disconnections"
  server_id = azurerm_postgresql_flexible_server.fail_other_parameter.id
  value     = "on"
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_other_parameter" {
  name      = "log_checkpoints"
  server_id = azurerm_postgresql_flexible_server.fail_other_parameter.id
  value     = "on"
}

resource "azurerm_postgresql_flexible_server" "unknown_variable" {
  name                   = "psql-unknown-variable"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server_configuration" "unknown_variable" {
  name      = "log_disconnections"
  server_id = azurerm_postgresql_flexible_server.unknown_variable.id
  value     = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
