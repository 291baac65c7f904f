# The subnets that are admitted, if any, are not in the code.

resource "azurerm_cosmosdb_account" "fail_dynamic" {
  name                              = "cosmos-fail-dynamic"
  resource_group_name               = "rg-data"
  location                          = "westeurope"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  dynamic "virtual_network_rule" {
    for_each = var.subnets

    content {
      id = virtual_network_rule.value
    }
  }
}

variable "subnets" {}
