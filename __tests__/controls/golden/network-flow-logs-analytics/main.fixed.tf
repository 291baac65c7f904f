resource "azurerm_network_watcher_flow_log" "pass_analytics" {
  name                 = "pass-analytics"
  network_watcher_name = "nw-westeurope"
  resource_group_name  = "NetworkWatcherRG"
  target_resource_id   = azurerm_virtual_network.main.id
  storage_account_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs"
  enabled              = true
  version              = 2

  retention_policy {
    enabled = true
    days    = 90
  }

  traffic_analytics {
    enabled               = true
    workspace_id          = azurerm_log_analytics_workspace.central.workspace_id
    workspace_region      = azurerm_log_analytics_workspace.central.location
    workspace_resource_id = azurerm_log_analytics_workspace.central.id
    interval_in_minutes   = 10
  }
}

resource "azurerm_network_watcher_flow_log" "fail_no_analytics" {
  name                 = "fail-no-analytics"
  network_watcher_name = "nw-westeurope"
  resource_group_name  = "NetworkWatcherRG"
  target_resource_id   = azurerm_virtual_network.main.id
  storage_account_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs"
  enabled              = true
  version              = 2

  retention_policy {
    enabled = true
    days    = 90
  }

  traffic_analytics {
    enabled               = true
    workspace_id          = "11111111-1111-1111-1111-111111111111"
    workspace_region      = "westeurope"
    workspace_resource_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"
  }
}

resource "azurerm_network_watcher_flow_log" "fail_off" {
  name                 = "fail-off"
  network_watcher_name = "nw-westeurope"
  resource_group_name  = "NetworkWatcherRG"
  target_resource_id   = azurerm_virtual_network.main.id
  storage_account_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs"
  enabled              = true
  version              = 2

  retention_policy {
    enabled = true
    days    = 90
  }

  traffic_analytics {
    enabled               = true
    workspace_id          = azurerm_log_analytics_workspace.central.workspace_id
    workspace_region      = azurerm_log_analytics_workspace.central.location
    workspace_resource_id = azurerm_log_analytics_workspace.central.id
    interval_in_minutes   = 10
  }
}

resource "azurerm_network_watcher_flow_log" "fail_analytics_off" {
  name                 = "fail-analytics-off"
  network_watcher_name = "nw-westeurope"
  resource_group_name  = "NetworkWatcherRG"
  target_resource_id   = azurerm_virtual_network.main.id
  storage_account_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs"
  enabled              = true
  version              = 2

  retention_policy {
    enabled = true
    days    = 90
  }

  traffic_analytics {
    enabled               = true
    workspace_id          = azurerm_log_analytics_workspace.central.workspace_id
    workspace_region      = azurerm_log_analytics_workspace.central.location
    workspace_resource_id = azurerm_log_analytics_workspace.central.id
    interval_in_minutes   = 10
  }
}

resource "azurerm_network_watcher_flow_log" "unknown_enabled" {
  name                 = "unknown-enabled"
  network_watcher_name = "nw-westeurope"
  resource_group_name  = "NetworkWatcherRG"
  target_resource_id   = azurerm_virtual_network.main.id
  storage_account_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs"
  enabled              = var.unknown
  version              = 2

  retention_policy {
    enabled = true
    days    = 90
  }

  traffic_analytics {
    enabled               = true
    workspace_id          = azurerm_log_analytics_workspace.central.workspace_id
    workspace_region      = azurerm_log_analytics_workspace.central.location
    workspace_resource_id = azurerm_log_analytics_workspace.central.id
    interval_in_minutes   = 10
  }
}

resource "azurerm_network_watcher_flow_log" "unknown_analytics" {
  name                 = "unknown-analytics"
  network_watcher_name = "nw-westeurope"
  resource_group_name  = "NetworkWatcherRG"
  target_resource_id   = azurerm_virtual_network.main.id
  storage_account_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs"
  enabled              = true
  version              = 2

  retention_policy {
    enabled = true
    days    = 90
  }

  traffic_analytics {
    enabled               = var.unknown
    workspace_id          = azurerm_log_analytics_workspace.central.workspace_id
    workspace_region      = azurerm_log_analytics_workspace.central.location
    workspace_resource_id = azurerm_log_analytics_workspace.central.id
    interval_in_minutes   = 10
  }
}

resource "azurerm_network_watcher_flow_log" "unknown_dynamic" {
  name                 = "unknown-dynamic"
  network_watcher_name = "nw-westeurope"
  resource_group_name  = "NetworkWatcherRG"
  target_resource_id   = azurerm_virtual_network.main.id
  storage_account_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs"
  enabled              = true
  version              = 2

  retention_policy {
    enabled = true
    days    = 90
  }

  dynamic "traffic_analytics" {
    for_each = var.unknown
    content {
      enabled               = true
      workspace_id          = traffic_analytics.value.guid
      workspace_region      = traffic_analytics.value.region
      workspace_resource_id = traffic_analytics.value.id
    }
  }
}

resource "azurerm_virtual_network" "main" {
  name                = "vnet-main"
  resource_group_name = "rg-network"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}

variable "unknown" {}
