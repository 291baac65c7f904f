resource "azurerm_linux_web_app_slot" "pass_true" {
  name           = "pass-true"
  app_service_id = var.app_id

  site_config {}

  logs {
    failed_request_tracing = true
  }
}

resource "azurerm_windows_web_app_slot" "fail_absent" {
  name           = "fail-absent"
  app_service_id = var.app_id

  site_config {}

  logs {
    failed_request_tracing = true
  }
}

resource "azurerm_linux_web_app_slot" "unknown_variable" {
  name           = "unknown-variable"
  app_service_id = var.app_id

  site_config {}

  logs {
    failed_request_tracing = var.unknown
  }
}

variable "app_id" {
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/sites/app-shop"
}

variable "unknown" {}
