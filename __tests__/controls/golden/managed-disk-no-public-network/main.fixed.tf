resource "azurerm_managed_disk" "pass_closed" {
  name                          = "disk-pass-closed"
  resource_group_name           = "rg-compute"
  location                      = "westeurope"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 64
  network_access_policy         = "DenyAll"
  public_network_access_enabled = false
}

resource "azurerm_managed_disk" "pass_private" {
  name                          = "disk-pass-private"
  resource_group_name           = "rg-compute"
  location                      = "westeurope"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 64
  network_access_policy         = "AllowPrivate"
  public_network_access_enabled = false
  disk_access_id                = azurerm_disk_access.main.id
}

resource "azurerm_managed_disk" "fail_absent" {
  name                          = "disk-fail-absent"
  resource_group_name           = "rg-compute"
  location                      = "westeurope"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 64
  network_access_policy         = "DenyAll"
  public_network_access_enabled = false
}

resource "azurerm_managed_disk" "fail_policy_only" {
  name                          = "disk-fail-policy-only"
  resource_group_name           = "rg-compute"
  location                      = "westeurope"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 64
  network_access_policy         = "DenyAll"
  public_network_access_enabled = false
}

resource "azurerm_managed_disk" "fail_switch_only" {
  name                          = "disk-fail-switch-only"
  resource_group_name           = "rg-compute"
  location                      = "westeurope"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 64
  public_network_access_enabled = false
  network_access_policy         = "DenyAll"
}

resource "azurerm_managed_disk" "fail_private_and_public" {
  name                          = "disk-fail-private-and-public"
  resource_group_name           = "rg-compute"
  location                      = "westeurope"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 64
  network_access_policy         = "AllowPrivate"
  disk_access_id                = azurerm_disk_access.main.id
  public_network_access_enabled = false
}

resource "azurerm_managed_disk" "fail_open" {
  name                          = "disk-fail-open"
  resource_group_name           = "rg-compute"
  location                      = "westeurope"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 64
  network_access_policy         = "DenyAll"
  public_network_access_enabled = false
}

resource "azurerm_managed_disk" "unknown_variable" {
  name                          = "disk-unknown-variable"
  resource_group_name           = "rg-compute"
  location                      = "westeurope"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 64
  network_access_policy         = var.unknown
  public_network_access_enabled = false
}

resource "azurerm_disk_access" "main" {
  name                = "da-main"
  resource_group_name = "rg-compute"
  location            = "westeurope"
}

variable "unknown" {}
