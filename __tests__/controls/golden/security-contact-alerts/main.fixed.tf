resource "azurerm_security_center_contact" "pass_on" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = true
  alerts_to_admins    = true
}

resource "azurerm_security_center_contact" "pass_text" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = "true"
  alerts_to_admins    = true
}

resource "azurerm_security_center_contact" "fail_off" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = true
  alerts_to_admins    = true
}

resource "azurerm_security_center_contact" "fail_from_variable" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = var.mails
  alerts_to_admins    = true
}

resource "azurerm_security_center_contact" "unknown_variable" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = var.unknown
  alerts_to_admins    = true
}

variable "unknown" {}

variable "mails" {
  default = true
}
