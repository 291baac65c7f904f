resource "azurerm_key_vault" "pass_endpoint" {
  name                = "kv-pass-endpoint"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_private_endpoint" "pass_endpoint" {
  name                = "pe-pass-endpoint"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_key_vault.pass_endpoint.id
    is_manual_connection           = false
    subresource_names              = ["vault"]
  }
}

resource "azurerm_key_vault" "pass_count" {
  count = 2

  name                = "kv-count-${count.index}"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_private_endpoint" "pass_count" {
  count = 2

  name                = "pe-count-${count.index}"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_key_vault.pass_count[count.index].id
    is_manual_connection           = false
    subresource_names              = ["vault"]
  }
}

resource "azurerm_key_vault" "fail_none" {
  name                = "kv-fail-none"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_private_endpoint" "fail_none_private_endpoint" {
  name                = "${azurerm_key_vault.fail_none.name}-private-endpoint"
  location            = azurerm_key_vault.fail_none.location
  resource_group_name = azurerm_key_vault.fail_none.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_key_vault.fail_none.name}-connection"
    private_connection_resource_id = azurerm_key_vault.fail_none.id
    is_manual_connection           = false
    subresource_names              = ["vault"]
  }
}

resource "azurerm_key_vault" "fail_network_rules" {
  name                = "kv-fail-network-rules"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"

  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}

resource "azurerm_private_endpoint" "fail_network_rules_private_endpoint" {
  name                = "${azurerm_key_vault.fail_network_rules.name}-private-endpoint"
  location            = azurerm_key_vault.fail_network_rules.location
  resource_group_name = azurerm_key_vault.fail_network_rules.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_key_vault.fail_network_rules.name}-connection"
    private_connection_resource_id = azurerm_key_vault.fail_network_rules.id
    is_manual_connection           = false
    subresource_names              = ["vault"]
  }
}

resource "azurerm_key_vault" "fail_other_service" {
  name                = "kv-fail-other-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_private_endpoint" "fail_other_service" {
  name                = "pe-fail-other-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_key_vault.fail_other_service.id
    is_manual_connection           = false
    subresource_names              = ["managedhsm"]
  }
}

resource "azurerm_key_vault" "unknown_service" {
  name                = "kv-unknown-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_private_endpoint" "unknown_service" {
  name                = "pe-unknown-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_key_vault.unknown_service.id
    is_manual_connection           = false
    subresource_names              = var.unknown
  }
}

# Leads elsewhere.
resource "azurerm_private_endpoint" "other_account" {
  name                = "pe-other-account"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "connection"
    private_connection_resource_id = azurerm_storage_account.other.id
    is_manual_connection           = false
    subresource_names              = ["blob"]
  }
}

resource "azurerm_storage_account" "other" {
  name                     = "stother"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

variable "unknown" {}
