resource "azurerm_container_registry" "pass_on" {
  name                  = "crpasson"
  resource_group_name   = "rg-data"
  location              = "westeurope"
  sku                   = "Premium"
  data_endpoint_enabled = true
}

resource "azurerm_container_registry" "fail_absent" {
  name                  = "crfailabsent"
  resource_group_name   = "rg-data"
  location              = "westeurope"
  sku                   = "Premium"
  data_endpoint_enabled = true
}

resource "azurerm_container_registry" "fail_off" {
  name                  = "crfailoff"
  resource_group_name   = "rg-data"
  location              = "westeurope"
  sku                   = "Premium"
  data_endpoint_enabled = true
}

resource "azurerm_container_registry" "na_basic" {
  name                = "crnabasic"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Basic"
}

resource "azurerm_container_registry" "unknown_variable" {
  name                  = "crunknownvariable"
  resource_group_name   = "rg-data"
  location              = "westeurope"
  sku                   = "Premium"
  data_endpoint_enabled = var.unknown
}

variable "unknown" {}
