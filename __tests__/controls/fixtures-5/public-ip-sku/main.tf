resource "azurerm_public_ip" "pass_v2" {
  name                = "pip-pass-v2"
  resource_group_name = "rg-network"
  location            = "westeurope"
  allocation_method   = "Static"
  sku                 = "StandardV2"
}

resource "azurerm_public_ip" "fail_basic" {
  name                = "pip-fail-basic"
  resource_group_name = "rg-network"
  location            = "westeurope"
  allocation_method   = "Static"
  sku                 = "Basic"
}
