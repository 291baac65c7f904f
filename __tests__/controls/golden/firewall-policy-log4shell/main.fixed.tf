resource "azurerm_web_application_firewall_policy" "pass_owasp" {
  name                = "pass-owasp"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}

resource "azurerm_web_application_firewall_policy" "pass_default_type" {
  name                = "pass-default-type"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.1"
    }
  }
}

resource "azurerm_web_application_firewall_policy" "pass_microsoft" {
  name                = "pass-microsoft"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      type    = "Microsoft_DefaultRuleSet"
      version = "2.1"
    }

    managed_rule_set {
      type    = "Microsoft_BotManagerRuleSet"
      version = "1.1"
    }
  }
}

resource "azurerm_web_application_firewall_policy" "pass_others_off" {
  name                = "pass-others-off"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"

        rule {
          id = "944130"
        }
      }

      rule_group_override {
        rule_group_name = "REQUEST-942-APPLICATION-ATTACK-SQLI"

        rule {
          id      = "942430"
          enabled = false
        }
      }
    }
  }
}

resource "azurerm_web_application_firewall_policy" "pass_blocks" {
  name                = "pass-blocks"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"

        rule {
          id      = "944240"
          enabled = true
          action  = "Block"
        }
      }
    }
  }
}

resource "azurerm_web_application_firewall_policy" "fail_off" {
  name                = "fail-off"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"

        rule {
          id = "944200"
        }

        rule {
          id      = "944240"
          enabled = true
        }
      }
    }
  }
}

resource "azurerm_web_application_firewall_policy" "fail_off_by_default" {
  name                = "fail-off-by-default"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      type    = "Microsoft_DefaultRuleSet"
      version = "2.1"

      rule_group_override {
        rule_group_name = "JAVA"

        rule {
          id      = "944240"
          enabled = true
        }
      }
    }
  }
}

resource "azurerm_web_application_firewall_policy" "fail_only_logs" {
  name                = "fail-only-logs"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"

        rule {
          id      = "944240"
          enabled = true
          action  = "Log"
        }
      }
    }
  }
}

resource "azurerm_web_application_firewall_policy" "fail_older_set" {
  name                = "fail-older-set"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.0"
    }
  }
}

resource "azurerm_web_application_firewall_policy" "unknown_version" {
  name                = "unknown-version"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = var.unknown
    }
  }
}

resource "azurerm_web_application_firewall_policy" "unknown_rule" {
  name                = "unknown-rule"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"

        rule {
          id = var.unknown
        }
      }
    }
  }
}

variable "unknown" {}
