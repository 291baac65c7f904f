# On in 3.x, off from 4.0 on.
resource "azurerm_storage_account" "fail_absent" {
  name                             = "stfailabsent"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  cross_tenant_replication_enabled = false
}

resource "azurerm_storage_account" "pass_off" {
  name                             = "stpassoff"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  cross_tenant_replication_enabled = false
}
