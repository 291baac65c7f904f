# The provider asks for TLS 1.2 by default.
resource "azurerm_storage_account" "pass_absent" {
  name                     = "stpassabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "pass_1_2" {
  name                     = "stpass12"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_2"
}

resource "azurerm_storage_account" "pass_1_3" {
  name                     = "stpass13"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_3"
}

resource "azurerm_storage_account" "pass_null" {
  name                     = "stpassnull"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = null
}

resource "azurerm_storage_account" "pass_variable" {
  name                     = "stpassvariable"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = var.tls
}

resource "azurerm_storage_account" "fail_1_0" {
  name                     = "stfail10"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_2"
}

resource "azurerm_storage_account" "fail_1_1" {
  name                     = "stfail11"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_2" # the old till needs it
}

resource "azurerm_storage_account" "fail_local" {
  name                     = "stfaillocal"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = local.old_tls
}

resource "azurerm_storage_account" "unknown_variable" {
  name                     = "stunknownvariable"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = var.unknown
}

resource "azurerm_storage_account" "unknown_data" {
  name                     = "stunknowndata"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = data.azurerm_storage_account.existing.min_tls_version
}

locals {
  old_tls = "TLS1_2"
}

data "azurerm_storage_account" "existing" {
  name                = "stexisting"
  resource_group_name = "rg-data"
}

variable "tls" {
  default = "TLS1_2"
}

variable "unknown" {}
