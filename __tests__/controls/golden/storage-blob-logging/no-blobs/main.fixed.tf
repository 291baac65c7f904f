resource "azurerm_storage_account" "na_files" {
  name                     = "stnafiles"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Premium"
  account_replication_type = "LRS"
  account_kind             = "FileStorage"
}

resource "azurerm_storage_account" "fail_premium_blobs" {
  name                     = "stfailpremiumblobs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Premium"
  account_replication_type = "LRS"
  account_kind             = "BlockBlobStorage"
}

resource "azurerm_monitor_diagnostic_setting" "fail_premium_blobs_blob_logs" {
  name                       = "blob-logs"
  target_resource_id         = "${azurerm_storage_account.fail_premium_blobs.id}/blobServices/default"
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

resource "azurerm_storage_account" "unknown_kind" {
  name                     = "stunknownkind"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  account_kind             = var.unknown
}

variable "unknown" {}
