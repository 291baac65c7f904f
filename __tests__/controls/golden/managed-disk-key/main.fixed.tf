resource "azurerm_managed_disk" "pass_reference" {
  name                   = "disk-pass-reference"
  resource_group_name    = "rg-compute"
  location               = "westeurope"
  storage_account_type   = "Premium_LRS"
  create_option          = "Empty"
  disk_size_gb           = 64
  disk_encryption_set_id = azurerm_disk_encryption_set.main.id
}

resource "azurerm_managed_disk" "pass_detached" {
  name                   = "disk-pass-detached"
  resource_group_name    = "rg-compute"
  location               = "westeurope"
  storage_account_type   = "Premium_LRS"
  create_option          = "Empty"
  disk_size_gb           = 64
  disk_encryption_set_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/des-central"
}

resource "azurerm_managed_disk" "fail_attached" {
  name                   = "disk-fail-attached"
  resource_group_name    = "rg-compute"
  location               = "westeurope"
  storage_account_type   = "Premium_LRS"
  create_option          = "Empty"
  disk_size_gb           = 64
  disk_encryption_set_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/des-central"
}

resource "azurerm_managed_disk" "fail_detached" {
  name                   = "disk-fail-detached"
  resource_group_name    = "rg-compute"
  location               = "westeurope"
  storage_account_type   = "Premium_LRS"
  create_option          = "Empty"
  disk_size_gb           = 64
  disk_encryption_set_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/des-central"
}

resource "azurerm_managed_disk" "na_confidential" {
  name                             = "disk-na-confidential"
  resource_group_name              = "rg-compute"
  location                         = "westeurope"
  storage_account_type             = "Premium_LRS"
  create_option                    = "Empty"
  disk_size_gb                     = 64
  security_type                    = "ConfidentialVM_DiskEncryptedWithCustomerKey"
  secure_vm_disk_encryption_set_id = azurerm_disk_encryption_set.main.id
}

resource "azurerm_managed_disk" "unknown_variable" {
  name                   = "disk-unknown-variable"
  resource_group_name    = "rg-compute"
  location               = "westeurope"
  storage_account_type   = "Premium_LRS"
  create_option          = "Empty"
  disk_size_gb           = 64
  disk_encryption_set_id = var.unknown
}

resource "azurerm_virtual_machine_data_disk_attachment" "main" {
  managed_disk_id    = azurerm_managed_disk.fail_attached.id
  virtual_machine_id = var.unknown
  lun                = 0
  caching            = "None"
}

resource "azurerm_disk_encryption_set" "main" {
  name                = "des-main"
  resource_group_name = "rg-compute"
  location            = "westeurope"
  key_vault_key_id    = var.unknown

  identity {
    type = "SystemAssigned"
  }
}

variable "unknown" {}
