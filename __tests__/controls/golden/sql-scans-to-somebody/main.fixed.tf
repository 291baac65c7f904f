resource "azurerm_mssql_server_vulnerability_assessment" "pass_address" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-pass-address/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    enabled = true
    emails  = ["dba@example.com"]
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" "fail_none" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fail-none/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    emails  = ["dba@example.com"]
    enabled = true
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" "fail_admins_only" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fail-admins-only/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    enabled                   = true
    email_subscription_admins = true
    emails                    = ["dba@example.com"]
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" "fail_empty" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-fail-empty/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    enabled = true
    emails  = ["dba@example.com"]
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" "unknown_variable" {
  server_security_alert_policy_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-unknown-variable/securityAlertPolicies/Default"
  storage_container_path          = "https://stscans.blob.core.windows.net/scans/"

  recurring_scans {
    enabled = true
    emails  = var.unknown
  }
}

variable "unknown" {}
