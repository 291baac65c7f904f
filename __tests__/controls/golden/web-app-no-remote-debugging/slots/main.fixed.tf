resource "azurerm_linux_web_app_slot" "pass_absent" {
  name           = "pass-absent"
  app_service_id = var.app_id

  site_config {}
}

resource "azurerm_windows_web_app_slot" "fail_true" {
  name           = "fail-true"
  app_service_id = var.app_id

  site_config {
    remote_debugging_enabled = false
  }
}

resource "azurerm_linux_function_app_slot" "fail_function" {
  name                          = "fail-function"
  function_app_id               = var.app_id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true

  site_config {
    remote_debugging_enabled = false
  }
}

resource "azurerm_windows_function_app_slot" "unknown_variable" {
  name                          = "unknown-variable"
  function_app_id               = var.app_id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true

  site_config {
    remote_debugging_enabled = var.unknown
  }
}

variable "app_id" {
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/sites/app-shop"
}

variable "unknown" {}
