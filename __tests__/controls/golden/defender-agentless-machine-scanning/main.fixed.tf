resource "azurerm_security_center_subscription_pricing" "pass_listed" {
  tier          = "Standard"
  resource_type = "VirtualMachines"
  subplan       = "P2"

  extension {
    name = "AgentlessVmScanning"
  }
}

resource "azurerm_security_center_subscription_pricing" "pass_among_others" {
  tier          = "Standard"
  resource_type = "VirtualMachines"

  extension {
    name = "MdeDesignatedSubscription"
  }

  extension {
    name = "AgentlessVmScanning"
    additional_extension_properties = {
      ExclusionTags = "[]"
    }
  }
}

resource "azurerm_security_center_subscription_pricing" "fail_none" {
  tier          = "Standard"
  resource_type = "VirtualMachines"

  extension {
    name = "AgentlessVmScanning"
  }
}

resource "azurerm_security_center_subscription_pricing" "fail_others_only" {
  tier          = "Standard"
  resource_type = "VirtualMachines"

  extension {
    name = "MdeDesignatedSubscription"
  }

  extension {
    name = "AgentlessVmScanning"
  }
}

resource "azurerm_security_center_subscription_pricing" "fail_free" {
  tier          = "Standard"
  resource_type = "VirtualMachines"

  extension {
    name = "AgentlessVmScanning"
  }
}

resource "azurerm_security_center_subscription_pricing" "fail_plan_1" {
  tier          = "Standard"
  resource_type = "VirtualMachines"
  subplan       = "P1"

  extension {
    name = "AgentlessVmScanning"
  }
}

resource "azurerm_security_center_subscription_pricing" "unknown_subplan" {
  tier          = "Standard"
  resource_type = "VirtualMachines"
  subplan       = var.unknown

  extension {
    name = "AgentlessVmScanning"
  }
}

resource "azurerm_security_center_subscription_pricing" "unknown_name" {
  tier          = "Standard"
  resource_type = "VirtualMachines"

  extension {
    name = var.unknown
  }
}

resource "azurerm_security_center_subscription_pricing" "unknown_dynamic" {
  tier          = "Standard"
  resource_type = "VirtualMachines"

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
