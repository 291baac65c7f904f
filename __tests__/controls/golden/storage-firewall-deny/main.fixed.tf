resource "azurerm_storage_account" "pass_inline" {
  name                     = "stpassinline"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    ip_rules       = ["203.0.113.0/24"]
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

  private_link_access {
    endpoint_resource_id = azurerm_storage_account.fail_named_by_rules_of_another.id
  }
}

resource "azurerm_storage_account" "pass_each" {
  for_each = toset(["logs", "media"])

  name                     = "steach${each.key}"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_network_rules" "pass_each" {
  for_each = toset(["logs", "media"])

  storage_account_id = azurerm_storage_account.pass_each[each.key].id
  default_action     = "Deny"
}

resource "azurerm_storage_account" "fail_none" {
  name                     = "stfailnone"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}

resource "azurerm_storage_account" "fail_inline_allow" {
  name                     = "stfailinlineallow"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny" # until the migration is done
    bypass         = ["AzureServices"]
  }
}

resource "azurerm_storage_account" "fail_separate_allow" {
  name                     = "stfailseparateallow"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_network_rules" "fail_separate_allow" {
  storage_account_id = azurerm_storage_account.fail_separate_allow.id
  default_action     = "Deny"
  bypass             = ["AzureServices"]
}

# The rules above let its traffic in; they are not its own.
resource "azurerm_storage_account" "fail_named_by_rules_of_another" {
  name                     = "stfailnamedbyrulesofanot"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}

resource "azurerm_storage_account" "unknown_inline" {
  name                     = "stunknowninline"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  network_rules {
    default_action = var.unknown
  }
}

resource "azurerm_storage_account" "unknown_separate" {
  name                     = "stunknownseparate"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account_network_rules" "unknown_separate" {
  storage_account_id = azurerm_storage_account.unknown_separate.id
  default_action     = var.unknown
}

resource "azurerm_storage_account" "unknown_dynamic" {
  name                     = "stunknowndynamic"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"

  dynamic "network_rules" {
    for_each = var.unknown
    content {
      default_action = "Deny"
    }
  }
}

variable "unknown" {}
