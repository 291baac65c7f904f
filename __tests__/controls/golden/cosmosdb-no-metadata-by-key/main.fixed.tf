resource "azurerm_cosmosdb_account" "pass_false" {
  name                               = "cosmos-pass-false"
  resource_group_name                = "rg-data"
  location                           = "westeurope"
  offer_type                         = "Standard"
  access_key_metadata_writes_enabled = false

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_absent" {
  name                               = "cosmos-fail-absent"
  resource_group_name                = "rg-data"
  location                           = "westeurope"
  offer_type                         = "Standard"
  access_key_metadata_writes_enabled = false

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_true" {
  name                               = "cosmos-fail-true"
  resource_group_name                = "rg-data"
  location                           = "westeurope"
  offer_type                         = "Standard"
  access_key_metadata_writes_enabled = false

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "unknown_variable" {
  name                               = "cosmos-unknown-variable"
  resource_group_name                = "rg-data"
  location                           = "westeurope"
  offer_type                         = "Standard"
  access_key_metadata_writes_enabled = var.unknown

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

variable "unknown" {}
