resource "azurerm_linux_virtual_machine" "pass_true" {
  name                       = "vm-pass-true"
  resource_group_name        = "rg-compute"
  location                   = "westeurope"
  size                       = "Standard_D2s_v5"
  admin_username             = "operator"
  network_interface_ids      = [azurerm_network_interface.main.id]
  encryption_at_host_enabled = true

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  admin_ssh_key {
    username   = "operator"
    public_key = var.unknown
  }
}

resource "azurerm_windows_virtual_machine" "pass_windows" {
  name                       = "vm-pass-windows"
  resource_group_name        = "rg-compute"
  location                   = "westeurope"
  size                       = "Standard_D2s_v5"
  admin_username             = "operator"
  admin_password             = var.unknown
  network_interface_ids      = [azurerm_network_interface.main.id]
  encryption_at_host_enabled = true

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-g2"
    version   = "latest"
  }
}

resource "azurerm_linux_virtual_machine" "fail_absent" {
  name                       = "vm-fail-absent"
  resource_group_name        = "rg-compute"
  location                   = "westeurope"
  size                       = "Standard_D2s_v5"
  admin_username             = "operator"
  network_interface_ids      = [azurerm_network_interface.main.id]
  encryption_at_host_enabled = true

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  admin_ssh_key {
    username   = "operator"
    public_key = var.unknown
  }
}

resource "azurerm_windows_virtual_machine" "fail_windows" {
  name                       = "vm-fail-windows"
  resource_group_name        = "rg-compute"
  location                   = "westeurope"
  size                       = "Standard_D2s_v5"
  admin_username             = "operator"
  admin_password             = var.unknown
  network_interface_ids      = [azurerm_network_interface.main.id]
  encryption_at_host_enabled = true

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter-g2"
    version   = "latest"
  }
}

resource "azurerm_linux_virtual_machine" "unknown_variable" {
  name                       = "vm-unknown-variable"
  resource_group_name        = "rg-compute"
  location                   = "westeurope"
  size                       = "Standard_D2s_v5"
  admin_username             = "operator"
  network_interface_ids      = [azurerm_network_interface.main.id]
  encryption_at_host_enabled = var.unknown

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  admin_ssh_key {
    username   = "operator"
    public_key = var.unknown
  }
}

resource "azurerm_network_interface" "main" {
  name                = "nic-main"
  resource_group_name = "rg-compute"
  location            = "westeurope"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/compute"
    private_ip_address_allocation = "Dynamic"
  }
}

variable "unknown" {}
