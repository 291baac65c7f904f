resource "azurerm_role_definition" "pass_held" {
  name  = "pass held"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions = ["Microsoft.Authorization/locks/*"]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

resource "azurerm_role_assignment" "held" {
  scope              = data.azurerm_subscription.current.id
  role_definition_id = azurerm_role_definition.pass_held.role_definition_resource_id
  principal_id       = "22222222-2222-2222-2222-222222222222"
}

resource "azurerm_role_definition" "pass_held_by_id" {
  name  = "pass held by id"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions = ["Microsoft.Authorization/locks/*"]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

resource "azurerm_role_assignment" "held_by_id" {
  scope              = data.azurerm_subscription.current.id
  role_definition_id = azurerm_role_definition.pass_held_by_id.id
  principal_id       = "22222222-2222-2222-2222-222222222222"
}

resource "azurerm_role_definition" "pass_held_by_name" {
  name  = "pass held by name"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions = ["Microsoft.Authorization/locks/*", "Microsoft.Resources/subscriptions/resourceGroups/read"]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

resource "azurerm_role_assignment" "held_by_name" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = azurerm_role_definition.pass_held_by_name.name
  principal_id         = "22222222-2222-2222-2222-222222222222"
}

resource "azurerm_role_definition" "fail_nobody" {
  name  = "fail nobody"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions = ["Microsoft.Authorization/locks/*"]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

resource "azurerm_role_assignment" "fail_nobody_holders" {
  role_definition_id = azurerm_role_definition.fail_nobody.role_definition_resource_id
  scope              = azurerm_role_definition.fail_nobody.scope
  principal_id       = "44444444-4444-4444-4444-444444444444"
}

resource "azurerm_role_definition" "na_all_of_authorization" {
  name  = "na all of authorization"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions = ["Microsoft.Authorization/locks/*", "Microsoft.Authorization/*"]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

resource "azurerm_role_definition" "unknown_actions" {
  name  = "unknown actions"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions = [var.unknown]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

resource "azurerm_role_definition" "na_reader" {
  name  = "na reader"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions = ["Microsoft.Authorization/locks/read"]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

resource "azurerm_role_definition" "na_other" {
  name  = "na other"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions = ["Microsoft.Compute/virtualMachines/read"]
  }

  assignable_scopes = [data.azurerm_subscription.current.id]
}

data "azurerm_subscription" "current" {}

resource "azurerm_resource_group" "main" {
  name     = "rg-shop"
  location = "westeurope"
}

variable "unknown" {}
