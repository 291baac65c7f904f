resource "azurerm_storage_account" "pass_false" {
  name                          = "stpassfalse"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  public_network_access_enabled = false
}

resource "azurerm_storage_account" "pass_text" {
  name                          = "stpasstext"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  public_network_access_enabled = "false"
}

resource "azurerm_storage_account" "fail_absent" {
  name                          = "stfailabsent"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  public_network_access_enabled = false
}

resource "azurerm_storage_account" "fail_true" {
  name                          = "stfailtrue"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  public_network_access_enabled = false
}

# A firewall still leaves the public endpoint there.
resource "azurerm_storage_account" "fail_firewall" {
  name                          = "stfailfirewall"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  public_network_access_enabled = false

  network_rules {
    default_action = "Deny"
  }
}

resource "azurerm_storage_account" "fail_each" {
  for_each = { logs = false, media = false }

  name                          = "steach${each.key}"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  public_network_access_enabled = each.value
}

resource "azurerm_storage_account" "unknown_variable" {
  name                          = "stunknownvariable"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  public_network_access_enabled = var.unknown
}

variable "unknown" {}
