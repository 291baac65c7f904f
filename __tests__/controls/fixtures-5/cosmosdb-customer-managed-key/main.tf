resource "azurerm_cosmosdb_account" "pass_id" {
  name                = "cosmos-pass-id"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  key_vault_key_id    = "https://kv-data.vault.azure.net/keys/cosmos"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "pass_managed_hsm" {
  name                = "cosmos-pass-managed-hsm"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  key_vault_key_id    = "https://hsm-data.managedhsm.azure.net/keys/cosmos"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

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

resource "azurerm_cosmosdb_account" "unknown_variable" {
  name                = "cosmos-unknown-variable"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  key_vault_key_id    = var.unknown

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

variable "unknown" {}
