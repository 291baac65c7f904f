resource "azurerm_virtual_network" "pass_absent" {
  name                = "vnet-pass-absent"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_virtual_network" "pass_two" {
  name                = "vnet-pass-two"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
  dns_servers         = ["10.0.0.4", "10.0.0.5"]
}

resource "azurerm_virtual_network" "pass_none" {
  name                = "vnet-pass-none"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
  dns_servers         = []
}

resource "azurerm_virtual_network" "fail_one" {
  name                = "vnet-fail-one"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
  dns_servers         = ["10.0.0.4", "10.0.0.5"]
}

resource "azurerm_virtual_network" "fail_another" {
  name                = "vnet-fail-another"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
  dns_servers         = ["10.1.0.4", "10.0.0.4", "10.0.0.5"]
}

resource "azurerm_virtual_network" "unknown_variable" {
  name                = "vnet-unknown-variable"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
  dns_servers         = var.unknown
}

resource "azurerm_virtual_network_dns_servers" "pass_beside_two" {
  virtual_network_id = var.network_id
  dns_servers        = ["10.0.0.4", "10.0.0.5"]
}

resource "azurerm_virtual_network_dns_servers" "pass_beside_none" {
  virtual_network_id = var.network_id
}

resource "azurerm_virtual_network_dns_servers" "fail_beside_one" {
  virtual_network_id = var.network_id
  dns_servers        = ["10.0.0.4", "10.0.0.5"]
}

resource "azurerm_virtual_network_dns_servers" "unknown_beside" {
  virtual_network_id = var.network_id
  dns_servers        = var.unknown
}

variable "network_id" {}

variable "unknown" {}
