# The old warehouse system; nobody has signed in for a year.
resource "azurerm_network_interface" "warehouse" {
  name                = "nic-warehouse"
  location            = azurerm_resource_group.shop.location
  resource_group_name = azurerm_resource_group.shop.name

  ip_configuration {
    name                          = "internal"
    subnet_id                     = var.subnet_id
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_linux_virtual_machine" "warehouse" {
  name                  = "vm-warehouse"
  resource_group_name   = azurerm_resource_group.shop.name
  location              = azurerm_resource_group.shop.location
  size                  = "Standard_D2s_v5"
  admin_username        = "shop"
  network_interface_ids = [azurerm_network_interface.warehouse.id]

  admin_ssh_key {
    username   = "shop"
    public_key = var.admin_public_key
  }

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
}

resource "azurerm_managed_disk" "warehouse" {
  name                 = "disk-warehouse"
  location             = azurerm_resource_group.shop.location
  resource_group_name  = azurerm_resource_group.shop.name
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 64
}

variable "subnet_id" {
  type = string
}

variable "admin_public_key" {
  type = string
}
