resource "azurerm_container_registry" "pass_off" {
  name                          = "crpassoff"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  sku                           = "Premium"
  public_network_access_enabled = false
}

resource "azurerm_container_registry" "fail_absent" {
  name                          = "crfailabsent"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  sku                           = "Premium"
  public_network_access_enabled = false
}

resource "azurerm_container_registry" "fail_on" {
  name                          = "crfailon"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  sku                           = "Premium"
  public_network_access_enabled = false
}

resource "azurerm_container_registry" "na_standard" {
  name                = "crnastandard"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
}

resource "azurerm_container_registry" "unknown_sku" {
  name                = "crunknownsku"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = var.unknown
}

variable "unknown" {}
