resource "azurerm_security_center_subscription_pricing" "pass_listed" {
  tier          = "Standard"
  resource_type = "Containers"

  extension {
    name = "AgentlessDiscoveryForKubernetes"
  }
}

resource "azurerm_security_center_subscription_pricing" "pass_among_others" {
  tier          = "Standard"
  resource_type = "Containers"

  extension {
    name = "ContainerSensor"
  }

  extension {
    name = "AgentlessDiscoveryForKubernetes"
    additional_extension_properties = {
      ExclusionTags = "[]"
    }
  }
}

resource "azurerm_security_center_subscription_pricing" "fail_none" {
  tier          = "Standard"
  resource_type = "Containers"

  extension {
    name = "AgentlessDiscoveryForKubernetes"
  }
}

resource "azurerm_security_center_subscription_pricing" "fail_others_only" {
  tier          = "Standard"
  resource_type = "Containers"

  extension {
    name = "ContainerSensor"
  }

  extension {
    name = "AgentlessDiscoveryForKubernetes"
  }
}

resource "azurerm_security_center_subscription_pricing" "fail_free" {
  tier          = "Standard"
  resource_type = "Containers"

  extension {
    name = "AgentlessDiscoveryForKubernetes"
  }
}

resource "azurerm_security_center_subscription_pricing" "na_posture" {
  tier          = "Standard"
  resource_type = "CloudPosture"
}

resource "azurerm_security_center_subscription_pricing" "unknown_name" {
  tier          = "Standard"
  resource_type = "Containers"

  extension {
    name = var.unknown
  }
}

resource "azurerm_security_center_subscription_pricing" "unknown_dynamic" {
  tier          = "Standard"
  resource_type = "Containers"

  dynamic "extension" {
    for_each = var.unknown
    content {
      name = extension.value
    }
  }
}

resource "azurerm_security_center_subscription_pricing" "na_other_plan" {
  tier          = "Standard"
  resource_type = "KeyVaults"
}

variable "unknown" {}
