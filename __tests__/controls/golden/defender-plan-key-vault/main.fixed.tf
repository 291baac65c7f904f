resource "azurerm_security_center_subscription_pricing" "pass_standard" {
  tier          = "Standard"
  resource_type = "KeyVaults"
}

resource "azurerm_security_center_subscription_pricing" "fail_free" {
  tier          = "Standard"
  resource_type = "KeyVaults"
}

resource "azurerm_security_center_subscription_pricing" "fail_from_variable" {
  tier          = var.tier
  resource_type = "KeyVaults"
}

resource "azurerm_security_center_subscription_pricing" "unknown_tier" {
  tier          = var.unknown
  resource_type = "KeyVaults"
}

resource "azurerm_security_center_subscription_pricing" "unknown_plan" {
  tier          = "Free"
  resource_type = var.unknown
}

resource "azurerm_security_center_subscription_pricing" "na_other_plan" {
  tier          = "Free"
  resource_type = "Arm"
}

variable "unknown" {}

variable "tier" {
  default = "Standard"
}
