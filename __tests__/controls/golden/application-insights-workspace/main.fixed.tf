resource "azurerm_application_insights" "pass_workspace" {
  name                = "appi-pass-workspace"
  resource_group_name = "rg-web"
  location            = "westeurope"
  application_type    = "web"
  workspace_id        = azurerm_log_analytics_workspace.central.id
}

resource "azurerm_application_insights" "pass_literal" {
  name                = "appi-pass-literal"
  resource_group_name = "rg-web"
  location            = "westeurope"
  application_type    = "web"
  workspace_id        = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"
}

resource "azurerm_application_insights" "fail_none" {
  name                = "appi-fail-none"
  resource_group_name = "rg-web"
  location            = "westeurope"
  application_type    = "web"
  workspace_id        = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"
}

resource "azurerm_application_insights" "fail_null" {
  name                = "appi-fail-null"
  resource_group_name = "rg-web"
  location            = "westeurope"
  application_type    = "web"
  workspace_id        = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central"
}

resource "azurerm_application_insights" "unknown_variable" {
  name                = "appi-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  application_type    = "web"
  workspace_id        = var.unknown
}

resource "azurerm_log_analytics_workspace" "central" {
  name                = "log-central"
  resource_group_name = "rg-logs"
  location            = "westeurope"
}

variable "unknown" {}
