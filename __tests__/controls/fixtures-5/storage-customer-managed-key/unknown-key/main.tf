resource "azurerm_storage_account" "unknown_key" {
  name                     = "stunknownkey"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.storage.id]
  }

  customer_managed_key {
    key_vault_key_id          = var.unknown
    user_assigned_identity_id = azurerm_user_assigned_identity.storage.id
  }
}

resource "azurerm_user_assigned_identity" "storage" {
  name                = "id-storage"
  resource_group_name = "rg-data"
  location            = "westeurope"
}

variable "unknown" {}
