resource "azurerm_cosmosdb_account" "pass_private" {
  name                          = "cosmos-pass-private"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  offer_type                    = "Standard"
  public_network_access_enabled = false

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "pass_addresses" {
  name                              = "cosmos-pass-addresses"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = ["203.0.113.7", "198.51.100.0/24"]

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "pass_subnet" {
  name                              = "cosmos-pass-subnet"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  virtual_network_rule {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/app"
  }
}

resource "azurerm_cosmosdb_account" "pass_public_ip" {
  name                              = "cosmos-pass-public-ip"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = [azurerm_public_ip.gateway.ip_address]

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

# Nobody is admitted, which is as chosen as can be.

resource "azurerm_cosmosdb_account" "pass_nobody" {
  name                              = "cosmos-pass-nobody"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_absent" {
  name                              = "cosmos-fail-absent"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  ip_range_filter                   = ["203.0.113.0/24", "198.51.100.7"]
  is_virtual_network_filter_enabled = true

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_no_filter" {
  name                              = "cosmos-fail-no-filter"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = ["203.0.113.0/24", "198.51.100.7"]

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

# The addresses count already; the filter says so.

resource "azurerm_cosmosdb_account" "fail_addresses_only" {
  name                              = "cosmos-fail-addresses-only"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  ip_range_filter                   = ["203.0.113.7"]
  is_virtual_network_filter_enabled = true

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

# The subnet does not count without the filter.

resource "azurerm_cosmosdb_account" "fail_subnet_only" {
  name                              = "cosmos-fail-subnet-only"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  virtual_network_rule {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/app"
  }
}

resource "azurerm_cosmosdb_account" "fail_azure_services" {
  name                              = "cosmos-fail-azure-services"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = ["203.0.113.7"]

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_azure_services_and_subnet" {
  name                              = "cosmos-fail-azure-services-and-subnet"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = []

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  virtual_network_rule {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/app"
  }
}

resource "azurerm_cosmosdb_account" "fail_only_azure_services" {
  name                              = "cosmos-fail-only-azure-services"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = ["203.0.113.0/24", "198.51.100.7"]

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_beside_unknown" {
  name                              = "cosmos-fail-beside-unknown"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = ["0.0.0.0", var.unknown]

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_unknown_addresses" {
  name                = "cosmos-fail-unknown-addresses"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  ip_range_filter     = var.addresses

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "unknown_public" {
  name                          = "cosmos-unknown-public"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  offer_type                    = "Standard"
  public_network_access_enabled = var.unknown

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "unknown_filter" {
  name                              = "cosmos-unknown-filter"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = var.unknown
  ip_range_filter                   = ["203.0.113.7"]

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "unknown_addresses" {
  name                              = "cosmos-unknown-addresses"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = var.addresses

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "unknown_address" {
  name                              = "cosmos-unknown-address"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = ["203.0.113.7", var.unknown]

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_public_ip" "gateway" {
  name                = "pip-gateway"
  resource_group_name = "rg-network"
  location            = "westeurope"
  allocation_method   = "Static"
}

variable "unknown" {}

variable "addresses" {}
