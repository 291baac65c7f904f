resource "azurerm_monitor_diagnostic_setting" "pass_data" {
  name                       = "pass-data"
  target_resource_id         = data.azurerm_subscription.current.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_literal" {
  name                       = "pass-literal"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000000"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "Administrative"
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_client_config" {
  name                       = "pass-client-config"
  target_resource_id         = "/subscriptions/${data.azurerm_client_config.current.subscription_id}"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "Security"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_metrics_only" {
  name                       = "fail-metrics-only"
  target_resource_id         = data.azurerm_subscription.current.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_metric {
    category = "AllMetrics"
  }

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}

resource "azurerm_monitor_diagnostic_setting" "unknown_target" {
  name                       = "unknown-target"
  target_resource_id         = var.unknown
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}

resource "azurerm_monitor_diagnostic_setting" "unknown_logs" {
  name                       = "unknown-logs"
  target_resource_id         = data.azurerm_subscription.current.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  dynamic "enabled_log" {
    for_each = var.unknown
    content {
      category = enabled_log.value
    }
  }
}

resource "azurerm_monitor_diagnostic_setting" "na_vault" {
  name                       = "na-vault"
  target_resource_id         = azurerm_key_vault.main.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_monitor_diagnostic_setting" "na_below" {
  name                       = "na-below"
  target_resource_id         = "${data.azurerm_subscription.current.id}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AuditEvent"
  }
}

data "azurerm_subscription" "current" {}

data "azurerm_client_config" "current" {}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
}

resource "azurerm_resource_group" "main" {
  name     = "rg-logs"
  location = "westeurope"
}

resource "azurerm_key_vault" "main" {
  name                = "kv-main"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
}

variable "unknown" {}
