terraform {
  required_providers {
    azapi = {
      source = "Azure/azapi"
    }
  }
}

resource "azurerm_storage_account" "pass_reminded" {
  name                     = "stpassreminded"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azapi_update_resource" "reminded" {
  type        = "Microsoft.Storage/storageAccounts@2024-01-01"
  resource_id = azurerm_storage_account.pass_reminded.id
  body = {
    properties = {
      keyPolicy = {
        keyExpirationPeriodInDays = 60
      }
    }
  }
}

resource "azurerm_storage_account" "unknown_absent" {
  name                     = "stunknownabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "fail_too_late" {
  name                     = "stfailtoolate"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azapi_update_resource" "too_late" {
  type        = "Microsoft.Storage/storageAccounts@2024-01-01"
  resource_id = azurerm_storage_account.fail_too_late.id
  body        = { properties = { allowedCopyScope = "AAD", keyPolicy = { keyExpirationPeriodInDays = 90 } } }
}

resource "azurerm_storage_account" "unknown_other_patch" {
  name                     = "stunknownotherpatch"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azapi_update_resource" "other_patch" {
  type        = "Microsoft.Storage/storageAccounts/blobServices@2024-01-01"
  resource_id = azurerm_storage_account.unknown_other_patch.id
  body        = { properties = {} }
}

resource "azurerm_storage_account" "unknown_days" {
  name                     = "stunknowndays"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azapi_update_resource" "unknown_days" {
  type        = "Microsoft.Storage/storageAccounts@2024-01-01"
  resource_id = azurerm_storage_account.unknown_days.id
  body        = { properties = { keyPolicy = { keyExpirationPeriodInDays = var.unknown } } }
}

variable "unknown" {}
