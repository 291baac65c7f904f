resource "azurerm_key_vault" "shop" {
  name                = "kv-shop-${var.environment}"
  location            = azurerm_resource_group.shop.location
  resource_group_name = azurerm_resource_group.shop.name
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"

  access_policy {
    tenant_id          = data.azurerm_client_config.current.tenant_id
    object_id          = data.azurerm_client_config.current.object_id
    key_permissions    = ["Get", "Create"]
    secret_permissions = ["Get", "Set"]
  }
}

resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.shop.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["unwrapKey", "wrapKey"]
}

resource "azurerm_key_vault_secret" "payment" {
  name         = "payment-api"
  key_vault_id = azurerm_key_vault.shop.id
  value        = var.payment_api_key
}

variable "payment_api_key" {
  type      = string
  sensitive = true
}
