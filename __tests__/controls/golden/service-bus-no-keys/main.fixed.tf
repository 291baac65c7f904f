resource "azurerm_servicebus_namespace" "pass_off" {
  name                = "sb-pass-off"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  local_auth_enabled  = false
}

resource "azurerm_servicebus_namespace" "fail_absent" {
  name                = "sb-fail-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  local_auth_enabled  = false
}

resource "azurerm_servicebus_namespace" "fail_on" {
  name                = "sb-fail-on"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  local_auth_enabled  = false
}

resource "azurerm_servicebus_namespace" "unknown_variable" {
  name                = "sb-unknown-variable"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  local_auth_enabled  = var.unknown
}

variable "unknown" {}
