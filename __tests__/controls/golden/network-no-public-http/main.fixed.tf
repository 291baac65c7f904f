resource "azurerm_network_security_group" "pass_no_rules" {
  name                = "nsg-pass-no-rules"
  resource_group_name = "rg-network"
  location            = "westeurope"
}

resource "azurerm_network_security_group" "pass_office" {
  name                = "nsg-pass-office"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "pass_virtual_network" {
  name                = "nsg-pass-virtual-network"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "VirtualNetwork"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "pass_denied" {
  name                = "nsg-pass-denied"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "pass_outbound" {
  name                = "nsg-pass-outbound"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "pass_other_protocol" {
  name                = "nsg-pass-other-protocol"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Udp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "pass_other_protocol_unknown_port" {
  name                = "nsg-pass-other-protocol-unknown-port"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Udp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = var.unknown
  }
}

resource "azurerm_network_security_group" "pass_networks" {
  name                = "nsg-pass-networks"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefixes    = ["10.0.0.0/8", "192.168.0.0/16"]
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "pass_attribute" {
  name                = "nsg-pass-attribute"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule = [{
    name                                       = "rule"
    description                                = ""
    priority                                   = 100
    direction                                  = "Inbound"
    access                                     = "Allow"
    protocol                                   = "Tcp"
    source_address_prefix                      = "10.0.0.0/8"
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

resource "azurerm_network_security_group" "pass_empty_attribute" {
  name                = "nsg-pass-empty-attribute"
  resource_group_name = "rg-network"
  location            = "westeurope"
  security_rule       = []
}

resource "azurerm_network_security_rule" "pass_rule" {
  name                        = "pass-rule"
  priority                    = 100
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-shared"
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "10.0.0.0/8"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
}

resource "azurerm_network_security_rule" "pass_rule_denied" {
  name                        = "pass-rule-denied"
  priority                    = 100
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-shared"
  direction                   = "Inbound"
  access                      = "Deny"
  protocol                    = "Tcp"
  source_address_prefix       = "Internet"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
}

resource "azurerm_network_security_rule" "pass_rule_outbound" {
  name                        = "pass-rule-outbound"
  priority                    = 100
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-shared"
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "*"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
}

resource "azurerm_network_security_group" "fail_star" {
  name                = "nsg-fail-star"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "fail_internet" {
  name                = "nsg-fail-internet"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "fail_internet_lower_case" {
  name                = "nsg-fail-internet-lower-case"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "fail_any" {
  name                = "nsg-fail-any"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "fail_zero" {
  name                = "nsg-fail-zero"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "fail_all_addresses" {
  name                = "nsg-fail-all-addresses"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "fail_all_addresses_v6" {
  name                = "nsg-fail-all-addresses-v6"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "fail_second_rule" {
  name                = "nsg-fail-second-rule"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "office"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "10.0.0.0/8"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "everyone"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_rule" "fail_rule" {
  name                        = "fail-rule"
  priority                    = 100
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-shared"
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "203.0.113.0/24"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
}

resource "azurerm_network_security_rule" "fail_rule_internet" {
  name                        = "fail-rule-internet"
  priority                    = 100
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-shared"
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "203.0.113.0/24"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
}

resource "azurerm_network_security_rule" "fail_rule_networks" {
  name                        = "fail-rule-networks"
  priority                    = 100
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-shared"
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefixes     = ["203.0.113.0/24"]
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
}

resource "azurerm_network_security_group" "fail_dynamic" {
  name                = "nsg-fail-dynamic"
  resource_group_name = "rg-network"
  location            = "westeurope"

  dynamic "security_rule" {
    for_each = { office = "10.0.0.0/8", everyone = "*" }
    content {
      name                       = security_rule.key
      priority                   = 100
      direction                  = "Inbound"
      access                     = "Allow"
      protocol                   = "Tcp"
      source_address_prefix      = security_rule.value
      source_port_range          = "*"
      destination_address_prefix = "*"
      destination_port_range     = "443"
    }
  }
}

resource "azurerm_network_security_group" "unknown_source" {
  name                = "nsg-unknown-source"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = var.unknown
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "unknown_sources" {
  name                = "nsg-unknown-sources"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefixes    = var.unknown
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "unknown_access" {
  name                = "nsg-unknown-access"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = var.unknown
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "unknown_direction" {
  name                = "nsg-unknown-direction"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = var.unknown
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "unknown_protocol" {
  name                = "nsg-unknown-protocol"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = var.unknown
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "unknown_dynamic" {
  name                = "nsg-unknown-dynamic"
  resource_group_name = "rg-network"
  location            = "westeurope"

  dynamic "security_rule" {
    for_each = var.unknown
    content {
      name                       = "rule"
      priority                   = 100
      direction                  = "Inbound"
      access                     = "Allow"
      protocol                   = "Tcp"
      source_address_prefix      = "*"
      source_port_range          = "*"
      destination_address_prefix = "*"
      destination_port_range     = "443"
    }
  }
}

resource "azurerm_network_security_rule" "unknown_rule" {
  name                        = "unknown-rule"
  priority                    = 100
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-shared"
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = var.unknown
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
}

resource "azurerm_network_security_group" "pass_other_port" {
  name                = "nsg-pass-other-port"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "8443"
  }
}

resource "azurerm_network_security_group" "pass_range_beside" {
  name                = "nsg-pass-range-beside"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "444-500"
  }
}

resource "azurerm_network_security_group" "pass_ranges_beside" {
  name                = "nsg-pass-ranges-beside"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_ranges    = ["8443", "444-500"]
  }
}

resource "azurerm_network_security_group" "fail_range" {
  name                = "nsg-fail-range"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "440-450"
  }
}

resource "azurerm_network_security_group" "fail_every_port" {
  name                = "nsg-fail-every-port"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "*"
    source_address_prefixes    = ["203.0.113.0/24", "198.51.100.0/24"]
  }
}

resource "azurerm_network_security_group" "fail_every_port_number" {
  name                = "nsg-fail-every-port-number"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "0-65535"
    source_address_prefixes    = ["203.0.113.0/24", "198.51.100.0/24"]
  }
}

resource "azurerm_network_security_group" "fail_ranges" {
  name                = "nsg-fail-ranges"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_ranges    = ["8443", "440-450"]
  }
}

resource "azurerm_network_security_group" "fail_comma_list" {
  name                = "nsg-fail-comma-list"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "8443,443"
  }
}

resource "azurerm_network_security_group" "fail_every_protocol" {
  name                = "nsg-fail-every-protocol"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_rule" "fail_rule_range" {
  name                        = "fail-rule-range"
  priority                    = 100
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-shared"
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "203.0.113.0/24"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "440-450"
}

resource "azurerm_network_security_group" "unknown_port" {
  name                = "nsg-unknown-port"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = var.unknown
  }
}

resource "azurerm_network_security_group" "unknown_port_among" {
  name                = "nsg-unknown-port-among"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_ranges    = ["8443", var.unknown]
  }
}

resource "azurerm_network_security_group" "fail_port_beside_unknown" {
  name                = "nsg-fail-port-beside-unknown"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_ranges    = ["443", var.unknown]
  }
}

resource "azurerm_network_security_group" "fail_http" {
  name                = "nsg-fail-http"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "80"
  }
}

resource "azurerm_network_security_group" "fail_both" {
  name                = "nsg-fail-both"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_ranges    = ["80", "443"]
  }
}

resource "azurerm_network_security_group" "fail_http_range" {
  name                = "nsg-fail-http-range"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "0-1023"
    source_address_prefixes    = ["203.0.113.0/24", "198.51.100.0/24"]
  }
}

variable "unknown" {}
