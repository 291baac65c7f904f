resource "azurerm_storage_account" "pass_one_hour" {
  name                     = "stpassonehour"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  sas_policy {
    expiration_period = "00.01:00:00"
  }
}

resource "azurerm_storage_account" "pass_half_hour_blocked" {
  name                     = "stpasshalfhourblocked"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  sas_policy {
    expiration_period = "00.00:30:00"
    expiration_action = "Block"
  }
}

resource "azurerm_storage_account" "fail_absent" {
  name                     = "stfailabsent"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  sas_policy {
    expiration_period = "00.01:00:00"
  }
}

resource "azurerm_storage_account" "fail_one_day" {
  name                     = "stfailoneday"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  sas_policy {
    expiration_period = "00.01:00:00"
    expiration_action = "Log"
  }
}

resource "azurerm_storage_account" "fail_one_second_more" {
  name                     = "stfailonesecondmore"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  sas_policy {
    expiration_period = "00.01:00:00"
  }
}

resource "azurerm_storage_account" "unknown_variable" {
  name                     = "stunknownvariable"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  sas_policy {
    expiration_period = var.unknown
  }
}

resource "azurerm_storage_account" "unknown_dynamic" {
  name                     = "stunknowndynamic"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  dynamic "sas_policy" {
    for_each = var.unknown
    content {
      expiration_period = sas_policy.value
    }
  }
}

variable "unknown" {}
