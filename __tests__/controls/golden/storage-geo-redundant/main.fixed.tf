resource "azurerm_storage_account" "pass_grs" {
  name                     = "stpassgrs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_storage_account" "pass_ragrs" {
  name                     = "stpassragrs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "RAGRS"
}

resource "azurerm_storage_account" "pass_gzrs" {
  name                     = "stpassgzrs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GZRS"
}

resource "azurerm_storage_account" "pass_ragzrs" {
  name                     = "stpassragzrs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "RAGZRS"
}

resource "azurerm_storage_account" "fail_lrs" {
  name                     = "stfaillrs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_storage_account" "fail_zrs" {
  name                     = "stfailzrs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GZRS"
}

resource "azurerm_storage_account" "fail_blob_storage" {
  name                     = "stfailblobstorage"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GRS"
  account_kind             = "BlobStorage"
}

resource "azurerm_storage_account" "fail_each" {
  for_each = toset(["orders", "invoices"])

  name                     = "st${each.key}"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GZRS"
}

resource "azurerm_storage_account" "unknown_variable" {
  name                     = "stunknownvariable"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = var.unknown
}

resource "azurerm_storage_account" "na_premium" {
  name                     = "stnapremium"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Premium"
  account_replication_type = "ZRS"
  account_kind             = "FileStorage"
}

resource "azurerm_storage_account" "na_nfs" {
  name                     = "stnanfs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  is_hns_enabled           = true
  nfsv3_enabled            = true
}

variable "unknown" {}
