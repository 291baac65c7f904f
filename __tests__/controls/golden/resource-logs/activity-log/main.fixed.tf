resource "azurerm_network_security_group" "fail_activity_log_only" {
  name                = "nsg-fail-activity-log-only"
  resource_group_name = "rg-network"
  location            = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "fail_activity_log_only_logs" {
  name                       = "logs"
  target_resource_id         = azurerm_network_security_group.fail_activity_log_only.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = data.azurerm_subscription.current.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "Administrative"
  }
}

data "azurerm_subscription" "current" {}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}
