resource "azurerm_mssql_database" "pass_true" {
  name           = "sqldb-pass-true"
  server_id      = azurerm_mssql_server.main.id
  sku_name       = "GP_Gen5_2"
  zone_redundant = true
}

resource "azurerm_mssql_database" "fail_absent" {
  name           = "sqldb-fail-absent"
  server_id      = azurerm_mssql_server.main.id
  zone_redundant = true
}

resource "azurerm_mssql_database" "fail_false" {
  name           = "sqldb-fail-false"
  server_id      = azurerm_mssql_server.main.id
  sku_name       = "BC_Gen5_4"
  zone_redundant = true
}

resource "azurerm_mssql_database" "fail_serverless" {
  name           = "sqldb-fail-serverless"
  server_id      = azurerm_mssql_server.main.id
  sku_name       = "GP_S_Gen5_1"
  zone_redundant = true
}

resource "azurerm_mssql_database" "fail_standard_size" {
  name      = "sqldb-fail-standard-size"
  server_id = azurerm_mssql_server.main.id
  sku_name  = "S0"
}

resource "azurerm_mssql_database" "fail_hyperscale" {
  name      = "sqldb-fail-hyperscale"
  server_id = azurerm_mssql_server.main.id
  sku_name  = "HS_Gen5_2"
}

resource "azurerm_mssql_database" "unknown_variable" {
  name           = "sqldb-unknown-variable"
  server_id      = azurerm_mssql_server.main.id
  sku_name       = "P1"
  zone_redundant = var.unknown
}

resource "azurerm_mssql_database" "na_in_a_pool" {
  name            = "sqldb-na-in-a-pool"
  server_id       = azurerm_mssql_server.main.id
  elastic_pool_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-main/elasticPools/shared"
}

resource "azurerm_mssql_server" "main" {
  name                = "sql-main"
  resource_group_name = "rg-data"
  location            = "westeurope"
  version             = "12.0"

  azuread_administrator {
    login_username              = "sql-admins"
    object_id                   = "22222222-2222-2222-2222-222222222222"
    azuread_authentication_only = true
  }
}

variable "unknown" {}
