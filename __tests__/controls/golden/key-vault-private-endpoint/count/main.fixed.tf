resource "azurerm_key_vault" "fail_count" {
  count = 2

  name                = "kv-plain-${count.index}"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_private_endpoint" "fail_count_private_endpoint" {
  count = length(azurerm_key_vault.fail_count)

  name                = "${azurerm_key_vault.fail_count[count.index].name}-private-endpoint"
  location            = azurerm_key_vault.fail_count[count.index].location
  resource_group_name = azurerm_key_vault.fail_count[count.index].resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_key_vault.fail_count[count.index].name}-connection"
    private_connection_resource_id = azurerm_key_vault.fail_count[count.index].id
    is_manual_connection           = false
    subresource_names              = ["vault"]
  }
}
