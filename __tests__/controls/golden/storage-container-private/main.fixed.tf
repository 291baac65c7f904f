resource "azurerm_storage_container" "pass_absent" {
  name               = "pass-absent"
  storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stdata"
}

resource "azurerm_storage_container" "pass_private" {
  name                  = "pass-private"
  storage_account_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stdata"
  container_access_type = "private"
}

resource "azurerm_storage_container" "fail_blob" {
  name                  = "fail-blob"
  storage_account_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stdata"
  container_access_type = "private"
}

resource "azurerm_storage_container" "fail_container" {
  name                  = "fail-container"
  storage_account_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stdata"
  container_access_type = "private"
}

resource "azurerm_storage_container" "unknown_variable" {
  name                  = "unknown-variable"
  storage_account_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stdata"
  container_access_type = var.unknown
}

variable "unknown" {}
