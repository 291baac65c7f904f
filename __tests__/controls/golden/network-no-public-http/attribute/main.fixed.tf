resource "azurerm_network_security_group" "fail_attribute" {
  name                = "nsg-fail-attribute"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule = [{
    name                                       = "rule"
    description                                = ""
    priority                                   = 100
    direction                                  = "Inbound"
    access                                     = "Allow"
    protocol                                   = "Tcp"
    source_address_prefix                      = "203.0.113.0/24"
    source_address_prefixes                    = []
    source_application_security_group_ids      = []
    source_port_range                          = "*"
    source_port_ranges                         = []
    destination_address_prefix                 = "*"
    destination_address_prefixes               = []
    destination_application_security_group_ids = []
    destination_port_range                     = "443"
    destination_port_ranges                    = []
  }]
}
