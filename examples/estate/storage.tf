# Product pictures. Nobody remembers why the firewall is open.
resource "azurerm_storage_account" "pictures" {
  name                     = "stshoppictures"
  resource_group_name      = azurerm_resource_group.shop.name
  location                 = azurerm_resource_group.shop.location
  account_tier             = "Standard"
  account_replication_type = "LRS"

  https_traffic_only_enabled       = false # the old till still uses http
  min_tls_version                  = var.storage_min_tls_version
  cross_tenant_replication_enabled = true

  network_rules {
    default_action = "Allow"
    ip_rules       = ["203.0.113.10"]
  }

  tags = {
    team = "shop"
  }
}

resource "azurerm_storage_container" "pictures" {
  name               = "pictures"
  storage_account_id = azurerm_storage_account.pictures.id
}

# Order events: queues with half of the classic logging.
resource "azurerm_storage_account" "orders" {
  name                          = "stshoporders"
  resource_group_name           = azurerm_resource_group.shop.name
  location                      = azurerm_resource_group.shop.location
  account_tier                  = "Standard"
  account_replication_type      = "ZRS"
  min_tls_version               = var.storage_min_tls_version
  public_network_access_enabled = true

  blob_properties {
    versioning_enabled = true

    delete_retention_policy {
      days = 3
    }
  }

  queue_properties {
    logging {
      delete  = true
      read    = false
      write   = true
      version = "1.0"
    }
  }
}

resource "azurerm_storage_account_network_rules" "orders" {
  storage_account_id = azurerm_storage_account.orders.id
  default_action     = "Allow"
  bypass             = ["Metrics"]
}

# One account for each partner, settings in a map.
resource "azurerm_storage_account" "partner" {
  for_each = var.partner_accounts

  name                            = "stshop${each.key}"
  resource_group_name             = azurerm_resource_group.shop.name
  location                        = azurerm_resource_group.shop.location
  account_tier                    = "Standard"
  account_replication_type        = each.value.replication
  allow_nested_items_to_be_public = each.value.public
  public_network_access_enabled   = false
}

module "archive" {
  source = "./modules/storage"

  name                = "stshoparchive"
  location            = azurerm_resource_group.shop.location
  resource_group_name = azurerm_resource_group.shop.name
  public_access       = true
}
