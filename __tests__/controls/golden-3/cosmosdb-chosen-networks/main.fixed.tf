resource "azurerm_cosmosdb_account" "pass_addresses" {
  name                              = "cosmos-pass-addresses"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = "203.0.113.7, 198.51.100.0/24"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

# The list is one text in 3.x.
resource "azurerm_cosmosdb_account" "fail_open" {
  name                              = "cosmos-fail-open"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  enable_automatic_failover         = true
  is_virtual_network_filter_enabled = true
  ip_range_filter                   = "203.0.113.7,198.51.100.0/24"

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
  ip_range_filter                   = "203.0.113.0/24,198.51.100.7"
  is_virtual_network_filter_enabled = true

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}
