resource "azurerm_servicebus_namespace" "pass_absent" {
  name                = "sb-pass-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
}

resource "azurerm_servicebus_namespace" "pass_1_2" {
  name                = "sb-pass-1-2"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = "1.2"
}

resource "azurerm_servicebus_namespace" "fail_1_0" {
  name                = "sb-fail-1-0"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = "1.2"
}

resource "azurerm_servicebus_namespace" "fail_1_1" {
  name                = "sb-fail-1-1"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = "1.2"
}

resource "azurerm_servicebus_namespace" "unknown_variable" {
  name                = "sb-unknown-variable"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = var.unknown
}

variable "unknown" {}
