resource "azurerm_key_vault" "pass_true" {
  name                       = "kv-pass-true"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = true
}

resource "azurerm_key_vault" "pass_old_name" {
  name                      = "kv-pass-old-name"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  tenant_id                 = "00000000-0000-0000-0000-000000000000"
  sku_name                  = "standard"
  enable_rbac_authorization = true
}

resource "azurerm_key_vault" "fail_absent" {
  name                       = "kv-fail-absent"
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
  rbac_authorization_enabled = true
}

resource "azurerm_key_vault" "fail_old_name" {
  name                      = "kv-fail-old-name"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  tenant_id                 = "00000000-0000-0000-0000-000000000000"
  sku_name                  = "standard"
  enable_rbac_authorization = true
}

resource "azurerm_key_vault" "fail_access_policy" {
  name                       = "kv-fail-access-policy"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = true

  access_policy {
    tenant_id          = "00000000-0000-0000-0000-000000000000"
    object_id          = "00000000-0000-0000-0000-000000000000"
    secret_permissions = ["Get"]
  }
}

resource "azurerm_key_vault" "unknown_variable" {
  name                       = "kv-unknown-variable"
  resource_group_name        = "rg-data"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = var.unknown
}

resource "azurerm_key_vault" "unknown_old_name" {
  name                      = "kv-unknown-old-name"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  tenant_id                 = "00000000-0000-0000-0000-000000000000"
  sku_name                  = "standard"
  enable_rbac_authorization = var.unknown
}

variable "unknown" {}
