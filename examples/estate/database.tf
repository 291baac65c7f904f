# The order database. It was made in a hurry.
resource "azurerm_mssql_server" "orders" {
  name                         = "sql-shop-orders"
  resource_group_name          = azurerm_resource_group.shop.name
  location                     = azurerm_resource_group.shop.location
  version                      = "12.0"
  administrator_login          = "shop"
  administrator_login_password = var.sql_password
}

resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
  server_id         = azurerm_mssql_server.orders.id
  retention_in_days = 30
}

resource "azurerm_mssql_firewall_rule" "everybody" {
  name             = "everybody"
  server_id        = azurerm_mssql_server.orders.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}

resource "azurerm_mssql_database" "orders" {
  name      = "orders"
  server_id = azurerm_mssql_server.orders.id
  sku_name  = "S0"
}

# Stock levels, with what a tutorial said about its parameters.
resource "azurerm_postgresql_flexible_server" "stock" {
  name                   = "psql-shop-stock"
  resource_group_name    = azurerm_resource_group.shop.name
  location               = azurerm_resource_group.shop.location
  version                = "16"
  sku_name               = "GP_Standard_D2ds_v5"
  storage_mb             = 32768
  administrator_login    = "shop"
  administrator_password = var.sql_password
}

resource "azurerm_postgresql_flexible_server_configuration" "stock_tls" {
  name      = "require_secure_transport"
  server_id = azurerm_postgresql_flexible_server.stock.id
  value     = "off"
}

variable "sql_password" {
  type      = string
  sensitive = true
}
