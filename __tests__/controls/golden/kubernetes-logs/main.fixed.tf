resource "azurerm_kubernetes_cluster" "pass_workspace" {
  name                = "aks-pass-workspace"
  resource_group_name = "rg-data"
  location            = "westeurope"
  dns_prefix          = "pass-workspace"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  oms_agent {
    log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"
  }
}

resource "azurerm_kubernetes_cluster" "fail_absent" {
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

  oms_agent {
    log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"
  }
}

resource "azurerm_kubernetes_cluster" "unknown_variable" {
  name                = "aks-unknown-variable"
  resource_group_name = "rg-data"
  location            = "westeurope"
  dns_prefix          = "unknown-variable"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  oms_agent {
    log_analytics_workspace_id = var.unknown
  }
}

variable "unknown" {}
