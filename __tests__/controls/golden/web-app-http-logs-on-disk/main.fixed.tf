resource "azurerm_linux_web_app" "pass_week" {
  name                = "app-pass-week"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  logs {
    http_logs {
      file_system {
        retention_in_days = 7
        retention_in_mb   = 35
      }
    }
  }
}

resource "azurerm_windows_web_app" "pass_for_ever" {
  name                = "app-pass-for-ever"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  logs {
    http_logs {
      file_system {
        retention_in_days = 0
        retention_in_mb   = 100
      }
    }
  }
}

resource "azurerm_linux_web_app" "na_in_storage" {
  name                = "app-na-in-storage"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  logs {
    http_logs {
      azure_blob_storage {
        retention_in_days = 90
        sas_url           = "https://stlogs.blob.core.windows.net/http?sv=2024"
      }
    }
  }
}

resource "azurerm_linux_web_app" "fail_absent" {
  name                = "app-fail-absent"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  logs {
    http_logs {
      file_system {
        retention_in_days = 7
        retention_in_mb   = 35
      }
    }
  }
}

resource "azurerm_windows_web_app" "fail_without_http_logs" {
  name                = "app-fail-without-http-logs"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  logs {
    detailed_error_messages = true

    http_logs {
      file_system {
        retention_in_days = 7
        retention_in_mb   = 35
      }
    }
  }
}

resource "azurerm_linux_web_app" "fail_a_day" {
  name                = "app-fail-a-day"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  logs {
    http_logs {
      file_system {
        retention_in_days = 7
        retention_in_mb   = 35
      }
    }
  }
}

resource "azurerm_linux_web_app" "unknown_variable" {
  name                = "app-unknown-variable"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}

  logs {
    http_logs {
      file_system {
        retention_in_days = var.unknown
        retention_in_mb   = 35
      }
    }
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
