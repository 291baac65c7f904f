resource "azurerm_web_application_firewall_policy" "pass_other_rule" {
  name                = "pass-other-rule"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-920-PROTOCOL-ENFORCEMENT"
        disabled_rules  = ["920300"]
      }
    }
  }
}

resource "azurerm_web_application_firewall_policy" "fail_disabled" {
  name                = "fail-disabled"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"
        disabled_rules  = ["944240"]
      }
    }
  }
}

resource "azurerm_web_application_firewall_policy" "fail_rule" {
  name                = "fail-rule"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"

        rule {
          id      = "944240"
          enabled = false
        }
      }
    }
  }
}
