resource "azurerm_kubernetes_cluster" "fail_on" {
  name                             = "aks-pass-on"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  dns_prefix                       = "pass-on"
  http_application_routing_enabled = false

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

resource "azurerm_kubernetes_cluster" "pass_off" {
  name                             = "aks-fail-off"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  dns_prefix                       = "fail-off"
  http_application_routing_enabled = false

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
  name                             = "aks-unknown-variable"
  resource_group_name              = "rg-data"
  location                         = "westeurope"
  dns_prefix                       = "unknown-variable"
  http_application_routing_enabled = var.unknown

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
