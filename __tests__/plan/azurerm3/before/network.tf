resource "azurerm_virtual_network" "main" {
  name                = "vnet-shop"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]

  subnet {
    name           = "inline"
    address_prefix = "10.0.9.0/24"
  }
}

resource "azurerm_subnet" "endpoints" {
  name                                      = "endpoints"
  resource_group_name                       = "rg-shop"
  virtual_network_name                      = azurerm_virtual_network.main.name
  address_prefixes                          = ["10.0.1.0/24"]
  private_endpoint_network_policies_enabled = false
}

resource "azurerm_network_security_group" "web" {
  name                = "nsg-web"
  resource_group_name = "rg-shop"
  location            = "westeurope"

  security_rule {
    name                       = "rdp"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "3389"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_interface" "web" {
  name                          = "nic-web"
  resource_group_name           = "rg-shop"
  location                      = "westeurope"
  enable_accelerated_networking = true
  enable_ip_forwarding          = true

  ip_configuration {
    name                          = "internal"
    subnet_id                     = azurerm_subnet.endpoints.id
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_redis_cache" "sessions" {
  name                = "redis-sessions"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
  enable_non_ssl_port = true
  minimum_tls_version = "1.0"
}
