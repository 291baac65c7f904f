resource "azurerm_kubernetes_cluster" "pass_on" {
  name                              = "aks-pass-on"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  dns_prefix                        = "pass-on"
  role_based_access_control_enabled = true

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster" "pass_absent" {
  name                = "aks-fail-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  dns_prefix          = "fail-absent"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster" "fail_off" {
  name                              = "aks-fail-off"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  dns_prefix                        = "fail-off"
  role_based_access_control_enabled = true

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
  name                              = "aks-unknown-variable"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  dns_prefix                        = "unknown-variable"
  role_based_access_control_enabled = var.unknown

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
