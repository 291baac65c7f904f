resource "azurerm_key_vault" "pass_audit_event" {
  name                = "kv-pass-audit-event"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "audit_event" {
  name                       = "audit-event"
  target_resource_id         = azurerm_key_vault.pass_audit_event.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_key_vault" "pass_audit_group" {
  name                = "kv-pass-audit-group"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "audit_group" {
  name                       = "audit-group"
  target_resource_id         = azurerm_key_vault.pass_audit_group.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category_group = "audit"
  }
}

resource "azurerm_key_vault" "pass_all_logs" {
  name                = "kv-pass-all-logs"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "all_logs" {
  name                       = "all-logs"
  target_resource_id         = azurerm_key_vault.pass_all_logs.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_key_vault" "pass_second_setting" {
  name                = "kv-pass-second-setting"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "metrics" {
  name                       = "metrics"
  target_resource_id         = azurerm_key_vault.pass_second_setting.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_metric {
    category = "AllMetrics"
  }
}

resource "azurerm_monitor_diagnostic_setting" "second" {
  name                       = "second"
  target_resource_id         = azurerm_key_vault.pass_second_setting.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_key_vault" "fail_none" {
  name                = "kv-fail-none"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "fail_none_audit_logs" {
  name                       = "audit-logs"
  target_resource_id         = azurerm_key_vault.fail_none.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_key_vault" "fail_metrics_only" {
  name                = "kv-fail-metrics-only"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "metrics_only" {
  name                       = "metrics-only"
  target_resource_id         = azurerm_key_vault.fail_metrics_only.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_metric {
    category = "AllMetrics"
  }

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_key_vault" "fail_other_category" {
  name                = "kv-fail-other-category"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "other_category" {
  name                       = "other-category"
  target_resource_id         = azurerm_key_vault.fail_other_category.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AzurePolicyEvaluationDetails"
  }

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_key_vault" "unknown_category" {
  name                = "kv-unknown-category"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "unknown_category" {
  name                       = "unknown-category"
  target_resource_id         = azurerm_key_vault.unknown_category.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  dynamic "enabled_log" {
    for_each = var.unknown
    content {
      category = enabled_log.value
    }
  }
}

resource "azurerm_key_vault" "fail_each" {
  for_each = toset(["shop", "billing"])

  name                = "kv-${each.key}"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "fail_each_audit_logs" {
  for_each = azurerm_key_vault.fail_each

  name                       = "audit-logs"
  target_resource_id         = each.value.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}

variable "unknown" {}
