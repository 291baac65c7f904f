resource "azurerm_storage_account" "pass_inline" {
  name                     = "stpassinline"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}

resource "azurerm_storage_account" "pass_among_others" {
  name                     = "stpassamongothers"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    bypass         = ["Metrics", "Logging", "AzureServices"]
  }
}

resource "azurerm_storage_account" "pass_separate" {
  name                     = "stpassseparate"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_network_rules" "pass_separate" {
  storage_account_id = azurerm_storage_account.pass_separate.id
  default_action     = "Deny"
  bypass             = ["AzureServices", "Metrics"]
}

resource "azurerm_storage_account" "pass_no_list" {
  name                     = "stpassnolist"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
  }
}

# Nothing to pass.
resource "azurerm_storage_account" "pass_no_rules" {
  name                     = "stpassnorules"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "fail_none_admitted" {
  name                     = "stfailnoneadmitted"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}

resource "azurerm_storage_account" "fail_others_only" {
  name                     = "stfailothersonly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    bypass         = ["Logging", "Metrics", "AzureServices"]
  }
}

resource "azurerm_storage_account" "unknown_list" {
  name                     = "stunknownlist"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    bypass         = var.unknown
  }
}

resource "azurerm_storage_account" "unknown_element" {
  name                     = "stunknownelement"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    bypass         = ["Logging", var.unknown]
  }
}

variable "unknown" {}
