provider "azurerm" {
  features {}

  storage_use_azuread = true
}

resource "azurerm_storage_account" "pass_false" {
  name                     = "stpassfalse"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  shared_access_key_enabled = false
}

resource "azurerm_storage_account" "fail_absent" {
  name                      = "stfailabsent"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  account_tier              = "Standard"
  account_replication_type  = "LRS"
  shared_access_key_enabled = false
}

resource "azurerm_storage_account" "fail_true" {
  name                     = "stfailtrue"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  shared_access_key_enabled = false
}

resource "azurerm_storage_account" "unknown_variable" {
  name                     = "stunknownvariable"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  shared_access_key_enabled = var.unknown
}

variable "unknown" {}
