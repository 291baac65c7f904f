resource "azurerm_managed_disk" "fail_each" {
  count = 2

  name                   = "disk-${count.index}"
  resource_group_name    = "rg-compute"
  location               = "westeurope"
  storage_account_type   = "Premium_LRS"
  create_option          = "Empty"
  disk_size_gb           = 64
  disk_encryption_set_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/des-central"
}

resource "azurerm_managed_disk" "pass_set" {
  name                   = "disk-pass-set"
  resource_group_name    = "rg-compute"
  location               = "westeurope"
  storage_account_type   = "Premium_LRS"
  create_option          = "Empty"
  disk_size_gb           = 64
  disk_encryption_set_id = azurerm_disk_encryption_set.east.id
}

resource "azurerm_disk_encryption_set" "east" {
  name                = "des-east"
  resource_group_name = "rg-compute"
  location            = "westeurope"
  key_vault_key_id    = var.unknown

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_disk_encryption_set" "west" {
  name                = "des-west"
  resource_group_name = "rg-compute"
  location            = "westeurope"
  key_vault_key_id    = var.unknown

  identity {
    type = "SystemAssigned"
  }
}

variable "unknown" {}
