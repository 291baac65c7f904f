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

resource "azurerm_postgresql_flexible_server_configuration" "plain" {
  for_each = azurerm_postgresql_flexible_server.fail_each

  name      = "require_secure_transport"
  server_id = each.value.id
  value     = "on"
}

variable "password" {
  sensitive = true
}
