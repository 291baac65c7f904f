resource "azurerm_kubernetes_cluster" "pass_on" {
  name                = "aks-pass-on"
  resource_group_name = "rg-data"
  location            = "westeurope"
  dns_prefix          = "pass-on"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  key_vault_secrets_provider {
    secret_rotation_enabled = true
  }
}

resource "azurerm_kubernetes_cluster" "fail_off" {
  name                = "aks-fail-off"
  resource_group_name = "rg-data"
  location            = "westeurope"
  dns_prefix          = "fail-off"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  key_vault_secrets_provider {
    secret_rotation_enabled = true
  }
}

resource "azurerm_kubernetes_cluster" "fail_interval_alone" {
  name                = "aks-fail-interval-alone"
  resource_group_name = "rg-data"
  location            = "westeurope"
  dns_prefix          = "fail-interval-alone"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }

  identity {
    type = "SystemAssigned"
  }

  key_vault_secrets_provider {
    secret_rotation_interval = "5m"
    secret_rotation_enabled  = true
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

  key_vault_secrets_provider {
    secret_rotation_enabled = true
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

  key_vault_secrets_provider {
    secret_rotation_enabled = var.unknown
  }
}

variable "unknown" {}
