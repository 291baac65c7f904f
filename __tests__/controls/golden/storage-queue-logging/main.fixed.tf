resource "azurerm_storage_account" "pass_categories" {
  name                     = "stpasscategories"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "pass_categories" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.pass_categories.id}/queueServices/default"
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
  target_resource_id         = "${azurerm_storage_account.pass_all_logs.id}/queueServices/default"
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
  target_resource_id         = "${azurerm_storage_account.pass_audit.id}/queueServices/default"
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
  target_resource_id         = "${azurerm_storage_account.pass_dynamic.id}/queueServices/default"
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

resource "azurerm_monitor_diagnostic_setting" "fail_none_queue_logs" {
  name                       = "queue-logs"
  target_resource_id         = "${azurerm_storage_account.fail_none.id}/queueServices/default"
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
  target_resource_id         = "${azurerm_storage_account.fail_metrics_only.id}/queueServices/default"
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

resource "azurerm_monitor_diagnostic_setting" "fail_other_service_queue_logs" {
  name                       = "queue-logs"
  target_resource_id         = "${azurerm_storage_account.fail_other_service.id}/queueServices/default"
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
  target_resource_id         = "${azurerm_storage_account.fail_other_service.id}/tableServices/default"
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

resource "azurerm_monitor_diagnostic_setting" "fail_account_itself_queue_logs" {
  name                       = "queue-logs"
  target_resource_id         = "${azurerm_storage_account.fail_account_itself.id}/queueServices/default"
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
  target_resource_id         = "${azurerm_storage_account.unknown_category.id}/queueServices/default"
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
  target_resource_id         = "${azurerm_storage_account.unknown_dynamic.id}/queueServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  dynamic "enabled_log" {
    for_each = var.unknown
    content {
      category = enabled_log.value
    }
  }
}

# Classic analytics logging, deprecated in 4.x.
resource "azurerm_storage_account" "pass_classic_inline" {
  name                     = "stpassclassicinline"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  queue_properties {
    logging {
      version               = "1.0"
      read                  = true
      write                 = true
      delete                = true
      retention_policy_days = 90
    }
  }
}

resource "azurerm_storage_account" "pass_classic_separate" {
  name                     = "stpassclassicseparate"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_queue_properties" "pass_classic_separate" {
  storage_account_id = azurerm_storage_account.pass_classic_separate.id

  logging {
    version = "1.0"
    read    = true
    write   = true
    delete  = true
  }
}

resource "azurerm_storage_account" "fail_classic_inline" {
  name                     = "stfailclassicinline"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  queue_properties {
    logging {
      version               = "1.0"
      read                  = true
      write                 = true
      delete                = true
      retention_policy_days = 90
    }
  }
}

resource "azurerm_storage_account" "fail_classic_separate" {
  name                     = "stfailclassicseparate"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_queue_properties" "fail_classic_separate" {
  storage_account_id = azurerm_storage_account.fail_classic_separate.id

  logging {
    version = "1.0"
    read    = true
    write   = true
    delete  = true
  }
}

resource "azurerm_storage_account" "unknown_classic_inline" {
  name                     = "stunknownclassicinline"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  queue_properties {
    logging {
      version               = "1.0"
      read                  = true
      write                 = true
      delete                = var.unknown
      retention_policy_days = 90
    }
  }
}

variable "unknown" {}
