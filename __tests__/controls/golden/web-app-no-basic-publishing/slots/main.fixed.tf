resource "azurerm_linux_web_app_slot" "pass_off" {
  name                                           = "pass-off"
  app_service_id                                 = var.app_id
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_windows_web_app_slot" "fail_absent" {
  name                                           = "fail-absent"
  app_service_id                                 = var.app_id
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_linux_function_app_slot" "fail_half" {
  name                                           = "fail-half"
  function_app_id                                = var.app_id
  storage_account_name                           = "stfunctions"
  storage_uses_managed_identity                  = true
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_windows_function_app_slot" "unknown_variable" {
  name                                           = "unknown-variable"
  function_app_id                                = var.app_id
  storage_account_name                           = "stfunctions"
  storage_uses_managed_identity                  = true
  ftp_publish_basic_authentication_enabled       = var.unknown
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

variable "app_id" {
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/sites/app-shop"
}

variable "unknown" {}
