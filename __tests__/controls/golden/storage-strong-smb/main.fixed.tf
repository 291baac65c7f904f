resource "azurerm_storage_account" "pass_strong" {
  name                     = "stpassstrong"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  share_properties {
    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

resource "azurerm_storage_account" "pass_premium" {
  name                     = "stpasspremium"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Premium"
  account_replication_type = "LRS"
  account_kind             = "FileStorage"

  share_properties {
    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

resource "azurerm_storage_account" "fail_absent" {
  name                     = "stfailabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  share_properties {
    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

resource "azurerm_storage_account" "fail_versions_absent" {
  name                     = "stfailversionsabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  share_properties {
    smb {
      channel_encryption_type = ["AES-256-GCM"]
      versions                = ["SMB3.1.1"]
    }
  }
}

resource "azurerm_storage_account" "fail_encryption_absent" {
  name                     = "stfailencryptionabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  share_properties {
    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

resource "azurerm_storage_account" "fail_old_version_too" {
  name                     = "stfailoldversiontoo"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  share_properties {
    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

resource "azurerm_storage_account" "fail_weak_cipher_too" {
  name                     = "stfailweakciphertoo"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  share_properties {
    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

resource "azurerm_storage_account" "fail_retention_only" {
  name                     = "stfailretentiononly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  share_properties {
    retention_policy {
      days = 7
    }

    smb {
      versions                = ["SMB3.1.1"]
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}

# No file service.
resource "azurerm_storage_account" "na_blobs" {
  name                     = "stnablobs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  account_kind             = "BlobStorage"
}

variable "smb_versions" {
  type = set(string)
}

resource "azurerm_storage_account" "unknown_versions" {
  name                     = "stunknownversions"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  share_properties {
    smb {
      versions                = var.smb_versions
      channel_encryption_type = ["AES-256-GCM"]
    }
  }
}
