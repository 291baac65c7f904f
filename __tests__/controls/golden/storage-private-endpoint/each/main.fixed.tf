resource "azurerm_storage_account" "fail_each" {
  for_each = toset(["logs", "media"])

  name                     = "steach${each.key}"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_private_endpoint" "fail_each_private_endpoint" {
  for_each = azurerm_storage_account.fail_each

  name                = "${each.value.name}-private-endpoint"
  location            = each.value.location
  resource_group_name = each.value.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${each.value.name}-connection"
    private_connection_resource_id = each.value.id
    is_manual_connection           = false
    subresource_names              = ["blob"]
  }
}
