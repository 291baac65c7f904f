resource "azurerm_app_service" "pass_true" {
  name                = "app-pass-true"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
  https_only          = true

  site_config {
    always_on = true
  }
}

resource "azurerm_function_app_slot" "pass_slot" {
  name                       = "pass-slot"
  function_app_name          = "func-orders"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key
  https_only                 = true
}

resource "azurerm_app_service" "fail_absent" {
  name                = "app-fail-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
  https_only          = true

  site_config {
    always_on = true
  }
}

resource "azurerm_app_service_slot" "fail_false" {
  name                = "fail-false"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
  https_only          = true
}

resource "azurerm_function_app" "fail_function" {
  name                       = "app-fail-function"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key
  https_only                 = true
  version                    = "~4"
}

resource "azurerm_app_service" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
  https_only          = var.unknown
}

variable "plan_id" {
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan-web"
}

variable "storage_key" {
  sensitive = true
}

variable "unknown" {}
