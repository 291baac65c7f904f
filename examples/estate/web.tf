resource "azurerm_service_plan" "shop" {
  name                = "plan-shop"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_linux_web_app" "shop" {
  name                = "app-shop-${var.environment}"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
  service_plan_id     = azurerm_service_plan.shop.id

  site_config {
    minimum_tls_version = "1.0" # a till from 2014
    ftps_state          = "AllAllowed"

    application_stack {
      python_version = "3.8"
    }
  }

  app_settings = {
    PAYMENT_API_KEY = var.payment_api_key
  }
}
