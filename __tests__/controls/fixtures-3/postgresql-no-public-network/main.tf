# Not every release of 3.x from 3.100 on has the attribute.
resource "azurerm_postgresql_flexible_server" "fail_absent" {
  name                = "psql-fail-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
}

resource "azurerm_postgresql_flexible_server" "fail_on" {
  name                          = "psql-fail-on"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  public_network_access_enabled = true
}
