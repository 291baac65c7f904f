# One block with all parameters.

resource "azurerm_postgresql_flexible_server" "pass_parameters" {
  name                   = "psql-pass-parameters"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server" "fail_parameters" {
  name                   = "psql-fail-parameters"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server_configuration" "passing" {
  for_each = {
    log_checkpoints = "on"
    log_connections = "on"
  }

  name      = each.key
  server_id = azurerm_postgresql_flexible_server.pass_parameters.id
  value     = each.value
}

resource "azurerm_postgresql_flexible_server_configuration" "failing" {
  for_each = {
    log_checkpoints = "on"
    log_connections = "on"
  }

  name      = each.key
  server_id = azurerm_postgresql_flexible_server.fail_parameters.id
  value     = each.value
}

variable "password" {
  sensitive = true
}
