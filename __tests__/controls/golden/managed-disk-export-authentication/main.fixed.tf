terraform {
  required_providers {
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.0"
    }
  }
}

resource "azurerm_managed_disk" "pass_patched" {
  name                 = "disk-pass-patched"
  resource_group_name  = "rg-compute"
  location             = "westeurope"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 64
}

resource "azapi_update_resource" "entra" {
  type        = "Microsoft.Compute/disks@2024-03-02"
  resource_id = azurerm_managed_disk.pass_patched.id

  body = {
    properties = {
      dataAccessAuthMode = "AzureActiveDirectory"
    }
  }
}

resource "azurerm_managed_disk" "pass_older" {
  name                 = "disk-pass-older"
  resource_group_name  = "rg-compute"
  location             = "westeurope"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 64
}

resource "azapi_update_resource" "older" {
  type        = "microsoft.compute/disks@2023-04-02"
  resource_id = azurerm_managed_disk.pass_older.id

  body = {
    properties = {
      dataAccessAuthMode = "AzureActiveDirectory"
    }
  }
}

resource "azurerm_managed_disk" "fail_none" {
  name                 = "disk-fail-none"
  resource_group_name  = "rg-compute"
  location             = "westeurope"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 64
}

resource "azapi_update_resource" "none" {
  type        = "Microsoft.Compute/disks@2024-03-02"
  resource_id = azurerm_managed_disk.fail_none.id

  body = { properties = { dataAccessAuthMode = "AzureActiveDirectory" } }
}

resource "azurerm_managed_disk" "unknown_mode" {
  name                 = "disk-unknown-mode"
  resource_group_name  = "rg-compute"
  location             = "westeurope"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 64
}

resource "azapi_update_resource" "mode" {
  type        = "Microsoft.Compute/disks@2024-03-02"
  resource_id = azurerm_managed_disk.unknown_mode.id

  body = {
    properties = {
      dataAccessAuthMode = var.unknown
    }
  }
}

resource "azurerm_managed_disk" "unknown_absent" {
  name                 = "disk-unknown-absent"
  resource_group_name  = "rg-compute"
  location             = "westeurope"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 64
}

variable "unknown" {}
