# Basic in 3.x, Standard from 4.0 on.
resource "azurerm_public_ip" "fail_absent" {
  name                = "pip-fail-absent"
  resource_group_name = "rg-network"
  location            = "westeurope"
  allocation_method   = "Static"
}
