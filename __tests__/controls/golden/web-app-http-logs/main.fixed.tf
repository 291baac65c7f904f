resource "azurerm_linux_web_app" "pass_setting" {
  name                = "app-pass-setting"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}
}

resource "azurerm_monitor_diagnostic_setting" "setting" {
  name                       = "setting"
  target_resource_id         = azurerm_linux_web_app.pass_setting.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AppServiceHTTPLogs"
  }

  enabled_log {
    category = "AppServiceConsoleLogs"
  }
}

resource "azurerm_windows_web_app" "pass_all_logs" {
  name                = "app-pass-all-logs"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}
}

resource "azurerm_monitor_diagnostic_setting" "all_logs" {
  name                       = "all-logs"
  target_resource_id         = azurerm_windows_web_app.pass_all_logs.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_linux_web_app" "pass_inside" {
  name                = "app-pass-inside"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}

  logs {
    http_logs {
      file_system {
        retention_in_days = 7
        retention_in_mb   = 35
      }
    }
  }
}

resource "azurerm_windows_web_app" "pass_inside_windows" {
  name                = "app-pass-inside-windows"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}

  logs {
    http_logs {
      file_system {
        retention_in_days = 7
        retention_in_mb   = 35
      }
    }
  }
}

resource "azurerm_linux_web_app" "fail_none" {
  name                = "app-fail-none"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}
}

resource "azurerm_monitor_diagnostic_setting" "fail_none_http_logs" {
  name                       = "http-logs"
  target_resource_id         = azurerm_linux_web_app.fail_none.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "AppServiceHTTPLogs"
  }
}

resource "azurerm_windows_web_app" "fail_none_windows" {
  name                = "app-fail-none-windows"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}
}

resource "azurerm_monitor_diagnostic_setting" "fail_none_windows_http_logs" {
  name                       = "http-logs"
  target_resource_id         = azurerm_windows_web_app.fail_none_windows.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "AppServiceHTTPLogs"
  }
}

resource "azurerm_linux_web_app" "fail_application_logs_only" {
  name                = "app-fail-application-logs-only"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}

  logs {
    application_logs {
      file_system_level = "Warning"
    }
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_application_logs_only_http_logs" {
  name                       = "http-logs"
  target_resource_id         = azurerm_linux_web_app.fail_application_logs_only.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "AppServiceHTTPLogs"
  }
}

resource "azurerm_windows_web_app" "fail_other_category" {
  name                = "app-fail-other-category"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}
}

resource "azurerm_monitor_diagnostic_setting" "other_category" {
  name                       = "other-category"
  target_resource_id         = azurerm_windows_web_app.fail_other_category.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AppServiceConsoleLogs"
  }

  enabled_log {
    category = "AppServiceHTTPLogs"
  }
}

resource "azurerm_linux_web_app" "fail_audit_group" {
  name                = "app-fail-audit-group"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}
}

resource "azurerm_monitor_diagnostic_setting" "audit_group" {
  name                       = "audit-group"
  target_resource_id         = azurerm_linux_web_app.fail_audit_group.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category_group = "audit"
  }

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_linux_web_app" "unknown_category" {
  name                = "app-unknown-category"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}
}

resource "azurerm_monitor_diagnostic_setting" "unknown_category" {
  name                       = "unknown-category"
  target_resource_id         = azurerm_linux_web_app.unknown_category.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  dynamic "enabled_log" {
    for_each = var.unknown
    content {
      category = enabled_log.value
    }
  }
}

resource "azurerm_windows_web_app" "unknown_inside" {
  name                = "app-unknown-inside"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan"

  site_config {}

  dynamic "logs" {
    for_each = var.unknown
    content {
      http_logs {
        file_system {
          retention_in_days = 7
          retention_in_mb   = 35
        }
      }
    }
  }
}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}

variable "unknown" {}
