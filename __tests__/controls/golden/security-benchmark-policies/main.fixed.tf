resource "azurerm_subscription_policy_assignment" "pass_plain" {
  name                 = "pass-plain"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"
}

resource "azurerm_subscription_policy_assignment" "pass_written" {
  name                 = "pass-written"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"
  enforce              = true
}

resource "azurerm_subscription_policy_assignment" "pass_parameters" {
  name                 = "pass-parameters"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"

  parameters = <<-JSON
    { "sqlDbEncryptionMonitoringEffect": { "value": "AuditIfNotExists" } }
  JSON
}

resource "azurerm_subscription_policy_assignment" "fail_not_enforced" {
  name                 = "fail-not-enforced"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"
  enforce              = true
}

resource "azurerm_subscription_policy_assignment" "fail_disabled" {
  name                 = "fail-disabled"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"

  parameters = <<-JSON
    { "sqlDbEncryptionMonitoringEffect": { "value": "Disabled" } }
  JSON
}

resource "azurerm_subscription_policy_assignment" "fail_override" {
  name                 = "fail-override"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"

  overrides {
    value = "Disabled"

    selectors {
      in = ["sqlDbEncryptionMonitoring"]
    }
  }
}

resource "azurerm_subscription_policy_assignment" "unknown_parameters" {
  name                 = "unknown-parameters"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"

  parameters = jsonencode({
    sqlDbEncryptionMonitoringEffect = { value = var.unknown }
  })
}

resource "azurerm_subscription_policy_assignment" "unknown_enforce" {
  name                 = "unknown-enforce"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"
  enforce              = var.unknown
}

resource "azurerm_subscription_policy_assignment" "unknown_definition" {
  name                 = "unknown-definition"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = var.unknown
  enforce              = false
}

resource "azurerm_subscription_policy_assignment" "na_other_initiative" {
  name                 = "na-other-initiative"
  subscription_id      = data.azurerm_subscription.current.id
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/00000000-0000-0000-0000-000000000000"
  enforce              = false
}

data "azurerm_subscription" "current" {}

variable "unknown" {}
