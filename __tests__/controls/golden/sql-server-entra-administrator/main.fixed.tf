resource "azurerm_mssql_server" "pass_group" {
  name                         = "sql-pass-group"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password

  azuread_administrator {
    login_username = "sql-admins"
    object_id      = "11111111-1111-1111-1111-111111111111"
  }
}

resource "azurerm_mssql_server" "pass_entra_only" {
  name                = "sql-pass-entra-only"
  resource_group_name = "rg-data"
  location            = "westeurope"
  version             = "12.0"

  azuread_administrator {
    login_username              = "sql-admins"
    object_id                   = azurerm_user_assigned_identity.dba.principal_id
    azuread_authentication_only = true
  }
}

resource "azurerm_mssql_server" "fail_none" {
  name                         = "sql-fail-none"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password

  azuread_administrator {
    login_username = "sql-administrators"
    object_id      = "22222222-2222-2222-2222-222222222222"
  }
}

resource "azurerm_mssql_server" "fail_empty" {
  name                         = "sql-fail-empty"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password

  azuread_administrator {
    login_username = "sql-admins"
    object_id      = "22222222-2222-2222-2222-222222222222"
  }
}

resource "azurerm_mssql_server" "unknown_object_id" {
  name                         = "sql-unknown-object-id"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password

  azuread_administrator {
    login_username = "sql-admins"
    object_id      = var.unknown
  }
}

resource "azurerm_mssql_server" "unknown_dynamic" {
  name                         = "sql-unknown-dynamic"
  resource_group_name          = "rg-data"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "dba"
  administrator_login_password = var.password

  dynamic "azuread_administrator" {
    for_each = var.administrators

    content {
      login_username = azuread_administrator.key
      object_id      = azuread_administrator.value
    }
  }
}

resource "azurerm_user_assigned_identity" "dba" {
  name                = "id-dba"
  resource_group_name = "rg-data"
  location            = "westeurope"
}

variable "unknown" {}

variable "administrators" {}

variable "password" {
  sensitive = true
}
