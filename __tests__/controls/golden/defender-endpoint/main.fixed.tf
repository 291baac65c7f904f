resource "azurerm_security_center_setting" "pass_on" {
  setting_name = "WDATP"
  enabled      = true
}

resource "azurerm_security_center_setting" "pass_text" {
  setting_name = "WDATP"
  enabled      = "true"
}

resource "azurerm_security_center_setting" "fail_off" {
  setting_name = "WDATP"
  enabled      = true
}

resource "azurerm_security_center_setting" "fail_from_local" {
  setting_name = "WDATP"
  enabled      = local.enabled
}

resource "azurerm_security_center_setting" "unknown_variable" {
  setting_name = "WDATP"
  enabled      = var.unknown
}

resource "azurerm_security_center_setting" "na_other_setting" {
  setting_name = "MCAS"
  enabled      = false
}

locals {
  enabled = true
}

variable "unknown" {}
