# Names of azurerm 3.x, in the ways code says them.
variable "secure_transfer" {
  type    = bool
  default = false
}

locals {
  accounts = {
    logs   = { https = false, public = true }
    images = { https = true, public = true }
  }
}

resource "azurerm_storage_account" "shared" {
  name                          = "stshared"
  resource_group_name           = "rg-shop"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  min_tls_version               = "TLS1_0"
  enable_https_traffic_only     = var.secure_transfer
  public_network_access_enabled = true
}

resource "azurerm_storage_account" "each" {
  for_each = local.accounts

  name                            = "st${each.key}"
  resource_group_name             = "rg-shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  enable_https_traffic_only       = each.value.https
  allow_nested_items_to_be_public = each.value.public
}

module "account" {
  source = "./modules/account"

  name  = "stmodule"
  https = false
}
