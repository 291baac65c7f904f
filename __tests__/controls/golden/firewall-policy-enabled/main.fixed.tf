resource "azurerm_web_application_firewall_policy" "pass_absent" {
  name                = "waf-pass-absent"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}

resource "azurerm_web_application_firewall_policy" "pass_true" {
  name                = "waf-pass-true"
  resource_group_name = "rg-network"
  location            = "westeurope"

  policy_settings {
    enabled = true
    mode    = "Prevention"
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}

resource "azurerm_web_application_firewall_policy" "fail_false" {
  name                = "waf-fail-false"
  resource_group_name = "rg-network"
  location            = "westeurope"

  policy_settings {
    enabled = true
    mode    = "Prevention"
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}

resource "azurerm_web_application_firewall_policy" "unknown_variable" {
  name                = "waf-unknown-variable"
  resource_group_name = "rg-network"
  location            = "westeurope"

  policy_settings {
    enabled = var.unknown
    mode    = "Prevention"
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}

variable "unknown" {}
