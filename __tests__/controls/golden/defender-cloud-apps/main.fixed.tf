resource "azurerm_security_center_setting" "pass_on" {
  setting_name = "MCAS"
  enabled      = true
}

resource "azurerm_security_center_setting" "pass_text" {
  setting_name = "MCAS"
  enabled      = "true"
}

resource "azurerm_security_center_setting" "fail_off" {
  setting_name = "MCAS"
  enabled      = true
}

resource "azurerm_security_center_setting" "fail_from_local" {
  setting_name = "MCAS"
  enabled      = local.enabled
}

resource "azurerm_security_center_setting" "unknown_variable" {
  setting_name = "MCAS"
  enabled      = var.unknown
}

resource "azurerm_security_center_setting" "na_other_setting" {
  setting_name = "WDATP"
  enabled      = false
}

locals {
  enabled = true
}

variable "unknown" {}
