resource "azurerm_mssql_server" "main" {
  name                          = "sql-shop"
  resource_group_name           = "rg-shop"
  location                      = "westeurope"
  version                       = "12.0"
  administrator_login           = "operator"
  administrator_login_password  = var.password
  minimum_tls_version           = "1.0"
  public_network_access_enabled = true
}

resource "azurerm_postgresql_flexible_server" "main" {
  name                = "psql-shop"
  resource_group_name = "rg-shop"
  location            = "westeurope"
}

resource "azurerm_postgresql_flexible_server_configuration" "throttling" {
  name      = "connection_throttle.enable"
  server_id = azurerm_postgresql_flexible_server.main.id
  value     = "off"
}

resource "azurerm_mysql_flexible_server" "main" {
  name                = "mysql-shop"
  resource_group_name = "rg-shop"
  location            = "westeurope"
}

resource "azurerm_mysql_flexible_server_configuration" "transport" {
  name                = "require_secure_transport"
  resource_group_name = "rg-shop"
  server_name         = azurerm_mysql_flexible_server.main.name
  value               = "OFF"
}

resource "azurerm_cosmosdb_account" "main" {
  name                              = "cosmos-shop"
  resource_group_name               = "rg-shop"
  location                          = "westeurope"
  offer_type                        = "Standard"
  enable_automatic_failover         = true
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = "203.0.113.7,0.0.0.0"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

variable "password" {
  type      = string
  sensitive = true
}
