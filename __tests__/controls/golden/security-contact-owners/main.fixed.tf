resource "azurerm_security_center_contact" "pass_on" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = true
  alerts_to_admins    = true
}

resource "azurerm_security_center_contact" "pass_text" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = true
  alerts_to_admins    = "true"
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

  alert_notifications = true
  alerts_to_admins    = var.mails
}

resource "azurerm_security_center_contact" "unknown_variable" {
  name  = "default1"
  email = "security@example.com"

  alert_notifications = true
  alerts_to_admins    = var.unknown
}

variable "unknown" {}

variable "mails" {
  default = true
}
