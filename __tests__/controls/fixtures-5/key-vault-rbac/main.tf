resource "azurerm_key_vault" "pass_true" {
  name                       = "kv-pass-true"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = true
}

resource "azurerm_key_vault" "fail_false" {
  name                       = "kv-fail-false"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = false
}

resource "azurerm_key_vault" "unknown_variable" {
  name                       = "kv-unknown-variable"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = var.unknown
}

variable "unknown" {}
