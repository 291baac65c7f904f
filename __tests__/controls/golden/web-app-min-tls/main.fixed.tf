resource "azurerm_linux_web_app" "pass_absent" {
  name                = "app-pass-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}
}

resource "azurerm_linux_web_app" "pass_1_3" {
  name                = "app-pass-1-3"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    minimum_tls_version = "1.3"
  }
}

resource "azurerm_windows_function_app" "pass_1_2" {
  name                          = "app-pass-1-2"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true

  site_config {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_linux_web_app" "fail_1_0" {
  name                = "app-fail-1-0"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_windows_web_app" "fail_1_1" {
  name                = "app-fail-1-1"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_linux_function_app" "fail_function" {
  name                          = "app-fail-function"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true

  site_config {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_linux_web_app" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    minimum_tls_version = var.unknown
  }
}

resource "azurerm_linux_web_app" "pass_number" {
  name                = "app-pass-number"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    minimum_tls_version = 1.2
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
