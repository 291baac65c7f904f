resource "azurerm_linux_web_app" "pass_off" {
  name                                           = "app-pass-off"
  resource_group_name                            = "rg-web"
  location                                       = "westeurope"
  service_plan_id                                = azurerm_service_plan.main.id
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_linux_function_app" "pass_function" {
  name                                           = "app-pass-function"
  resource_group_name                            = "rg-web"
  location                                       = "westeurope"
  service_plan_id                                = azurerm_service_plan.main.id
  storage_account_name                           = "stfunctions"
  storage_uses_managed_identity                  = true
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_linux_web_app" "fail_absent" {
  name                                           = "app-fail-absent"
  resource_group_name                            = "rg-web"
  location                                       = "westeurope"
  service_plan_id                                = azurerm_service_plan.main.id
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_windows_web_app" "fail_web_deploy" {
  name                                           = "app-fail-web-deploy"
  resource_group_name                            = "rg-web"
  location                                       = "westeurope"
  service_plan_id                                = azurerm_service_plan.main.id
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_linux_web_app" "fail_ftp" {
  name                                           = "app-fail-ftp"
  resource_group_name                            = "rg-web"
  location                                       = "westeurope"
  service_plan_id                                = azurerm_service_plan.main.id
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_windows_function_app" "fail_function" {
  name                                           = "app-fail-function"
  resource_group_name                            = "rg-web"
  location                                       = "westeurope"
  service_plan_id                                = azurerm_service_plan.main.id
  storage_account_name                           = "stfunctions"
  storage_uses_managed_identity                  = true
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_linux_web_app" "unknown_ftp" {
  name                                           = "app-unknown-ftp"
  resource_group_name                            = "rg-web"
  location                                       = "westeurope"
  service_plan_id                                = azurerm_service_plan.main.id
  ftp_publish_basic_authentication_enabled       = var.unknown
  webdeploy_publish_basic_authentication_enabled = false

  site_config {}
}

resource "azurerm_service_plan" "main" {
  name                = "plan-web"
  resource_group_name = "rg-web"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

variable "unknown" {}
