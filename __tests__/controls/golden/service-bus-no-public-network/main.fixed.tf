resource "azurerm_servicebus_namespace" "pass_off" {
  name                          = "sb-pass-off"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  sku                           = "Premium"
  capacity                      = 1
  premium_messaging_partitions  = 1
  public_network_access_enabled = false
}

resource "azurerm_servicebus_namespace" "fail_absent" {
  name                          = "sb-fail-absent"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  sku                           = "Premium"
  capacity                      = 1
  premium_messaging_partitions  = 1
  public_network_access_enabled = false
}

resource "azurerm_servicebus_namespace" "fail_on" {
  name                          = "sb-fail-on"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  sku                           = "Premium"
  capacity                      = 1
  premium_messaging_partitions  = 1
  public_network_access_enabled = false
}

resource "azurerm_servicebus_namespace" "na_standard" {
  name                = "sb-na-standard"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
}

resource "azurerm_servicebus_namespace" "unknown_variable" {
  name                          = "sb-unknown-variable"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  sku                           = "Premium"
  capacity                      = 1
  premium_messaging_partitions  = 1
  public_network_access_enabled = var.unknown
}

variable "unknown" {}
