resource "azurerm_key_vault_secret" "pass_date" {
  name             = "pass-date"
  key_vault_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-shared"
  value_wo         = var.password
  value_wo_version = 1
  expiration_date  = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_secret" "pass_each" {
  for_each = { api = "2027-06-30T00:00:00Z", smtp = "2027-03-31T00:00:00Z" }

  name             = "pass-each"
  key_vault_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-shared"
  value_wo         = var.password
  value_wo_version = 1
  expiration_date  = each.value
}

resource "azurerm_key_vault_secret" "fail_absent" {
  name             = "fail-absent"
  key_vault_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-shared"
  value_wo         = var.password
  value_wo_version = 1
  expiration_date  = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_secret" "fail_null" {
  name             = "fail-null"
  key_vault_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-shared"
  value_wo         = var.password
  value_wo_version = 1
  expiration_date  = "2027-06-30T00:00:00Z"
}

resource "azurerm_key_vault_secret" "fail_each" {
  for_each = { pass_api = "2027-06-30T00:00:00Z", fail_smtp = "2027-06-30T00:00:00Z" }

  name             = "fail-each"
  key_vault_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-shared"
  value_wo         = var.password
  value_wo_version = 1
  expiration_date  = each.value
}

resource "azurerm_key_vault_secret" "unknown_variable" {
  name             = "unknown-variable"
  key_vault_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-shared"
  value_wo         = var.password
  value_wo_version = 1
  expiration_date  = var.unknown
}

variable "password" {
  type      = string
  sensitive = true
  ephemeral = true
}

variable "unknown" {}
