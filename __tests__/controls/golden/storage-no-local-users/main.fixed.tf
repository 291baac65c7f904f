resource "azurerm_storage_account" "pass_false" {
  name                     = "stpassfalse"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  local_user_enabled       = false
}

resource "azurerm_storage_account" "fail_absent" {
  name                     = "stfailabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  local_user_enabled       = false
}

resource "azurerm_storage_account" "fail_true" {
  name                     = "stfailtrue"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  local_user_enabled       = false
}

resource "azurerm_storage_account" "fail_no_sftp" {
  name                     = "stfailnosftp"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  sftp_enabled             = false
  local_user_enabled       = false
}

resource "azurerm_storage_account" "na_sftp" {
  name                     = "stnasftp"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  is_hns_enabled           = true
  sftp_enabled             = true
}

resource "azurerm_storage_account" "unknown_sftp" {
  name                     = "stunknownsftp"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  sftp_enabled             = var.unknown
}

resource "azurerm_storage_account" "unknown_variable" {
  name                     = "stunknownvariable"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  local_user_enabled       = var.unknown
}

variable "unknown" {}
