resource "azurerm_network_interface" "pass_absent" {
  name                = "nic-pass-absent"
  resource_group_name = "rg-network"
  location            = "westeurope"

  ip_configuration {
    name                          = "internal"
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_network_interface" "fail_forwarding" {
  name                          = "nic-fail-forwarding"
  resource_group_name           = "rg-network"
  location                      = "westeurope"
  enable_accelerated_networking = true
  enable_ip_forwarding          = true

  ip_configuration {
    name                          = "internal"
    private_ip_address_allocation = "Dynamic"
  }
}
