resource "azurerm_postgresql_flexible_server" "pass_true" {
  name                         = "psql-pass-true"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  sku_name                     = "GP_Standard_D2ds_v5"
  administrator_login          = "dba"
  administrator_password       = var.password
  geo_redundant_backup_enabled = true
}

resource "azurerm_postgresql_flexible_server" "fail_absent" {
  name                         = "psql-fail-absent"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  sku_name                     = "GP_Standard_D2ds_v5"
  administrator_login          = "dba"
  administrator_password       = var.password
  geo_redundant_backup_enabled = true
}

resource "azurerm_postgresql_flexible_server" "fail_false" {
  name                         = "psql-fail-false"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  sku_name                     = "GP_Standard_D2ds_v5"
  administrator_login          = "dba"
  administrator_password       = var.password
  geo_redundant_backup_enabled = true
}

resource "azurerm_postgresql_flexible_server" "fail_created" {
  name                         = "psql-fail-created"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  sku_name                     = "GP_Standard_D2ds_v5"
  administrator_login          = "dba"
  administrator_password       = var.password
  create_mode                  = "Default"
  geo_redundant_backup_enabled = true
}

resource "azurerm_postgresql_flexible_server" "fail_one_key" {
  name                   = "psql-fail-one-key"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  sku_name               = "GP_Standard_D2ds_v5"
  administrator_login    = "dba"
  administrator_password = var.password

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.key.id]
  }

  customer_managed_key {
    key_vault_key_id                  = "https://kv-data.vault.azure.net/keys/data"
    primary_user_assigned_identity_id = azurerm_user_assigned_identity.key.id
  }
}

resource "azurerm_postgresql_flexible_server" "fail_two_keys" {
  name                         = "psql-fail-two-keys"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  sku_name                     = "GP_Standard_D2ds_v5"
  administrator_login          = "dba"
  administrator_password       = var.password
  geo_redundant_backup_enabled = true

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.key.id]
  }

  customer_managed_key {
    key_vault_key_id                  = "https://kv-data.vault.azure.net/keys/data"
    primary_user_assigned_identity_id = azurerm_user_assigned_identity.key.id

    geo_backup_key_vault_key_id          = "https://kv-paired.vault.azure.net/keys/data"
    geo_backup_user_assigned_identity_id = azurerm_user_assigned_identity.key.id
  }
}

resource "azurerm_postgresql_flexible_server" "unknown_variable" {
  name                         = "psql-unknown-variable"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  sku_name                     = "GP_Standard_D2ds_v5"
  administrator_login          = "dba"
  administrator_password       = var.password
  geo_redundant_backup_enabled = var.unknown
}

resource "azurerm_postgresql_flexible_server" "na_replica" {
  name                = "psql-na-replica"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku_name            = "GP_Standard_D2ds_v5"
  create_mode         = "Replica"
  source_server_id    = azurerm_postgresql_flexible_server.pass_true.id
}

resource "azurerm_user_assigned_identity" "key" {
  name                = "id-key"
  resource_group_name = "rg-data"
  location            = "westeurope"
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
