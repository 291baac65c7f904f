resource "azurerm_key_vault" "pass_true" {
  name                       = "kv-pass-true"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = true
}

# Only 4.x has this name.
resource "azurerm_key_vault" "pass_old_name" {
  name                      = "kv-pass-old-name"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  tenant_id                 = "00000000-0000-0000-0000-000000000000"
  sku_name                  = "standard"
  enable_rbac_authorization = true
}

resource "azurerm_key_vault" "fail_false" {
  name                       = "kv-fail-false"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = false
}

# Off in 4.x, refused in 5.x.
resource "azurerm_key_vault" "fail_absent" {
  name                = "kv-fail-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
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
