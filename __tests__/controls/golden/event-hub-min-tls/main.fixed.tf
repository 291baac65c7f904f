resource "azurerm_eventhub_namespace" "pass_absent" {
  name                = "eh-pass-absent"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
}

resource "azurerm_eventhub_namespace" "pass_1_2" {
  name                = "eh-pass-1-2"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = "1.2"
}

resource "azurerm_eventhub_namespace" "fail_1_0" {
  name                = "eh-fail-1-0"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = "1.2"
}

resource "azurerm_eventhub_namespace" "fail_1_1" {
  name                = "eh-fail-1-1"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = "1.2"
}

resource "azurerm_eventhub_namespace" "unknown_variable" {
  name                = "eh-unknown-variable"
  resource_group_name = "rg-data"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = var.unknown
}

variable "unknown" {}
