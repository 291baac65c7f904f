resource "azurerm_postgresql_flexible_server" "fail_each" {
  for_each = toset(["orders", "invoices"])

  name                   = "psql-${each.key}"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_each_log_checkpoints" {
  for_each = azurerm_postgresql_flexible_server.fail_each

  name      = "log_checkpoints"
  server_id = each.value.id
  value     = "on"
}

variable "password" {
  sensitive = true
}
