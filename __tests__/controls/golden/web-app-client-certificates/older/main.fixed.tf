resource "azurerm_app_service" "pass_true" {
  name                = "app-pass-true"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
  client_cert_enabled = true

  site_config {
    always_on = true
  }
}

resource "azurerm_function_app" "pass_required" {
  name                       = "func-pass-required"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key
  client_cert_mode           = "Required"
}

resource "azurerm_function_app" "pass_optional" {
  name                       = "func-pass-optional"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key
  client_cert_mode           = "Optional"
}

resource "azurerm_app_service" "fail_absent" {
  name                = "app-fail-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
  client_cert_enabled = true
  client_cert_mode    = "Optional"

  site_config {
    always_on = true
  }
}

resource "azurerm_app_service" "fail_false" {
  name                = "app-fail-false"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
  client_cert_enabled = true
  client_cert_mode    = "Optional"
}

resource "azurerm_function_app" "fail_function" {
  name                       = "func-fail-function"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key
  client_cert_mode           = "Optional"
}

resource "azurerm_app_service" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
  client_cert_enabled = var.unknown
}

variable "plan_id" {}

variable "storage_key" {}

variable "unknown" {}
