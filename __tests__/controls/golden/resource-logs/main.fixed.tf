resource "azurerm_network_security_group" "pass_category" {
  name                = "nsg-pass-category"
  resource_group_name = "rg-network"
  location            = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "category" {
  name                       = "category"
  target_resource_id         = azurerm_network_security_group.pass_category.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "NetworkSecurityGroupEvent"
  }
}

resource "azurerm_redis_cache" "pass_group" {
  name                = "redis-pass-group"
  resource_group_name = "rg-data"
  location            = "westeurope"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}

resource "azurerm_monitor_diagnostic_setting" "group" {
  name                       = "group"
  target_resource_id         = azurerm_redis_cache.pass_group.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_mssql_database" "pass_database" {
  name      = "pass-database"
  server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-shop"
}

resource "azurerm_monitor_diagnostic_setting" "database" {
  name                       = "database"
  target_resource_id         = azurerm_mssql_database.pass_database.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "SQLSecurityAuditEvents"
  }
}

resource "azurerm_network_security_group" "fail_none" {
  name                = "nsg-fail-none"
  resource_group_name = "rg-network"
  location            = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "fail_none_logs" {
  name                       = "logs"
  target_resource_id         = azurerm_network_security_group.fail_none.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_public_ip" "fail_none" {
  name                = "pip-fail-none"
  resource_group_name = "rg-network"
  location            = "westeurope"
  allocation_method   = "Static"
}

resource "azurerm_monitor_diagnostic_setting" "fail_none_logs_2" {
  name                       = "logs"
  target_resource_id         = azurerm_public_ip.fail_none.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_bastion_host" "fail_bastion" {
  name                = "bas-fail-bastion"
  resource_group_name = "rg-network"
  location            = "westeurope"

  ip_configuration {
    name                 = "public"
    subnet_id            = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/AzureBastionSubnet"
    public_ip_address_id = azurerm_public_ip.fail_none.id
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_bastion_logs" {
  name                       = "logs"
  target_resource_id         = azurerm_bastion_host.fail_bastion.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_redis_cache" "fail_metrics_only" {
  name                = "redis-fail-metrics-only"
  resource_group_name = "rg-data"
  location            = "westeurope"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}

resource "azurerm_monitor_diagnostic_setting" "metrics_only" {
  name                       = "metrics-only"
  target_resource_id         = azurerm_redis_cache.fail_metrics_only.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_metric {
    category = "AllMetrics"
  }

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_mssql_database" "fail_database" {
  name      = "fail-database"
  server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-shop"
}

resource "azurerm_monitor_diagnostic_setting" "fail_database_logs" {
  name                       = "logs"
  target_resource_id         = azurerm_mssql_database.fail_database.id
  log_analytics_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_network_security_group" "unknown_category" {
  name                = "nsg-unknown-category"
  resource_group_name = "rg-network"
  location            = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "unknown_category" {
  name                       = "unknown-category"
  target_resource_id         = azurerm_network_security_group.unknown_category.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  dynamic "enabled_log" {
    for_each = var.unknown
    content {
      category = enabled_log.value
    }
  }
}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}

variable "unknown" {}
