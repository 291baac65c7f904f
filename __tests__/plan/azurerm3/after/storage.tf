# Names of azurerm 3.x, in the ways code says them.
variable "secure_transfer" {
  type    = bool
  default = true
}

locals {
  accounts = {
    logs   = { https = true, public = false }
    images = { https = true, public = false }
  }
}

resource "azurerm_storage_account" "shared" {
  name                             = "stshared"
  resource_group_name              = "rg-shop"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  min_tls_version                  = "TLS1_2"
  enable_https_traffic_only        = var.secure_transfer
  public_network_access_enabled    = false
  local_user_enabled               = false
  allow_nested_items_to_be_public  = false
  cross_tenant_replication_enabled = false

  blob_properties {
    delete_retention_policy {
      days = 7
    }

    container_delete_retention_policy {
      days = 7
    }
  }

  sas_policy {
    expiration_period = "00.01:00:00"
  }

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }

  share_properties {
    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

resource "azurerm_monitor_diagnostic_setting" "shared_blob_logs" {
  name                       = "blob-logs"
  target_resource_id         = "${azurerm_storage_account.shared.id}/blobServices/default"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

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

resource "azurerm_monitor_diagnostic_setting" "shared_queue_logs" {
  name                       = "queue-logs"
  target_resource_id         = "${azurerm_storage_account.shared.id}/queueServices/default"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

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

resource "azurerm_monitor_diagnostic_setting" "shared_table_logs" {
  name                       = "table-logs"
  target_resource_id         = "${azurerm_storage_account.shared.id}/tableServices/default"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

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

resource "azurerm_storage_account" "each" {
  for_each = local.accounts

  name                             = "st${each.key}"
  resource_group_name              = "rg-shop"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  enable_https_traffic_only        = each.value.https
  allow_nested_items_to_be_public  = each.value.public
  local_user_enabled               = false
  cross_tenant_replication_enabled = false
  public_network_access_enabled    = false

  blob_properties {
    delete_retention_policy {
      days = 7
    }

    container_delete_retention_policy {
      days = 7
    }
  }

  sas_policy {
    expiration_period = "00.01:00:00"
  }

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }

  share_properties {
    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

resource "azurerm_monitor_diagnostic_setting" "each_blob_logs" {
  for_each = azurerm_storage_account.each

  name                       = "blob-logs"
  target_resource_id         = "${each.value.id}/blobServices/default"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

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

resource "azurerm_monitor_diagnostic_setting" "each_queue_logs" {
  for_each = azurerm_storage_account.each

  name                       = "queue-logs"
  target_resource_id         = "${each.value.id}/queueServices/default"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

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

resource "azurerm_monitor_diagnostic_setting" "each_table_logs" {
  for_each = azurerm_storage_account.each

  name                       = "table-logs"
  target_resource_id         = "${each.value.id}/tableServices/default"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

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

module "account" {
  source = "./modules/account"

  name  = "stmodule"
  https = true
}
