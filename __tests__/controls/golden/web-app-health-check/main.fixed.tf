resource "azurerm_linux_web_app" "pass_path" {
  name                = "app-pass-path"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    health_check_path                 = "/healthz"
    health_check_eviction_time_in_min = 5
  }
}

resource "azurerm_windows_web_app" "pass_longest" {
  name                = "app-pass-longest"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    health_check_path                 = "/"
    health_check_eviction_time_in_min = 10
  }
}

resource "azurerm_linux_web_app" "fail_absent" {
  name                = "app-fail-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    health_check_eviction_time_in_min = 10
    health_check_path                 = "/healthz"
  }
}

resource "azurerm_windows_web_app" "fail_beside" {
  name                = "app-fail-beside"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    http2_enabled                     = true
    health_check_eviction_time_in_min = 10
    health_check_path                 = "/healthz"
  }
}

resource "azurerm_linux_web_app" "fail_empty" {
  name                = "app-fail-empty"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    health_check_path                 = "/healthz"
    health_check_eviction_time_in_min = 2
  }
}

resource "azurerm_windows_web_app" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    health_check_path                 = var.unknown
    health_check_eviction_time_in_min = 5
  }
}

resource "azurerm_linux_web_app_slot" "pass_slot" {
  name           = "pass-slot"
  app_service_id = var.app_id

  site_config {
    health_check_path                 = "/healthz"
    health_check_eviction_time_in_min = 2
  }
}

resource "azurerm_windows_web_app_slot" "fail_slot" {
  name           = "fail-slot"
  app_service_id = var.app_id

  site_config {
    health_check_eviction_time_in_min = 10
    health_check_path                 = "/healthz"
  }
}

resource "azurerm_service_plan" "main" {
  name                = "plan-main"
  resource_group_name = "rg-web"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

variable "app_id" {}

variable "unknown" {}
