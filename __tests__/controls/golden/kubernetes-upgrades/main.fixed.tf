resource "azurerm_kubernetes_cluster" "pass_patch" {
  name                      = "aks-pass-patch"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  dns_prefix                = "pass-patch"
  automatic_upgrade_channel = "patch"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster" "pass_node_image" {
  name                      = "aks-pass-node-image"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  dns_prefix                = "pass-node-image"
  automatic_upgrade_channel = "node-image"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster" "fail_absent" {
  name                      = "aks-fail-absent"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  dns_prefix                = "fail-absent"
  automatic_upgrade_channel = "patch"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster" "unknown_variable" {
  name                      = "aks-unknown-variable"
  resource_group_name       = "rg-data"
  location                  = "westeurope"
  dns_prefix                = "unknown-variable"
  automatic_upgrade_channel = var.unknown

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }
}

variable "unknown" {}
