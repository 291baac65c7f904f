resource "azurerm_storage_account" "fail_separate" {
  name                     = "stfailseparate"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_network_rules" "fail_separate" {
  storage_account_id = azurerm_storage_account.fail_separate.id
  default_action     = "Deny"
  bypass             = ["Metrics", "AzureServices"]
}

resource "azurerm_storage_account" "unknown_separate" {
  name                     = "stunknownseparate"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_network_rules" "unknown_separate" {
  storage_account_id = azurerm_storage_account.unknown_separate.id
  default_action     = "Deny"
  bypass             = var.unknown
}

variable "unknown" {}
