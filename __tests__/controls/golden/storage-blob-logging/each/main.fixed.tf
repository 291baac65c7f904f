resource "azurerm_storage_account" "fail_each" {
  for_each = toset(["logs", "media"])

  name                     = "steach${each.key}"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_monitor_diagnostic_setting" "fail_each_blob_logs" {
  for_each = azurerm_storage_account.fail_each

  name                       = "blob-logs"
  target_resource_id         = "${each.value.id}/blobServices/default"
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
