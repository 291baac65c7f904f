resource "azurerm_key_vault" "pass_false" {
  name                          = "kv-pass-false"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  tenant_id                     = "00000000-0000-0000-0000-000000000000"
  sku_name                      = "standard"
  public_network_access_enabled = false
}

resource "azurerm_key_vault" "fail_absent" {
  name                          = "kv-fail-absent"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  tenant_id                     = "00000000-0000-0000-0000-000000000000"
  sku_name                      = "standard"
  public_network_access_enabled = false
}

resource "azurerm_key_vault" "fail_true" {
  name                          = "kv-fail-true"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  tenant_id                     = "00000000-0000-0000-0000-000000000000"
  sku_name                      = "standard"
  public_network_access_enabled = false
}

resource "azurerm_key_vault" "unknown_variable" {
  name                          = "kv-unknown-variable"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  tenant_id                     = "00000000-0000-0000-0000-000000000000"
  sku_name                      = "standard"
  public_network_access_enabled = var.unknown
}

variable "unknown" {}
