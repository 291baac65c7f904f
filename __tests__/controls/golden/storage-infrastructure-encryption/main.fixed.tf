resource "azurerm_storage_account" "pass_true" {
  name                              = "stpasstrue"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  account_tier                      = "Standard"
  account_replication_type          = "LRS"
  infrastructure_encryption_enabled = true
}

resource "azurerm_storage_account" "pass_text" {
  name                              = "stpasstext"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  account_tier                      = "Standard"
  account_replication_type          = "LRS"
  infrastructure_encryption_enabled = "true"
}

resource "azurerm_storage_account" "fail_absent" {
  name                              = "stfailabsent"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  account_tier                      = "Standard"
  account_replication_type          = "LRS"
  infrastructure_encryption_enabled = true
}

resource "azurerm_storage_account" "fail_false" {
  name                              = "stfailfalse"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  account_tier                      = "Standard"
  account_replication_type          = "LRS"
  infrastructure_encryption_enabled = true
}

resource "azurerm_storage_account" "unknown_variable" {
  name                              = "stunknownvariable"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  account_tier                      = "Standard"
  account_replication_type          = "LRS"
  infrastructure_encryption_enabled = var.unknown
}

variable "unknown" {}
