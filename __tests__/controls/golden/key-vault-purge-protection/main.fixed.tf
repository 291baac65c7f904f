resource "azurerm_key_vault" "pass_true" {
  name                     = "kv-pass-true"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = true
}

resource "azurerm_key_vault" "pass_text" {
  name                     = "kv-pass-text"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = "true"
}

resource "azurerm_key_vault" "pass_seven_days" {
  name                       = "kv-pass-seven-days"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  purge_protection_enabled   = true
  soft_delete_retention_days = 7
}

resource "azurerm_key_vault" "fail_absent" {
  name                     = "kv-fail-absent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = true
}

resource "azurerm_key_vault" "fail_false" {
  name                       = "kv-fail-false"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  purge_protection_enabled   = true
  soft_delete_retention_days = 14
}

resource "azurerm_key_vault" "unknown_variable" {
  name                     = "kv-unknown-variable"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = var.unknown
}

resource "azurerm_key_vault" "unknown_retention" {
  name                       = "kv-unknown-retention"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  purge_protection_enabled   = true
  soft_delete_retention_days = var.unknown
}

variable "unknown" {}
