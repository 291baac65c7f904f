resource "azurerm_app_service" "pass_true" {
  name                = "app-pass-true"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  logs {
    failed_request_tracing_enabled = true
  }
}

resource "azurerm_app_service" "fail_absent" {
  name                = "app-fail-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  logs {
    failed_request_tracing_enabled = true
  }
}

resource "azurerm_app_service_slot" "fail_false" {
  name                = "fail-false"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  logs {
    failed_request_tracing_enabled = true
  }
}

resource "azurerm_app_service" "fail_beside" {
  name                = "app-fail-beside"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  logs {
    failed_request_tracing_enabled = true

    http_logs {
      file_system {
        retention_in_days = 30
        retention_in_mb   = 100
      }
    }
  }
}

resource "azurerm_app_service_slot" "unknown_variable" {
  name                = "unknown-variable"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  logs {
    failed_request_tracing_enabled = var.unknown
  }
}

variable "plan_id" {
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan-web"
}

variable "unknown" {}
