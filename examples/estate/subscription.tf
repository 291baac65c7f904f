# Settings that a subscription has once.
resource "azurerm_security_center_subscription_pricing" "storage" {
  tier          = "Free"
  resource_type = "StorageAccounts"
}

resource "azurerm_security_center_contact" "shop" {
  name                = "default1"
  email               = "security@example.com"
  alert_notifications = false
  alerts_to_admins    = false
}

resource "azurerm_monitor_activity_log_alert" "policy" {
  name                = "policy-assignments"
  resource_group_name = azurerm_resource_group.shop.name
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000000"]
  enabled             = false

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Authorization/policyAssignments/write"
  }
}
