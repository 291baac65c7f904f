resource "azurerm_app_service" "pass_path" {
  name                = "app-pass-path"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    always_on         = true
    health_check_path = "/healthz"
  }
}

resource "azurerm_app_service" "fail_beside" {
  name                = "app-fail-beside"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    always_on         = true
    health_check_path = "/healthz"
  }
}

resource "azurerm_app_service_slot" "fail_slot" {
  name                = "fail-slot"
  app_service_name    = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    always_on         = true
    health_check_path = "/healthz"
  }
}

resource "azurerm_app_service" "fail_no_site_config" {
  name                = "app-fail-no-site-config"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id
}

resource "azurerm_app_service" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  app_service_plan_id = var.plan_id

  site_config {
    health_check_path = var.unknown
  }
}

variable "plan_id" {}

variable "unknown" {}
