resource "azurerm_kubernetes_cluster" "pass_disabled" {
  name                   = "aks-pass-disabled"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  dns_prefix             = "pass-disabled"
  local_account_disabled = true

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
    tenant_id          = "00000000-0000-0000-0000-000000000000"
  }
}

resource "azurerm_kubernetes_cluster" "fail_absent" {
  name                   = "aks-fail-absent"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  dns_prefix             = "fail-absent"
  local_account_disabled = true

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
    tenant_id          = "00000000-0000-0000-0000-000000000000"
  }
}

resource "azurerm_kubernetes_cluster" "fail_enabled" {
  name                   = "aks-fail-enabled"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  dns_prefix             = "fail-enabled"
  local_account_disabled = true

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
    tenant_id          = "00000000-0000-0000-0000-000000000000"
  }
}

resource "azurerm_kubernetes_cluster" "na_without_entra" {
  name                = "aks-na-without-entra"
  resource_group_name = "rg-data"
  location            = "westeurope"
  dns_prefix          = "na-without-entra"

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
  name                   = "aks-unknown-variable"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  dns_prefix             = "unknown-variable"
  local_account_disabled = var.unknown

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
    tenant_id          = "00000000-0000-0000-0000-000000000000"
  }
}

variable "unknown" {}
