resource "azurerm_linux_web_app" "pass_absent" {
  name                = "app-pass-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}
}

resource "azurerm_windows_web_app" "pass_false" {
  name                = "app-pass-false"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    remote_debugging_enabled = false
  }
}

resource "azurerm_linux_web_app" "fail_true" {
  name                = "app-fail-true"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    remote_debugging_enabled = false
    remote_debugging_version = "VS2022"
  }
}

resource "azurerm_windows_function_app" "fail_function" {
  name                          = "app-fail-function"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true

  site_config {
    remote_debugging_enabled = false
  }
}

resource "azurerm_linux_web_app" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    remote_debugging_enabled = var.unknown
  }
}

resource "azurerm_service_plan" "main" {
  name                = "plan-web"
  resource_group_name = "rg-web"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

variable "unknown" {}
