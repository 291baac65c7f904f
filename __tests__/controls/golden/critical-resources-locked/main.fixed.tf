resource "azurerm_storage_account" "pass_no_delete" {
  name                     = "stpassnodelete"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { criticality = "mission-critical" }
}

resource "azurerm_management_lock" "no-delete" {
  name       = "no-delete"
  scope      = azurerm_storage_account.pass_no_delete.id
  lock_level = "CanNotDelete"
}

resource "azurerm_storage_account" "pass_read_only" {
  name                     = "stpassreadonly"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { BusinessCriticality = "High" }
}

resource "azurerm_management_lock" "read-only" {
  name       = "read-only"
  scope      = azurerm_storage_account.pass_read_only.id
  lock_level = "ReadOnly"
}

resource "azurerm_storage_account" "fail_scale" {
  name                     = "stfailscale"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { criticality = "mission-critical" }
}

resource "azurerm_management_lock" "fail_scale_lock" {
  name       = "${azurerm_storage_account.fail_scale.name}-lock"
  scope      = azurerm_storage_account.fail_scale.id
  lock_level = "CanNotDelete"
  notes      = "Mission-critical: ask its owner first"
}

resource "azurerm_storage_account" "fail_flag" {
  name                     = "stfailflag"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { "mission-critical" = "true", owner = var.unknown }
}

resource "azurerm_management_lock" "fail_flag_lock" {
  name       = "${azurerm_storage_account.fail_flag.name}-lock"
  scope      = azurerm_storage_account.fail_flag.id
  lock_level = "CanNotDelete"
  notes      = "Mission-critical: ask its owner first"
}

resource "azurerm_mssql_server" "fail_server" {
  name                = "sql-shop"
  resource_group_name = "rg-data"
  location            = "westeurope"
  version             = "12.0"
  tags                = { business_criticality = "Business unit-critical" }

  azuread_administrator {
    login_username              = "sql-admins"
    object_id                   = "22222222-2222-2222-2222-222222222222"
    azuread_authentication_only = true
  }
}

resource "azurerm_management_lock" "fail_server_lock" {
  name       = "${azurerm_mssql_server.fail_server.name}-lock"
  scope      = azurerm_mssql_server.fail_server.id
  lock_level = "CanNotDelete"
  notes      = "Mission-critical: ask its owner first"
}

resource "azurerm_storage_account" "fail_each" {
  for_each = toset(["orders", "invoices"])

  name                     = "st${each.key}"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { criticality = "mission-critical" }
}

resource "azurerm_management_lock" "fail_each_lock" {
  for_each = azurerm_storage_account.fail_each

  name       = "${each.value.name}-lock"
  scope      = each.value.id
  lock_level = "CanNotDelete"
  notes      = "Mission-critical: ask its owner first"
}

resource "azurerm_storage_account" "unknown_level" {
  name                     = "stunknownlevel"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { criticality = "mission-critical" }
}

resource "azurerm_management_lock" "unknown" {
  name       = "unknown"
  scope      = azurerm_storage_account.unknown_level.id
  lock_level = var.unknown
}

resource "azurerm_storage_account" "unknown_value" {
  name                     = "stunknownvalue"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { criticality = var.unknown }
}

resource "azurerm_storage_account" "unknown_tags" {
  name                     = "stunknowntags"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = var.unknown
}

resource "azurerm_storage_account" "na_untagged" {
  name                     = "stnauntagged"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_account" "na_low" {
  name                     = "stnalow"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { criticality = "low" }
}

resource "azurerm_storage_account" "na_other_tag" {
  name                     = "stnaothertag"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { tier = "high", owner = var.unknown }
}

resource "azurerm_storage_account" "na_flag_off" {
  name                     = "stnaflagoff"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { mission_critical = "false" }
}

resource "azurerm_storage_account" "na_locked_group" {
  name                     = "stnalockedgroup"
  resource_group_name      = azurerm_resource_group.na_group.name
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { criticality = "mission-critical" }
}

resource "azurerm_management_lock" "group" {
  name       = "group"
  scope      = azurerm_resource_group.na_group.id
  lock_level = "CanNotDelete"
}

resource "azurerm_storage_account" "na_locked_group_by_name" {
  name                     = "stnalockedgroupbyname"
  resource_group_name      = "rg-named"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  tags                     = { criticality = "mission-critical" }
}

resource "azurerm_management_lock" "named" {
  name       = "named"
  scope      = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-named"
  lock_level = "CanNotDelete"
}

resource "azurerm_resource_group" "na_group" {
  name     = "rg-locked"
  location = "westeurope"
}

variable "unknown" {}
