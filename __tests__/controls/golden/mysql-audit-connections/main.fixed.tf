resource "azurerm_mysql_flexible_server" "pass_connection" {
  name                   = "mysql-pass-connection"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_connection" {
  name                = "audit_log_events"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_connection.name
  value               = "CONNECTION"
}

resource "azurerm_mysql_flexible_server" "pass_among_others" {
  name                   = "mysql-pass-among-others"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_among_others" {
  name                = "audit_log_events"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_among_others.name
  value               = "DDL,CONNECTION,DCL"
}

resource "azurerm_mysql_flexible_server" "pass_v2" {
  name                   = "mysql-pass-v2"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_v2" {
  name                = "audit_log_events"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_v2.name
  value               = "CONNECTION_V2,ADMIN"
}

resource "azurerm_mysql_flexible_server" "pass_lower_case" {
  name                   = "mysql-pass-lower-case"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_lower_case" {
  name                = "audit_log_events"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.pass_lower_case.name
  value               = "ddl, connection"
}

resource "azurerm_mysql_flexible_server" "fail_others" {
  name                   = "mysql-fail-others"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_others" {
  name                = "audit_log_events"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_others.name
  value               = "DDL,DML,CONNECTION"
}

resource "azurerm_mysql_flexible_server" "fail_empty" {
  name                   = "mysql-fail-empty"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_empty" {
  name                = "audit_log_events"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_empty.name
  value               = "CONNECTION"
}

resource "azurerm_mysql_flexible_server" "pass_by_name" {
  name                   = "mysql-pass-by-name"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "pass_by_name" {
  name                = "audit_log_events"
  resource_group_name = "rg-data"
  server_name         = "mysql-pass-by-name"
  value               = "CONNECTION"
}

resource "azurerm_mysql_flexible_server" "fail_absent" {
  name                   = "mysql-fail-absent"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_absent_audit_log_events" {
  name                = "audit_log_events"
  server_name         = azurerm_mysql_flexible_server.fail_absent.name
  resource_group_name = azurerm_mysql_flexible_server.fail_absent.resource_group_name
  value               = "CONNECTION"
}

# Another parameter says nothing about this one.

resource "azurerm_mysql_flexible_server" "fail_other_parameter" {
  name                   = "mysql-fail-other-parameter"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "fail_other_parameter_audit_log_events" {
  name                = "audit_log_events"
  server_name         = azurerm_mysql_flexible_server.fail_other_parameter.name
  resource_group_name = azurerm_mysql_flexible_server.fail_other_parameter.resource_group_name
  value               = "CONNECTION"
}

resource "azurerm_mysql_flexible_server_configuration" "fail_other_parameter" {
  name                = "audit_log_enabled"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.fail_other_parameter.name
  value               = "10"
}

resource "azurerm_mysql_flexible_server" "unknown_variable" {
  name                   = "mysql-unknown-variable"
  resource_group_name    = "rg-data"
  location               = "westeurope"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "dba"
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server_configuration" "unknown_variable" {
  name                = "audit_log_events"
  resource_group_name = "rg-data"
  server_name         = azurerm_mysql_flexible_server.unknown_variable.name
  value               = var.unknown
}

variable "unknown" {}

variable "password" {
  sensitive = true
}
