data "azurerm_client_config" "current" {}

resource "azurerm_resource_group" "shop" {
  name     = "rg-shop-${var.environment}"
  location = var.location
}

resource "azurerm_log_analytics_workspace" "shop" {
  name                = "log-shop-${var.environment}"
  location            = azurerm_resource_group.shop.location
  resource_group_name = azurerm_resource_group.shop.name
  retention_in_days   = 90
}
