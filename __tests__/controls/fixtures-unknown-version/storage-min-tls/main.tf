# TLS1_2 in 4.x and in 5.x.
resource "azurerm_storage_account" "pass_absent" {
  name                     = "stpassabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "fail_1_1" {
  name                     = "stfail11"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_1"
}

resource "azurerm_storage_account" "unknown_variable" {
  name                     = "stunknownvariable"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = var.unknown
}

variable "unknown" {}
