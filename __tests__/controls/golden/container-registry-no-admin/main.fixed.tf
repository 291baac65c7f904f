resource "azurerm_container_registry" "pass_absent" {
  name                = "crpassabsent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
}

resource "azurerm_container_registry" "pass_off" {
  name                = "crpassoff"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  admin_enabled       = false
}

resource "azurerm_container_registry" "fail_on" {
  name                = "crfailon"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  admin_enabled       = false
}

resource "azurerm_container_registry" "unknown_variable" {
  name                = "crunknownvariable"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  admin_enabled       = var.unknown
}

variable "unknown" {}
