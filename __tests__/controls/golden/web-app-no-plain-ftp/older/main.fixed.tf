resource "azurerm_app_service" "pass_disabled" {
  name                = "app-pass-disabled"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    ftps_state = "Disabled"
  }
}

resource "azurerm_function_app" "pass_ftps" {
  name                       = "app-pass-ftps"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key

  site_config {
    ftps_state = "FtpsOnly"
  }
}

resource "azurerm_app_service" "fail_absent" {
  name                = "app-fail-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    always_on  = true
    ftps_state = "FtpsOnly"
  }
}

resource "azurerm_app_service_slot" "fail_all" {
  name                = "fail-all"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    ftps_state    = "FtpsOnly"
    http2_enabled = true
  }
}

resource "azurerm_function_app" "fail_function" {
  name                       = "app-fail-function"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  app_service_plan_id        = var.plan_id
  storage_account_name       = "stfunctions"
  storage_account_access_key = var.storage_key
  version                    = "~4"

  site_config {
    ftps_state = "FtpsOnly"
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
    ftps_state = "FtpsOnly"
  }
}

resource "azurerm_app_service" "fail_no_site_config" {
  name                = "app-fail-no-site-config"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
}

resource "azurerm_app_service_slot" "unknown_variable" {
  name                = "unknown-variable"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    ftps_state = var.unknown
  }
}

variable "plan_id" {
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan-web"
}

variable "storage_key" {
  sensitive = true
}

variable "unknown" {}
