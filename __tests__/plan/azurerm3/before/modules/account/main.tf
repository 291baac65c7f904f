variable "name" {
  type = string
}

variable "https" {
  type    = bool
  default = true
}

resource "azurerm_storage_account" "main" {
  name                      = var.name
  resource_group_name       = "rg-shop"
  location                  = "westeurope"
  account_tier              = "Standard"
  account_replication_type  = "LRS"
  enable_https_traffic_only = var.https
}
