resource "azurerm_security_center_contact" "pass_number" {
  name                = "pass-number"
  email               = "security@example.com"
  alert_notifications = true
  alerts_to_admins    = true
  phone               = "+31 20 555 0100"
}

resource "azurerm_security_center_contact" "fail_absent" {
  name                = "fail-absent"
  email               = "security@example.com"
  alert_notifications = true
  alerts_to_admins    = true
  phone               = "+31 20 555 0100"
}

resource "azurerm_security_center_contact" "fail_empty" {
  name                = "fail-empty"
  email               = "security@example.com"
  alert_notifications = true
  alerts_to_admins    = true
  phone               = "+31 20 555 0100"
}

resource "azurerm_security_center_contact" "unknown_variable" {
  name                = "unknown-variable"
  email               = "security@example.com"
  alert_notifications = true
  alerts_to_admins    = true
  phone               = var.unknown
}

variable "unknown" {}
