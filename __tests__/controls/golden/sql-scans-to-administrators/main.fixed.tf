resource "azurerm_mssql_server_vulnerability_assessment" "pass_true" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-pass-true/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    enabled                   = true
    email_subscription_admins = true
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" "fail_none" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fail-none/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    email_subscription_admins = true
    enabled                   = true
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" "fail_false" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fail-false/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    enabled                   = true
    email_subscription_admins = true
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" "fail_absent" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fail-absent/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    enabled                   = true
    email_subscription_admins = true
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" "unknown_variable" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-unknown-variable/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    email_subscription_admins = var.unknown
  }
}

variable "unknown" {}
