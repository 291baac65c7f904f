resource "azurerm_cosmosdb_account" "pass_sql" {
  name                = "cosmos-pass-sql"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "pass_sql" {
  name                = "pe-pass-sql"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/endpoints"

  private_service_connection {
    name                           = "cosmos"
    private_connection_resource_id = azurerm_cosmosdb_account.pass_sql.id
    is_manual_connection           = false
    subresource_names              = ["Sql"]
  }
}

resource "azurerm_cosmosdb_account" "pass_lower_case" {
  name                = "cosmos-pass-lower-case"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  kind                = "MongoDB"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "pass_lower_case" {
  name                = "pe-pass-lower-case"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/endpoints"

  private_service_connection {
    name                           = "cosmos"
    private_connection_resource_id = azurerm_cosmosdb_account.pass_lower_case.id
    is_manual_connection           = false
    subresource_names              = ["mongodb"]
  }
}

resource "azurerm_cosmosdb_account" "pass_cassandra" {
  name                = "cosmos-pass-cassandra"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  capabilities {
    name = "EnableCassandra"
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "pass_cassandra" {
  name                = "pe-pass-cassandra"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/endpoints"

  private_service_connection {
    name                           = "cosmos"
    private_connection_resource_id = azurerm_cosmosdb_account.pass_cassandra.id
    is_manual_connection           = false
    subresource_names              = ["Cassandra"]
  }
}

resource "azurerm_cosmosdb_account" "fail_none" {
  name                = "cosmos-fail-none"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "fail_none_private_endpoint" {
  name                = "${azurerm_cosmosdb_account.fail_none.name}-private-endpoint"
  location            = azurerm_cosmosdb_account.fail_none.location
  resource_group_name = azurerm_cosmosdb_account.fail_none.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_cosmosdb_account.fail_none.name}-connection"
    private_connection_resource_id = azurerm_cosmosdb_account.fail_none.id
    is_manual_connection           = false
    subresource_names              = ["Sql"]
  }
}

resource "azurerm_cosmosdb_account" "fail_serverless" {
  name                = "cosmos-fail-serverless"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  capabilities {
    name = "EnableServerless"
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "fail_serverless_private_endpoint" {
  name                = "${azurerm_cosmosdb_account.fail_serverless.name}-private-endpoint"
  location            = azurerm_cosmosdb_account.fail_serverless.location
  resource_group_name = azurerm_cosmosdb_account.fail_serverless.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_cosmosdb_account.fail_serverless.name}-connection"
    private_connection_resource_id = azurerm_cosmosdb_account.fail_serverless.id
    is_manual_connection           = false
    subresource_names              = ["Sql"]
  }
}

resource "azurerm_cosmosdb_account" "fail_mongodb" {
  name                = "cosmos-fail-mongodb"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  kind                = "MongoDB"

  capabilities {
    name = "EnableMongo"
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "fail_mongodb_private_endpoint" {
  name                = "${azurerm_cosmosdb_account.fail_mongodb.name}-private-endpoint"
  location            = azurerm_cosmosdb_account.fail_mongodb.location
  resource_group_name = azurerm_cosmosdb_account.fail_mongodb.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_cosmosdb_account.fail_mongodb.name}-connection"
    private_connection_resource_id = azurerm_cosmosdb_account.fail_mongodb.id
    is_manual_connection           = false
    subresource_names              = ["MongoDB"]
  }
}

resource "azurerm_cosmosdb_account" "fail_cassandra" {
  name                = "cosmos-fail-cassandra"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  capabilities {
    name = "EnableCassandra"
  }

  capabilities {
    name = "EnableServerless"
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "fail_cassandra_private_endpoint" {
  name                = "${azurerm_cosmosdb_account.fail_cassandra.name}-private-endpoint"
  location            = azurerm_cosmosdb_account.fail_cassandra.location
  resource_group_name = azurerm_cosmosdb_account.fail_cassandra.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_cosmosdb_account.fail_cassandra.name}-connection"
    private_connection_resource_id = azurerm_cosmosdb_account.fail_cassandra.id
    is_manual_connection           = false
    subresource_names              = ["Cassandra"]
  }
}

resource "azurerm_cosmosdb_account" "fail_gremlin" {
  name                = "cosmos-fail-gremlin"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  capabilities {
    name = "EnableGremlin"
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "fail_gremlin_private_endpoint" {
  name                = "${azurerm_cosmosdb_account.fail_gremlin.name}-private-endpoint"
  location            = azurerm_cosmosdb_account.fail_gremlin.location
  resource_group_name = azurerm_cosmosdb_account.fail_gremlin.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_cosmosdb_account.fail_gremlin.name}-connection"
    private_connection_resource_id = azurerm_cosmosdb_account.fail_gremlin.id
    is_manual_connection           = false
    subresource_names              = ["Gremlin"]
  }
}

resource "azurerm_cosmosdb_account" "fail_table" {
  name                = "cosmos-fail-table"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  capabilities {
    name = "EnableTable"
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "fail_table_private_endpoint" {
  name                = "${azurerm_cosmosdb_account.fail_table.name}-private-endpoint"
  location            = azurerm_cosmosdb_account.fail_table.location
  resource_group_name = azurerm_cosmosdb_account.fail_table.resource_group_name
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints"

  private_service_connection {
    name                           = "${azurerm_cosmosdb_account.fail_table.name}-connection"
    private_connection_resource_id = azurerm_cosmosdb_account.fail_table.id
    is_manual_connection           = false
    subresource_names              = ["Table"]
  }
}

resource "azurerm_cosmosdb_account" "fail_other_service" {
  name                = "cosmos-fail-other-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "fail_other_service" {
  name                = "pe-fail-other-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/endpoints"

  private_service_connection {
    name                           = "cosmos"
    private_connection_resource_id = azurerm_cosmosdb_account.fail_other_service.id
    is_manual_connection           = false
    subresource_names              = ["blob"]
  }
}

resource "azurerm_cosmosdb_account" "unknown_service" {
  name                = "cosmos-unknown-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_private_endpoint" "unknown_service" {
  name                = "pe-unknown-service"
  resource_group_name = "rg-data"
  location            = "westeurope"
  subnet_id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app/subnets/endpoints"

  private_service_connection {
    name                           = "cosmos"
    private_connection_resource_id = azurerm_cosmosdb_account.unknown_service.id
    is_manual_connection           = false
    subresource_names              = var.services
  }
}

# What it speaks decides where an endpoint leads.

resource "azurerm_cosmosdb_account" "fail_unknown_kind" {
  name                = "cosmos-fail-unknown-kind"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"
  kind                = var.unknown

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

resource "azurerm_cosmosdb_account" "fail_unknown_capability" {
  name                = "cosmos-fail-unknown-capability"
  resource_group_name = "rg-data"
  location            = "westeurope"
  offer_type          = "Standard"

  capabilities {
    name = var.unknown
  }

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }
}

variable "unknown" {}

variable "services" {}
