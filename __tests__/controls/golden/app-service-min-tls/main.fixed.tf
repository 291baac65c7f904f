resource "azurerm_app_service" "pass_1_2" {
  name                = "app-pass-1-2"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    min_tls_version = "1.2"
  }
}

resource "azurerm_app_service" "pass_absent" {
  name                = "app-pass-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    always_on = true
  }
}

resource "azurerm_function_app" "pass_no_site_config" {
  name                       = "app-pass-no-site-config"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key
}

resource "azurerm_app_service" "fail_1_0" {
  name                = "app-fail-1-0"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    min_tls_version = "1.2"
    always_on       = true
  }
}

resource "azurerm_app_service_slot" "fail_1_1" {
  name                = "fail-1-1"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    min_tls_version = "1.2"
  }
}

resource "azurerm_function_app" "fail_function" {
  name                       = "app-fail-function"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key

  site_config {
    min_tls_version = "1.2"
  }
}

resource "azurerm_function_app_slot" "fail_function_slot" {
  name                       = "fail-function-slot"
  function_app_name          = "func-orders"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key

  site_config {
    min_tls_version = "1.2"
  }
}

resource "azurerm_app_service" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    min_tls_version = var.unknown
  }
}

resource "azurerm_app_service" "unknown_dynamic" {
  name                = "app-unknown-dynamic"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  dynamic "site_config" {
    for_each = var.unknown
    content {
      min_tls_version = site_config.value
    }
  }
}

variable "plan_id" {
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan-web"
}

variable "storage_key" {
  sensitive = true
}

variable "unknown" {}
