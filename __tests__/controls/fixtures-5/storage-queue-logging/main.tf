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

resource "azurerm_storage_account" "fail_none" {
  name                     = "stfailnone"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "fail_other_service" {
  name                     = "stfailotherservice"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "fail_other_service" {
  name                       = "logs"
  target_resource_id         = "${azurerm_storage_account.fail_other_service.id}/tableServices/default"
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
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

variable "unknown" {}
