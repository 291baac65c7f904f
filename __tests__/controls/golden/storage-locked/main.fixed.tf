resource "azurerm_storage_account" "pass_no_delete" {
  name                     = "stpassnodelete"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_management_lock" "no_delete" {
  name       = "no-delete"
  scope      = azurerm_storage_account.pass_no_delete.id
  lock_level = "CanNotDelete"
}

resource "azurerm_storage_account" "pass_read_only" {
  name                     = "stpassreadonly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_management_lock" "read_only" {
  name       = "read-only"
  scope      = azurerm_storage_account.pass_read_only.id
  lock_level = "ReadOnly"
}

resource "azurerm_storage_account" "fail_none" {
  name                     = "stfailnone"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_management_lock" "fail_none_lock" {
  name       = "${azurerm_storage_account.fail_none.name}-lock"
  scope      = azurerm_storage_account.fail_none.id
  lock_level = "CanNotDelete"
  notes      = "Kept from being deleted by mistake"
}

resource "azurerm_storage_account" "fail_container_only" {
  name                     = "stfailcontaineronly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_management_lock" "fail_container_only_lock" {
  name       = "${azurerm_storage_account.fail_container_only.name}-lock"
  scope      = azurerm_storage_account.fail_container_only.id
  lock_level = "CanNotDelete"
  notes      = "Kept from being deleted by mistake"
}

resource "azurerm_storage_container" "locked" {
  name               = "locked"
  storage_account_id = azurerm_storage_account.fail_container_only.id
}

resource "azurerm_management_lock" "container" {
  name       = "container"
  scope      = azurerm_storage_container.locked.id
  lock_level = "CanNotDelete"
}

resource "azurerm_storage_account" "unknown_level" {
  name                     = "stunknownlevel"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_management_lock" "unknown" {
  name       = "unknown"
  scope      = azurerm_storage_account.unknown_level.id
  lock_level = var.unknown
}

resource "azurerm_storage_account" "na_locked_group" {
  name                     = "stnalockedgroup"
  resource_group_name      = azurerm_resource_group.na_group.name
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_management_lock" "group" {
  name       = "group"
  scope      = azurerm_resource_group.na_group.id
  lock_level = "CanNotDelete"
}

resource "azurerm_resource_group" "na_group" {
  name     = "rg-locked"
  location = "westeurope"
}

variable "unknown" {}
