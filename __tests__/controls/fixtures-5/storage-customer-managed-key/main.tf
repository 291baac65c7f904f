resource "azurerm_storage_account" "pass_inline" {
  name                     = "stpassinline"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.storage.id]
  }

  customer_managed_key {
    key_vault_key_id          = "https://kv-shared.vault.azure.net/keys/storage"
    user_assigned_identity_id = azurerm_user_assigned_identity.storage.id
  }
}

resource "azurerm_storage_account" "pass_separate" {
  name                     = "stpassseparate"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_customer_managed_key" "pass_separate" {
  storage_account_id = azurerm_storage_account.pass_separate.id
  key_vault_key_id   = "https://kv-shared.vault.azure.net/keys/storage"
}

resource "azurerm_storage_account" "fail_none" {
  name                     = "stfailnone"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "unknown_dynamic" {
  name                     = "stunknowndynamic"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.storage.id]
  }

  dynamic "customer_managed_key" {
    for_each = var.unknown
    content {
      key_vault_key_id          = customer_managed_key.value
      user_assigned_identity_id = azurerm_user_assigned_identity.storage.id
    }
  }
}

resource "azurerm_user_assigned_identity" "storage" {
  name                = "id-storage"
  resource_group_name = "rg-data"
  location            = "westeurope"
}

variable "unknown" {}
