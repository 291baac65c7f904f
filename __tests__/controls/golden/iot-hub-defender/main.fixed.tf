resource "azurerm_iothub" "pass_default" {
  name                = "iot-pass-default"
  resource_group_name = "rg-devices"
  location            = "westeurope"

  sku {
    name     = "S1"
    capacity = 1
  }
}

resource "azurerm_iothub" "pass_second" {
  name                = "iot-pass-second"
  resource_group_name = "rg-devices"
  location            = "westeurope"

  sku {
    name     = "S1"
    capacity = 1
  }
}

resource "azurerm_iot_security_solution" "both" {
  name                = "both"
  resource_group_name = "rg-devices"
  location            = "westeurope"
  display_name        = "both"
  iothub_ids          = [azurerm_iothub.pass_default.id, azurerm_iothub.pass_second.id]
}

resource "azurerm_iothub" "pass_written" {
  name                = "iot-pass-written"
  resource_group_name = "rg-devices"
  location            = "westeurope"

  sku {
    name     = "S1"
    capacity = 1
  }
}

resource "azurerm_iot_security_solution" "written" {
  name                = "written"
  resource_group_name = "rg-devices"
  location            = "westeurope"
  display_name        = "written"
  iothub_ids          = [azurerm_iothub.pass_written.id]
  enabled             = true
}

resource "azurerm_iothub" "fail_none" {
  name                = "iot-fail-none"
  resource_group_name = "rg-devices"
  location            = "westeurope"

  sku {
    name     = "S1"
    capacity = 1
  }
}

resource "azurerm_iot_security_solution" "fail_none_security" {
  name                = "${azurerm_iothub.fail_none.name}-security"
  iothub_ids          = [azurerm_iothub.fail_none.id]
  resource_group_name = azurerm_iothub.fail_none.resource_group_name
  location            = azurerm_iothub.fail_none.location
  display_name        = "${azurerm_iothub.fail_none.name}-security"
  enabled             = true
}

resource "azurerm_iothub" "fail_off" {
  name                = "iot-fail-off"
  resource_group_name = "rg-devices"
  location            = "westeurope"

  sku {
    name     = "S1"
    capacity = 1
  }
}

resource "azurerm_iot_security_solution" "off" {
  name                = "off"
  resource_group_name = "rg-devices"
  location            = "westeurope"
  display_name        = "off"
  iothub_ids          = [azurerm_iothub.fail_off.id]
  enabled             = true
}

resource "azurerm_iothub" "unknown_enabled" {
  name                = "iot-unknown-enabled"
  resource_group_name = "rg-devices"
  location            = "westeurope"

  sku {
    name     = "S1"
    capacity = 1
  }
}

resource "azurerm_iot_security_solution" "perhaps" {
  name                = "perhaps"
  resource_group_name = "rg-devices"
  location            = "westeurope"
  display_name        = "perhaps"
  iothub_ids          = [azurerm_iothub.unknown_enabled.id]
  enabled             = var.unknown
}

variable "unknown" {}
