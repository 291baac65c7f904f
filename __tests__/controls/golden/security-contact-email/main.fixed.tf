resource "azurerm_security_center_contact" "pass_address" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = true
  alerts_to_admins    = true
}

resource "azurerm_security_center_contact" "fail_empty" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = true
  alerts_to_admins    = true
}

resource "azurerm_security_center_contact" "unknown_variable" {
  name  = "default1"
  email = var.unknown

  alert_notifications = true
  alerts_to_admins    = true
}

variable "unknown" {}
