resource "azurerm_storage_account" "pass_absent" {
  name                     = "stpassabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "pass_false" {
  name                             = "stpassfalse"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  cross_tenant_replication_enabled = false
}

resource "azurerm_storage_account" "fail_true" {
  name                             = "stfailtrue"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  cross_tenant_replication_enabled = false
}

resource "azurerm_storage_account" "fail_text" {
  name                             = "stfailtext"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  cross_tenant_replication_enabled = false
}

resource "azurerm_storage_account" "unknown_variable" {
  name                             = "stunknownvariable"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  cross_tenant_replication_enabled = var.unknown
}

variable "unknown" {}
