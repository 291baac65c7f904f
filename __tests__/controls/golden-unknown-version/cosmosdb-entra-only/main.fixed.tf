resource "azurerm_cosmosdb_account" "fail_absent" {
  name                = "cosmos-fail-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_old_name" {
  name                          = "cosmos-fail-old-name"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  offer_type                    = "Standard"
  local_authentication_disabled = true

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "unknown_variable" {
  name                          = "cosmos-unknown-variable"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  offer_type                    = "Standard"
  local_authentication_disabled = var.unknown

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

variable "unknown" {}
