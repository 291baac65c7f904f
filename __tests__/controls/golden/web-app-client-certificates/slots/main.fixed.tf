resource "azurerm_linux_web_app_slot" "pass_slot" {
  name                       = "pass-slot"
  app_service_id             = var.app_id
  client_certificate_enabled = true

  site_config {}
}

resource "azurerm_windows_web_app_slot" "fail_slot" {
  name                       = "fail-slot"
  app_service_id             = var.app_id
  client_certificate_enabled = true
  client_certificate_mode    = "Optional"

  site_config {}
}

resource "azurerm_linux_function_app_slot" "fail_function_slot" {
  name                          = "fail-function-slot"
  function_app_id               = var.app_id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true
  client_certificate_enabled    = true
  client_certificate_mode       = "Optional"

  site_config {}
}

resource "azurerm_windows_function_app_slot" "unknown_function_slot" {
  name                          = "unknown-function-slot"
  function_app_id               = var.app_id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true
  client_certificate_enabled    = var.unknown

  site_config {}
}

variable "app_id" {}

variable "unknown" {}
