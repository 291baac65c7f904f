resource "azurerm_mssql_database" "pass_absent" {
  name      = "pass-absent"
  server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-main"
}

resource "azurerm_mssql_database" "pass_true" {
  name                                = "pass-true"
  server_id                           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-main"
  sku_name                            = "S0"
  transparent_data_encryption_enabled = true
}

resource "azurerm_mssql_database" "pass_text" {
  name                                = "pass-text"
  server_id                           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-main"
  transparent_data_encryption_enabled = "true"
}

resource "azurerm_mssql_database" "fail_warehouse" {
  name                                = "fail-warehouse"
  server_id                           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-main"
  sku_name                            = "DW100c"
  transparent_data_encryption_enabled = true
}

resource "azurerm_mssql_database" "unknown_variable" {
  name                                = "unknown-variable"
  server_id                           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-main"
  sku_name                            = "DW100c"
  transparent_data_encryption_enabled = var.unknown
}

variable "unknown" {}
