resource "azurerm_storage_account" "pass_absent" {
  name                     = "stpassabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

# The releases from 3.114 on know the name of 4.x as well.
resource "azurerm_storage_account" "pass_new_name" {
  name                       = "stpassnewname"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = true
}

resource "azurerm_storage_account" "fail_old_name" {
  name                      = "stfailoldname"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  account_tier              = "Standard"
  account_replication_type  = "LRS"
  enable_https_traffic_only = true
}

resource "azurerm_storage_account" "fail_new_name" {
  name                       = "stfailnewname"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = true
}

resource "azurerm_storage_account" "fail_each" {
  for_each = {
    pass_api = { secure = true }
    fail_web = { secure = true }
  }

  name                      = "st${each.key}"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  account_tier              = "Standard"
  account_replication_type  = "LRS"
  enable_https_traffic_only = each.value.secure
}

resource "azurerm_storage_account" "unknown_variable" {
  name                      = "stunknownvariable"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  account_tier              = "Standard"
  account_replication_type  = "LRS"
  enable_https_traffic_only = var.unknown
}

variable "unknown" {}
