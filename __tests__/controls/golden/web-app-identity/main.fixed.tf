resource "azurerm_linux_web_app" "pass_system" {
  name                = "app-pass-system"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_windows_web_app" "pass_user" {
  name                = "app-pass-user"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.web.id]
  }
}

resource "azurerm_linux_function_app" "pass_both" {
  name                          = "app-pass-both"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true

  site_config {}

  identity {
    type         = "SystemAssigned, UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.web.id]
  }
}

resource "azurerm_linux_web_app" "fail_absent" {
  name                = "app-fail-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_windows_web_app" "fail_windows" {
  name                = "app-fail-windows"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_windows_function_app" "fail_function" {
  name                          = "app-fail-function"
  resource_group_name           = "rg-web"
  location                      = "westeurope"
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = "stfunctions"
  storage_uses_managed_identity = true

  site_config {}

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_linux_web_app" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  identity {
    type = var.unknown
  }
}

resource "azurerm_linux_web_app" "unknown_dynamic" {
  name                = "app-unknown-dynamic"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  dynamic "identity" {
    for_each = var.unknown
    content {
      type = identity.value
    }
  }
}

resource "azurerm_user_assigned_identity" "web" {
  name                = "id-web"
  resource_group_name = "rg-web"
  location            = "westeurope"
}

resource "azurerm_service_plan" "main" {
  name                = "plan-web"
  resource_group_name = "rg-web"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

variable "unknown" {}
