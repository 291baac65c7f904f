# Has a file service only.
resource "azurerm_storage_account" "fail_files" {
  name                     = "stfailfiles"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Premium"
  account_replication_type = "LRS"
  account_kind             = "FileStorage"
}

resource "azurerm_private_endpoint" "fail_files_private_endpoint" {
  name                = "${azurerm_storage_account.fail_files.name}-private-endpoint"
  location            = azurerm_storage_account.fail_files.location
  resource_group_name = azurerm_storage_account.fail_files.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_storage_account.fail_files.name}-connection"
    private_connection_resource_id = azurerm_storage_account.fail_files.id
    is_manual_connection           = false
    subresource_names              = ["file"]
  }
}
