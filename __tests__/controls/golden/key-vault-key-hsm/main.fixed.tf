resource "azurerm_key_vault_key" "pass_rsa_hsm" {
  name            = "pass-rsa-hsm"
  key_vault_id    = azurerm_key_vault.premium.id
  key_type        = "RSA-HSM"
  key_size        = 3072
  key_opts        = ["sign", "verify"]
  expiration_date = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_key" "pass_ec_hsm" {
  name            = "pass-ec-hsm"
  key_vault_id    = azurerm_key_vault.premium.id
  key_type        = "EC-HSM"
  curve           = "P-384"
  key_opts        = ["sign", "verify"]
  expiration_date = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_key" "fail_rsa" {
  name            = "fail-rsa"
  key_vault_id    = azurerm_key_vault.premium.id
  key_type        = "RSA-HSM"
  key_size        = 3072
  key_opts        = ["sign", "verify"]
  expiration_date = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_key" "fail_ec" {
  name            = "fail-ec"
  key_vault_id    = azurerm_key_vault.premium.id
  key_type        = "EC-HSM"
  curve           = "P-384"
  key_opts        = ["sign", "verify"]
  expiration_date = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_key" "fail_vault_elsewhere" {
  name            = "fail-vault-elsewhere"
  key_vault_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv-elsewhere"
  key_type        = "RSA-HSM"
  key_size        = 3072
  key_opts        = ["sign", "verify"]
  expiration_date = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_key" "fail_standard_vault" {
  name            = "fail-standard-vault"
  key_vault_id    = azurerm_key_vault.standard.id
  key_type        = "RSA"
  key_size        = 3072
  key_opts        = ["sign", "verify"]
  expiration_date = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_key" "unknown_variable" {
  name            = "unknown-variable"
  key_vault_id    = azurerm_key_vault.premium.id
  key_type        = var.unknown
  key_size        = 3072
  key_opts        = ["sign", "verify"]
  expiration_date = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault" "premium" {
  name                       = "kv-premium"
  resource_group_name        = "rg-keys"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "premium"
  rbac_authorization_enabled = true
}

resource "azurerm_key_vault" "standard" {
  name                       = "kv-standard"
  resource_group_name        = "rg-keys"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = true
}

variable "unknown" {}
