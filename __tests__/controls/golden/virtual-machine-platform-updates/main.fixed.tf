resource "azurerm_linux_virtual_machine" "pass_both" {
  name                  = "vm-pass-both"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.main.id]
  patch_mode            = "AutomaticByPlatform"
  patch_assessment_mode = "AutomaticByPlatform"

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
  name                  = "vm-pass-windows"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  admin_password        = var.unknown
  network_interface_ids = [azurerm_network_interface.main.id]
  patch_mode            = "AutomaticByPlatform"
  patch_assessment_mode = "AutomaticByPlatform"

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
  name                  = "vm-fail-absent"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.main.id]
  patch_assessment_mode = "AutomaticByPlatform"
  patch_mode            = "AutomaticByPlatform"

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
  name                  = "vm-fail-windows"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  admin_password        = var.unknown
  network_interface_ids = [azurerm_network_interface.main.id]
  patch_mode            = "AutomaticByPlatform"
  patch_assessment_mode = "AutomaticByPlatform"

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

resource "azurerm_linux_virtual_machine" "fail_image_default" {
  name                  = "vm-fail-image-default"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.main.id]
  patch_mode            = "AutomaticByPlatform"
  patch_assessment_mode = "AutomaticByPlatform"

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

resource "azurerm_linux_virtual_machine" "fail_assessment_only" {
  name                  = "vm-fail-assessment-only"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.main.id]
  patch_assessment_mode = "AutomaticByPlatform"
  patch_mode            = "AutomaticByPlatform"

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

resource "azurerm_linux_virtual_machine" "fail_no_agent" {
  name                       = "vm-fail-no-agent"
  resource_group_name        = "rg-compute"
  location                   = "westeurope"
  size                       = "Standard_D2s_v5"
  admin_username             = "operator"
  network_interface_ids      = [azurerm_network_interface.main.id]
  provision_vm_agent         = false
  allow_extension_operations = false

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

resource "azurerm_windows_virtual_machine" "fail_updates_off" {
  name                      = "vm-fail-updates-off"
  resource_group_name       = "rg-compute"
  location                  = "westeurope"
  size                      = "Standard_D2s_v5"
  admin_username            = "operator"
  admin_password            = var.unknown
  network_interface_ids     = [azurerm_network_interface.main.id]
  automatic_updates_enabled = false
  patch_mode                = "Manual"

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

resource "azurerm_linux_virtual_machine" "fail_attached" {
  name                  = "vm-fail-attached"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  network_interface_ids = [azurerm_network_interface.main.id]
  os_managed_disk_id    = azurerm_managed_disk.system.id

  os_disk {
    caching = "ReadWrite"
  }
}

resource "azurerm_linux_virtual_machine" "unknown_variable" {
  name                  = "vm-unknown-variable"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.main.id]
  patch_mode            = var.unknown
  patch_assessment_mode = "AutomaticByPlatform"

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

resource "azurerm_managed_disk" "system" {
  name                 = "disk-system"
  resource_group_name  = "rg-compute"
  location             = "westeurope"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 64
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
