resource "azurerm_linux_web_app" "pass_absent" {
  name                = "app-pass-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}
}

resource "azurerm_windows_web_app" "pass_true" {
  name                = "app-pass-true"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    always_on = true
  }
}

resource "azurerm_windows_web_app" "pass_true_elsewhere" {
  name                = "app-pass-true-elsewhere"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = var.unknown

  site_config {
    always_on = true
  }
}

resource "azurerm_linux_web_app" "fail_false" {
  name                = "app-fail-false"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    always_on = true
  }
}

resource "azurerm_windows_web_app" "fail_beside" {
  name                = "app-fail-beside"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    always_on     = true
    http2_enabled = true
  }
}

resource "azurerm_linux_web_app" "unknown_plan" {
  name                = "app-unknown-plan"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = var.unknown

  site_config {
    always_on = false
  }
}

resource "azurerm_windows_web_app" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    always_on = var.unknown
  }
}

resource "azurerm_windows_web_app" "na_free" {
  name                = "app-na-free"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.free.id

  site_config {
    always_on = false
  }
}

resource "azurerm_service_plan" "main" {
  name                = "plan-main"
  resource_group_name = "rg-web"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_service_plan" "free" {
  name                = "plan-free"
  resource_group_name = "rg-web"
  location            = "westeurope"
  os_type             = "Windows"
  sku_name            = "F1"
}

variable "unknown" {}
