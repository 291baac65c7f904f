resource "azurerm_key_vault" "pass_on" {
  name                      = "kv-pass-on"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  tenant_id                 = "00000000-0000-0000-0000-000000000000"
  sku_name                  = "standard"
  enable_rbac_authorization = true
}

resource "azurerm_key_vault" "fail_absent" {
  name                = "kv-fail-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_key_vault" "fail_variable" {
  name                      = "kv-fail-variable"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  tenant_id                 = "00000000-0000-0000-0000-000000000000"
  sku_name                  = "standard"
  enable_rbac_authorization = var.by_roles
}

variable "by_roles" {
  type    = bool
  default = false
}
