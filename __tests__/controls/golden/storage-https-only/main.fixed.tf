# The provider switches it on by default.
resource "azurerm_storage_account" "pass_absent" {
  name                     = "stpassabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "pass_true" {
  name                       = "stpasstrue"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = true
}

resource "azurerm_storage_account" "pass_text" {
  name                       = "stpasstext"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = "true"
}

resource "azurerm_storage_account" "pass_null" {
  name                       = "stpassnull"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = null
}

resource "azurerm_storage_account" "pass_local" {
  name                       = "stpasslocal"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = local.https_only
}

resource "azurerm_storage_account" "fail_false" {
  name                       = "stfailfalse"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = true
}

resource "azurerm_storage_account" "fail_text" {
  name                       = "stfailtext"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = true # as the old module had it
}

resource "azurerm_storage_account" "fail_variable" {
  name                       = "stfailvariable"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = var.https_only
}

resource "azurerm_storage_account" "unknown_variable" {
  name                       = "stunknownvariable"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = var.unknown
}

resource "azurerm_storage_account" "unknown_condition" {
  name                       = "stunknowncondition"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = var.unknown ? true : false
}

resource "azurerm_storage_account" "unknown_other_account" {
  name                       = "stunknownotheraccount"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "LRS"
  https_traffic_only_enabled = azurerm_storage_account.pass_absent.https_traffic_only_enabled
}

locals {
  https_only = true
}

variable "https_only" {
  type    = bool
  default = true
}

variable "unknown" {
  type = bool
}
