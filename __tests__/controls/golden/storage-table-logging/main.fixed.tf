resource "azurerm_storage_account" "pass_categories" {
  name                     = "stpasscategories"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "pass_categories" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.pass_categories.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "StorageRead"
  }

  enabled_log {
    category = "StorageWrite"
  }

  enabled_log {
    category = "StorageDelete"
  }
}

resource "azurerm_storage_account" "pass_all_logs" {
  name                     = "stpassalllogs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "pass_all_logs" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.pass_all_logs.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_storage_account" "pass_audit" {
  name                     = "stpassaudit"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "pass_audit" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.pass_audit.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "audit"
  }
}

resource "azurerm_storage_account" "pass_dynamic" {
  name                     = "stpassdynamic"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "pass_dynamic" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.pass_dynamic.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  dynamic "enabled_log" {
    for_each = ["StorageRead", "StorageWrite", "StorageDelete"]
    content {
      category = enabled_log.value
    }
  }
}

resource "azurerm_storage_account" "pass_every_service" {
  name                     = "stpasseveryservice"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "pass_every_service" {
  for_each = toset(["blob", "queue", "table"])

  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.pass_every_service.id}/${each.key}Services/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_storage_account" "fail_none" {
  name                     = "stfailnone"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "fail_none_table_logs" {
  name                       = "table-logs"
  target_resource_id         = "${azurerm_storage_account.fail_none.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "StorageRead"
  }

  enabled_log {
    category = "StorageWrite"
  }

  enabled_log {
    category = "StorageDelete"
  }
}

resource "azurerm_storage_account" "fail_metrics_only" {
  name                     = "stfailmetricsonly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "fail_metrics_only" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.fail_metrics_only.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_metric {
    category = "Transaction"
  }

  enabled_log {
    category = "StorageRead"
  }

  enabled_log {
    category = "StorageWrite"
  }

  enabled_log {
    category = "StorageDelete"
  }
}

resource "azurerm_storage_account" "fail_other_service" {
  name                     = "stfailotherservice"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "fail_other_service_table_logs" {
  name                       = "table-logs"
  target_resource_id         = "${azurerm_storage_account.fail_other_service.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "StorageRead"
  }

  enabled_log {
    category = "StorageWrite"
  }

  enabled_log {
    category = "StorageDelete"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_other_service" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.fail_other_service.id}/blobServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_storage_account" "fail_account_itself" {
  name                     = "stfailaccountitself"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "fail_account_itself_table_logs" {
  name                       = "table-logs"
  target_resource_id         = "${azurerm_storage_account.fail_account_itself.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = "StorageRead"
  }

  enabled_log {
    category = "StorageWrite"
  }

  enabled_log {
    category = "StorageDelete"
  }
}

# The account as such has metrics only.
resource "azurerm_monitor_diagnostic_setting" "fail_account_itself" {
  name                       = "logs"
  target_resource_id         = azurerm_storage_account.fail_account_itself.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_metric {
    category = "Transaction"
  }
}

resource "azurerm_storage_account" "unknown_category" {
  name                     = "stunknowncategory"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "unknown_category" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.unknown_category.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category = var.unknown
  }
}

resource "azurerm_storage_account" "unknown_dynamic" {
  name                     = "stunknowndynamic"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "unknown_dynamic" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.unknown_dynamic.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  dynamic "enabled_log" {
    for_each = var.unknown
    content {
      category = enabled_log.value
    }
  }
}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}

variable "unknown" {}
