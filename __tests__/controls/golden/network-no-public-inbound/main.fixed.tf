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

resource "azurerm_network_security_rule" "pass_virtual_network" {
  name                        = "pass-virtual-network"
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-main"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
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

resource "azurerm_network_security_rule" "unknown_access" {
  name                        = "unknown-access"
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-main"
  priority                    = 100
  direction                   = "Inbound"
  access                      = var.unknown
  protocol                    = "Tcp"
  source_address_prefix       = "*"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "443"
}

resource "azurerm_network_security_group" "pass_balancer" {
  name                = "nsg-pass-balancer"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "AzureLoadBalancer"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "*"
  }
}

resource "azurerm_network_security_group" "fail_https" {
  name                = "nsg-fail-https"
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

resource "azurerm_network_security_group" "fail_icmp" {
  name                = "nsg-fail-icmp"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Icmp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "*"
  }
}

resource "azurerm_network_security_rule" "fail_udp" {
  name                        = "fail-udp"
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-main"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Udp"
  source_address_prefix       = "203.0.113.0/24"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "123"
}

resource "azurerm_network_security_group" "fail_remote_desktop" {
  name                = "nsg-fail-remote-desktop"
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
    destination_port_range     = "3389"
    source_address_prefixes    = ["203.0.113.0/24", "198.51.100.0/24"]
  }
}

resource "azurerm_network_security_group" "fail_everything" {
  name                = "nsg-fail-everything"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "*"
    source_address_prefixes    = ["203.0.113.0/24", "198.51.100.0/24"]
  }
}

resource "azurerm_network_security_group" "fail_second" {
  name                = "nsg-fail-second"
  resource_group_name = "rg-network"
  location            = "westeurope"

  security_rule {
    name                       = "rule"
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
    name                       = "rule-2"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "203.0.113.0/24"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "8080"
  }
}

resource "azurerm_network_security_rule" "fail_one_of_several" {
  name                        = "fail-one-of-several"
  resource_group_name         = "rg-network"
  network_security_group_name = "nsg-main"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefixes     = ["10.0.0.0/8", "203.0.113.0/24"]
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "8443"
}

resource "azurerm_network_security_group" "fail_unknown_port" {
  name                = "nsg-fail-unknown-port"
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

variable "unknown" {}
