resource "azurerm_linux_web_app" "pass_required" {
  name                       = "app-pass-required"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  service_plan_id            = azurerm_service_plan.main.id
  client_certificate_enabled = true
  client_certificate_mode    = "Required"

  site_config {}
}

resource "azurerm_windows_web_app" "pass_default_mode" {
  name                       = "app-pass-default-mode"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  service_plan_id            = azurerm_service_plan.main.id
  client_certificate_enabled = true

  site_config {}
}

resource "azurerm_linux_function_app" "pass_optional" {
  name                          = "func-pass-optional"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true
  client_certificate_enabled    = true
  client_certificate_mode       = "Optional"

  site_config {}
}

resource "azurerm_windows_function_app" "pass_unknown_mode" {
  name                          = "func-pass-unknown-mode"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true
  client_certificate_enabled    = true
  client_certificate_mode       = var.unknown

  site_config {}
}

resource "azurerm_linux_web_app" "fail_absent" {
  name                = "app-fail-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}
}

resource "azurerm_windows_web_app" "fail_false" {
  name                       = "app-fail-false"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  service_plan_id            = azurerm_service_plan.main.id
  client_certificate_enabled = false

  site_config {}
}

resource "azurerm_windows_web_app" "fail_mode_alone" {
  name                       = "app-fail-mode-alone"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  service_plan_id            = azurerm_service_plan.main.id
  client_certificate_mode    = "OptionalInteractiveUser"
  client_certificate_enabled = true

  site_config {}
}

resource "azurerm_linux_function_app" "fail_function" {
  name                          = "func-fail-function"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true

  site_config {}
}

resource "azurerm_windows_function_app" "fail_function_false" {
  name                          = "func-fail-function-false"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true
  client_certificate_enabled    = false
  client_certificate_mode       = "Required"

  site_config {}
}

resource "azurerm_linux_web_app" "unknown_variable" {
  name                       = "app-unknown-variable"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  service_plan_id            = azurerm_service_plan.main.id
  client_certificate_enabled = var.unknown

  site_config {}
}

resource "azurerm_service_plan" "main" {
  name                = "plan-main"
  resource_group_name = "rg-web"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

variable "unknown" {}
