resource "azurerm_cosmosdb_account" "pass_true" {
  name                          = "cosmos-pass-true"
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

resource "azurerm_cosmosdb_account" "fail_absent" {
  name                          = "cosmos-fail-absent"
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

resource "azurerm_cosmosdb_account" "fail_false" {
  name                          = "cosmos-fail-false"
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

resource "azurerm_cosmosdb_account" "fail_serverless" {
  name                          = "cosmos-fail-serverless"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  offer_type                    = "Standard"
  local_authentication_disabled = true

  capabilities {
    name = "EnableServerless"
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "na_mongodb" {
  name                = "cosmos-na-mongodb"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  kind                = "MongoDB"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "na_table" {
  name                = "cosmos-na-table"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  capabilities {
    name = "EnableTable"
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "unknown_kind" {
  name                = "cosmos-unknown-kind"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  kind                = var.unknown

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "unknown_capability" {
  name                = "cosmos-unknown-capability"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  capabilities {
    name = var.unknown
  }

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
