terraform {
  required_providers {
    azapi = {
      source = "Azure/azapi"
    }
  }
}

resource "azapi_resource_action" "pass_both" {
  type        = "Microsoft.Subscription/policies@2021-10-01"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "PUT"
  body = {
    blockSubscriptionsLeavingTenant = true
    blockSubscriptionsIntoTenant    = true
  }
}

resource "azapi_resource_action" "pass_exempted" {
  type        = "Microsoft.Subscription/policies@2024-08-01-preview"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "PUT"
  body = {
    blockSubscriptionsLeavingTenant = true
    blockSubscriptionsIntoTenant    = true
    exemptedPrincipals              = ["22222222-2222-2222-2222-222222222222"]
  }
}

resource "azapi_resource_action" "fail_leaving_only" {
  type        = "Microsoft.Subscription/policies@2021-10-01"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "PUT"
  body        = { blockSubscriptionsLeavingTenant = true, blockSubscriptionsIntoTenant = true, exemptedPrincipals = ["22222222-2222-2222-2222-222222222222"] }
}

resource "azapi_resource_action" "fail_missing" {
  type        = "Microsoft.Subscription/policies@2021-10-01"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "PUT"
  body        = { blockSubscriptionsIntoTenant = true, blockSubscriptionsLeavingTenant = true }
}

resource "azapi_resource_action" "fail_in_properties" {
  type        = "Microsoft.Subscription/policies@2021-10-01"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "PUT"
  body        = { properties = { blockSubscriptionsLeavingTenant = true, blockSubscriptionsIntoTenant = true }, blockSubscriptionsLeavingTenant = true, blockSubscriptionsIntoTenant = true }
}

resource "azapi_resource_action" "unknown_value" {
  type        = "Microsoft.Subscription/policies@2021-10-01"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "PUT"
  body = {
    blockSubscriptionsLeavingTenant = var.unknown
    blockSubscriptionsIntoTenant    = true
  }
}

resource "azapi_resource_action" "unknown_body" {
  type        = "Microsoft.Subscription/policies@2021-10-01"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "PUT"
  body        = var.unknown
}

resource "azapi_resource_action" "na_other_type" {
  type        = "Microsoft.Security/pricings@2024-01-01"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "PUT"
  body = {
    enabled = true
  }
}

resource "azapi_resource_action" "na_read" {
  type        = "Microsoft.Subscription/policies@2021-10-01"
  resource_id = "/providers/Microsoft.Subscription/policies/default"
  method      = "GET"
  body = {
    blockSubscriptionsLeavingTenant = true
    blockSubscriptionsIntoTenant    = true
  }
}

variable "unknown" {}
