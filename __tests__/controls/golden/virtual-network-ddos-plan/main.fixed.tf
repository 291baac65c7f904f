resource "azurerm_virtual_network" "pass_on" {
  name                = "vnet-pass-on"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]

  ddos_protection_plan {
    enable = true
    id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/ddosProtectionPlans/ddos-main"
  }
}

resource "azurerm_virtual_network" "unknown_plan" {
  name                = "vnet-unknown-plan"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]

  ddos_protection_plan {
    enable = true
    id     = var.unknown
  }
}

resource "azurerm_virtual_network" "fail_absent" {
  name                = "vnet-fail-absent"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]

  ddos_protection_plan {
    enable = true
    id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/ddosProtectionPlans/ddos-main"
  }
}

resource "azurerm_virtual_network" "fail_off" {
  name                = "vnet-fail-off"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]

  ddos_protection_plan {
    enable = true
    id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/ddosProtectionPlans/ddos-main"
  }
}

resource "azurerm_virtual_network" "unknown_variable" {
  name                = "vnet-unknown-variable"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]

  ddos_protection_plan {
    enable = var.unknown
    id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/ddosProtectionPlans/ddos-main"
  }
}

variable "unknown" {}
