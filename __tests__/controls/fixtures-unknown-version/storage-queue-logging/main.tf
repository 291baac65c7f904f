# Only 4.x has this block.
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

resource "azurerm_storage_account" "fail_none" {
  name                     = "stfailnone"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
