resource "azurerm_mssql_server" "main" {
  name                          = "sql-shop"
  resource_group_name           = "rg-shop"
  location                      = "westeurope"
  version                       = "12.0"
  administrator_login           = "operator"
  administrator_login_password  = var.password
  minimum_tls_version           = "1.2"
  public_network_access_enabled = false
}

resource "azurerm_mssql_server_extended_auditing_policy" "main_auditing" {
  server_id              = azurerm_mssql_server.main.id
  enabled                = true
  log_monitoring_enabled = true
  retention_in_days      = 91
}

resource "azurerm_monitor_diagnostic_setting" "main_audit_logs" {
  name                       = "audit-logs"
  target_resource_id         = "${azurerm_mssql_server.main.id}/databases/master"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "SQLSecurityAuditEvents"
  }
}

resource "azurerm_postgresql_flexible_server" "main" {
  name                = "psql-shop"
  resource_group_name = "rg-shop"
  location            = "westeurope"
}

resource "azurerm_postgresql_flexible_server_configuration" "main_log_checkpoints" {
  name      = "log_checkpoints"
  server_id = azurerm_postgresql_flexible_server.main.id
  value     = "on"
}

resource "azurerm_postgresql_flexible_server_configuration" "main_log_connections" {
  name      = "log_connections"
  server_id = azurerm_postgresql_flexible_server.main.id
  value     = "on"
}

resource "azurerm_postgresql_flexible_server_configuration" "main_log_disconnections" {
  name      = "log_disconnections"
  server_id = azurerm_postgresql_flexible_server.main.id
  value     = "on"
}

resource "azurerm_postgresql_flexible_server_configuration" "main_log_retention" {
  name      = "logfiles.retention_days"
  server_id = azurerm_postgresql_flexible_server.main.id
  value     = "7"
}

resource "azurerm_monitor_diagnostic_setting" "main_logs" {
  name                       = "logs"
  target_resource_id         = azurerm_postgresql_flexible_server.main.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "throttling" {
  name      = "connection_throttle.enable"
  server_id = azurerm_postgresql_flexible_server.main.id
  value     = "on"
}

resource "azurerm_mysql_flexible_server" "main" {
  name                = "mysql-shop"
  resource_group_name = "rg-shop"
  location            = "westeurope"
}

resource "azurerm_mysql_flexible_server_configuration" "main_audit_log_events" {
  name                = "audit_log_events"
  server_name         = azurerm_mysql_flexible_server.main.name
  resource_group_name = azurerm_mysql_flexible_server.main.resource_group_name
  value               = "CONNECTION"
}

resource "azurerm_mysql_flexible_server_configuration" "main_audit_log" {
  name                = "audit_log_enabled"
  server_name         = azurerm_mysql_flexible_server.main.name
  resource_group_name = azurerm_mysql_flexible_server.main.resource_group_name
  value               = "ON"
}

resource "azurerm_monitor_diagnostic_setting" "main_audit_logs_2" {
  name                       = "audit-logs"
  target_resource_id         = azurerm_mysql_flexible_server.main.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "MySqlAuditLogs"
  }
}

resource "azurerm_monitor_diagnostic_setting" "main_logs_2" {
  name                       = "logs"
  target_resource_id         = azurerm_mysql_flexible_server.main.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "transport" {
  name                = "require_secure_transport"
  resource_group_name = "rg-shop"
  server_name         = azurerm_mysql_flexible_server.main.name
  value               = "ON"
}

resource "azurerm_cosmosdb_account" "main" {
  name                               = "cosmos-shop"
  resource_group_name                = "rg-shop"
  location                           = "westeurope"
  offer_type                         = "Standard"
  enable_automatic_failover          = true
  is_virtual_network_filter_enabled  = true
  ip_range_filter                    = "203.0.113.7"
  access_key_metadata_writes_enabled = false
  local_authentication_disabled      = true
  public_network_access_enabled      = false

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_monitor_diagnostic_setting" "main_logs_3" {
  name                       = "logs"
  target_resource_id         = azurerm_cosmosdb_account.main.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category_group = "allLogs"
  }
}

variable "password" {
  type      = string
  sensitive = true
}
