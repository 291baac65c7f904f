resource "azurerm_storage_account" "pass_blob" {
  name                     = "stpassblob"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_private_endpoint" "pass_blob" {
  name                = "pe-pass-blob"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_storage_account.pass_blob.id
    is_manual_connection           = false
    subresource_names              = ["blob"]
  }
}

resource "azurerm_storage_account" "pass_data_lake" {
  name                     = "stpassdatalake"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_private_endpoint" "pass_data_lake" {
  name                = "pe-pass-data-lake"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_storage_account.pass_data_lake.id
    is_manual_connection           = false
    subresource_names              = ["dfs"]
  }
}

resource "azurerm_storage_account" "pass_each" {
  for_each = toset(["logs", "media"])

  name                     = "steach${each.key}"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_private_endpoint" "pass_each" {
  for_each = toset(["logs", "media"])

  name                = "pe-each-${each.key}"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_storage_account.pass_each[each.key].id
    is_manual_connection           = false
    subresource_names              = ["file"]
  }
}

resource "azurerm_storage_account" "fail_none" {
  name                     = "stfailnone"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_private_endpoint" "fail_none_private_endpoint" {
  name                = "${azurerm_storage_account.fail_none.name}-private-endpoint"
  location            = azurerm_storage_account.fail_none.location
  resource_group_name = azurerm_storage_account.fail_none.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_storage_account.fail_none.name}-connection"
    private_connection_resource_id = azurerm_storage_account.fail_none.id
    is_manual_connection           = false
    subresource_names              = ["blob"]
  }
}

resource "azurerm_storage_account" "fail_other_service" {
  name                     = "stfailotherservice"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_private_endpoint" "fail_other_service" {
  name                = "pe-fail-other-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_storage_account.fail_other_service.id
    is_manual_connection           = false
    subresource_names              = ["vault"]
  }
}

resource "azurerm_storage_account" "unknown_service" {
  name                     = "stunknownservice"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_private_endpoint" "unknown_service" {
  name                = "pe-unknown-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_storage_account.unknown_service.id
    is_manual_connection           = false
    subresource_names              = var.unknown
  }
}

variable "unknown" {}
