resource "azurerm_linux_virtual_machine" "fail_absent" {
  name                  = "vm-fail-absent"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.main.id]

  os_disk {
    caching                = "ReadWrite"
    storage_account_type   = "Premium_LRS"
    disk_encryption_set_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/des-central"
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

resource "azurerm_linux_virtual_machine" "pass_id" {
  name                  = "vm-pass-id"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.main.id]

  os_disk {
    caching                = "ReadWrite"
    storage_account_type   = "Premium_LRS"
    disk_encryption_set_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/des-central"
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
