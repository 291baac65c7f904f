resource "azurerm_service_plan" "main" {
  name                = "plan-shop"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_linux_web_app" "shop" {
  name                                           = "app-shop"
  resource_group_name                            = "rg-shop"
  location                                       = "westeurope"
  service_plan_id                                = azurerm_service_plan.main.id
  ftp_publish_basic_authentication_enabled       = false
  https_only                                     = true
  webdeploy_publish_basic_authentication_enabled = false

  site_config {
    auto_heal_enabled   = true
    ftps_state          = "FtpsOnly"
    minimum_tls_version = "1.2"
    http2_enabled       = true

    application_stack {
      python_version = "3.12"
    }

    auto_heal_setting {
      action {
        action_type = "Recycle"
      }

      trigger {
        slow_request {
          count      = 5
          interval   = "00:01:00"
          time_taken = "00:00:10"
          path       = "/"
        }
      }
    }
  }

  identity {
    type = "SystemAssigned"
  }

  logs {
    detailed_error_messages = true
    failed_request_tracing  = true
  }
}

resource "azurerm_monitor_diagnostic_setting" "shop_http_logs" {
  name                       = "http-logs"
  target_resource_id         = azurerm_linux_web_app.shop.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.central.id

  enabled_log {
    category = "AppServiceHTTPLogs"
  }
}

resource "azurerm_app_service" "older" {
  name                = "app-older"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  app_service_plan_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shop/providers/Microsoft.Web/serverfarms/plan-older"
  https_only          = true

  site_config {
    min_tls_version = "1.2"
    ftps_state      = "FtpsOnly"
    http2_enabled   = true
  }

  identity {
    type = "SystemAssigned"
  }

  logs {
    detailed_error_messages_enabled = true
    failed_request_tracing_enabled  = true
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "workers" {
  name                            = "vmss-workers"
  resource_group_name             = "rg-shop"
  location                        = "westeurope"
  sku                             = "Standard_D2s_v5"
  instances                       = 2
  admin_username                  = "operator"
  admin_password                  = var.password
  disable_password_authentication = false
  scale_in_policy                 = "OldestVM"
  encryption_at_host_enabled      = true

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  network_interface {
    name    = "primary"
    primary = true

    ip_configuration {
      name      = "internal"
      primary   = true
      subnet_id = azurerm_subnet.endpoints.id
    }
  }

  terminate_notification {
    enabled = true
  }
}
