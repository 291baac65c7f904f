resource "azurerm_app_service" "pass_absent" {
  name                = "app-pass-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    always_on = true
  }
}

resource "azurerm_app_service" "pass_no_site_config" {
  name                = "app-pass-no-site-config"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
}

resource "azurerm_app_service_slot" "pass_false" {
  name                = "pass-false"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    remote_debugging_enabled = false
  }
}

resource "azurerm_app_service" "fail_true" {
  name                = "app-fail-true"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    remote_debugging_enabled = false
    remote_debugging_version = "VS2022"
  }
}

resource "azurerm_app_service_slot" "fail_slot" {
  name                = "fail-slot"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    remote_debugging_enabled = false
  }
}

resource "azurerm_app_service" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    remote_debugging_enabled = var.unknown
  }
}

variable "plan_id" {
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan-web"
}

variable "unknown" {}
