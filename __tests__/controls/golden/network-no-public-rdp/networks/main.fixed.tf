resource "azurerm_network_security_group" "fail_among_networks" {
  name                = "nsg-fail-among-networks"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefixes    = ["10.0.0.0/8", "203.0.113.0/24", "198.51.100.0/24"]
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "3389"
  }
}
