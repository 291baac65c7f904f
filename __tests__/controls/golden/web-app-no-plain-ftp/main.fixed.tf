resource "azurerm_linux_web_app" "pass_absent" {
  name                = "app-pass-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}
}

resource "azurerm_linux_web_app" "pass_disabled" {
  name                = "app-pass-disabled"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    ftps_state = "Disabled"
  }
}

resource "azurerm_windows_web_app" "pass_ftps" {
  name                = "app-pass-ftps"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    ftps_state = "FtpsOnly"
  }
}

resource "azurerm_linux_web_app" "fail_all" {
  name                = "app-fail-all"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    ftps_state = "FtpsOnly"
    always_on  = true
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
    ftps_state = "FtpsOnly"
  }
}

resource "azurerm_linux_web_app" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {
    ftps_state = var.unknown
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
