resource "azurerm_key_vault" "pass_log" {
  name                = "kv-pass-log"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "log" {
  name                       = "log"
  target_resource_id         = azurerm_key_vault.pass_log.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  log {
    category = "AuditEvent"

    retention_policy {
      enabled = false
    }
  }
}

resource "azurerm_key_vault" "fail_other_log" {
  name                = "kv-fail-other-log"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "other_log" {
  name                       = "other-log"
  target_resource_id         = azurerm_key_vault.fail_other_log.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  log {
    category = "AzurePolicyEvaluationDetails"
  }
}

# An index or a second block beside one that is switched off would be a guess.
resource "azurerm_key_vault" "fail_switched_off" {
  name                = "kv-fail-switched-off"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "switched_off" {
  name                       = "switched-off"
  target_resource_id         = azurerm_key_vault.fail_switched_off.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  log {
    category = "AuditEvent"
    enabled  = false
  }
}

resource "azurerm_key_vault" "fail_absent" {
  name                = "kv-fail-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_key_vault" "unknown_whether_on" {
  name                = "kv-unknown-whether-on"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}

resource "azurerm_monitor_diagnostic_setting" "whether_on" {
  name                       = "whether-on"
  target_resource_id         = azurerm_key_vault.unknown_whether_on.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  log {
    category = "AuditEvent"
    enabled  = var.unknown
  }
}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}

variable "unknown" {}
