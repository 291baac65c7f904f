resource "azurerm_windows_virtual_machine" "fail_off" {
  name                     = "vm-fail-off"
  resource_group_name      = "rg-compute"
  location                 = "westeurope"
  size                     = "Standard_D2s_v5"
  admin_username           = "operator"
  admin_password           = var.password
  network_interface_ids    = [var.network_interface]
  enable_automatic_updates = false

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-azure-edition"
    version   = "latest"
  }
}

variable "password" {}
variable "network_interface" {}
