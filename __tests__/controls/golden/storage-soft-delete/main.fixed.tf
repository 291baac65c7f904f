resource "azurerm_storage_account" "pass_seven_days" {
  name                     = "stpasssevendays"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    delete_retention_policy {
      days = 7
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "pass_month" {
  name                     = "stpassmonth"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    versioning_enabled = true

    delete_retention_policy {
      days = 30
    }

    container_delete_retention_policy {
      days = 14
    }
  }
}

# The provider keeps for seven days by default.
resource "azurerm_storage_account" "pass_default_days" {
  name                     = "stpassdefaultdays"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    delete_retention_policy {
    }

    container_delete_retention_policy {
    }
  }
}

resource "azurerm_storage_account" "pass_text" {
  name                     = "stpasstext"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    delete_retention_policy {
      days = "14"
    }

    container_delete_retention_policy {
      days = "7"
    }
  }
}

resource "azurerm_storage_account" "pass_dynamic" {
  name                     = "stpassdynamic"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    dynamic "delete_retention_policy" {
      for_each = [14]
      content {
        days = delete_retention_policy.value
      }
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "fail_absent" {
  name                     = "stfailabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    delete_retention_policy {
      days = 7
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "fail_versioning_only" {
  name                     = "stfailversioningonly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    versioning_enabled = true

    container_delete_retention_policy {
      days = 7
    }

    delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "fail_blobs_only" {
  name                     = "stfailblobsonly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    delete_retention_policy {
      days = 14
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "fail_containers_only" {
  name                     = "stfailcontainersonly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    container_delete_retention_policy {
      days = 7
    }

    delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "fail_six_days" {
  name                     = "stfailsixdays"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    versioning_enabled = true

    delete_retention_policy {
      days = 7
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "fail_containers_six_days" {
  name                     = "stfailcontainerssixdays"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    delete_retention_policy {
      days = 7
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "fail_both_short" {
  name                     = "stfailbothshort"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    delete_retention_policy {
      days = 7
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "fail_premium_blobs" {
  name                     = "stfailpremiumblobs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Premium"
  account_replication_type = "LRS"
  account_kind             = "BlockBlobStorage"

  blob_properties {
    delete_retention_policy {
      days = 7
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}

resource "azurerm_storage_account" "unknown_days" {
  name                     = "stunknowndays"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    delete_retention_policy {
      days = var.unknown
    }

    container_delete_retention_policy {
      days = 7
    }
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

resource "azurerm_storage_account" "unknown_dynamic" {
  name                     = "stunknowndynamic"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  dynamic "blob_properties" {
    for_each = var.unknown
    content {
      versioning_enabled = blob_properties.value
    }
  }
}

# No blobs, so nothing to recover.
resource "azurerm_storage_account" "na_files" {
  name                     = "stnafiles"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Premium"
  account_replication_type = "LRS"
  account_kind             = "FileStorage"
}

variable "unknown" {}
