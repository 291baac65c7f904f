resource "azurerm_application_gateway" "pass_policy" {
  name                = "agw-pass-policy"
  resource_group_name = "rg-network"
  location            = "westeurope"
  firewall_policy_id  = azurerm_web_application_firewall_policy.main.id

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.unknown
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.unknown
  }

  frontend_port {
    name = "https"
    port = 443
  }

  backend_address_pool {
    name = "apps"
  }

  backend_http_settings {
    name                  = "apps"
    port                  = 443
    protocol              = "Https"
    cookie_based_affinity = "Disabled"
  }

  http_listener {
    name                           = "apps"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "apps"
  }

  request_routing_rule {
    name                       = "apps"
    rule_type                  = "Basic"
    priority                   = 100
    http_listener_name         = "apps"
    backend_address_pool_name  = "apps"
    backend_http_settings_name = "apps"
  }
}

resource "azurerm_application_gateway" "pass_block" {
  name                = "agw-pass-block"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.unknown
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.unknown
  }

  frontend_port {
    name = "https"
    port = 443
  }

  backend_address_pool {
    name = "apps"
  }

  backend_http_settings {
    name                  = "apps"
    port                  = 443
    protocol              = "Https"
    cookie_based_affinity = "Disabled"
  }

  http_listener {
    name                           = "apps"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "apps"
  }

  request_routing_rule {
    name                       = "apps"
    rule_type                  = "Basic"
    priority                   = 100
    http_listener_name         = "apps"
    backend_address_pool_name  = "apps"
    backend_http_settings_name = "apps"
  }

  waf_configuration {
    enabled          = true
    firewall_mode    = "Detection"
    rule_set_version = "3.2"
  }
}

resource "azurerm_application_gateway" "fail_off" {
  name                = "agw-fail-off"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.unknown
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.unknown
  }

  frontend_port {
    name = "https"
    port = 443
  }

  backend_address_pool {
    name = "apps"
  }

  backend_http_settings {
    name                  = "apps"
    port                  = 443
    protocol              = "Https"
    cookie_based_affinity = "Disabled"
  }

  http_listener {
    name                           = "apps"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "apps"
  }

  request_routing_rule {
    name                       = "apps"
    rule_type                  = "Basic"
    priority                   = 100
    http_listener_name         = "apps"
    backend_address_pool_name  = "apps"
    backend_http_settings_name = "apps"
  }

  waf_configuration {
    enabled          = true
    firewall_mode    = "Detection"
    rule_set_version = "3.2"
  }
}

resource "azurerm_application_gateway" "fail_none" {
  name                = "agw-fail-none"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.unknown
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.unknown
  }

  frontend_port {
    name = "https"
    port = 443
  }

  backend_address_pool {
    name = "apps"
  }

  backend_http_settings {
    name                  = "apps"
    port                  = 443
    protocol              = "Https"
    cookie_based_affinity = "Disabled"
  }

  http_listener {
    name                           = "apps"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "apps"
  }

  request_routing_rule {
    name                       = "apps"
    rule_type                  = "Basic"
    priority                   = 100
    http_listener_name         = "apps"
    backend_address_pool_name  = "apps"
    backend_http_settings_name = "apps"
  }
}

resource "azurerm_application_gateway" "na_standard" {
  name                = "agw-na-standard"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.unknown
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.unknown
  }

  frontend_port {
    name = "https"
    port = 443
  }

  backend_address_pool {
    name = "apps"
  }

  backend_http_settings {
    name                  = "apps"
    port                  = 443
    protocol              = "Https"
    cookie_based_affinity = "Disabled"
  }

  http_listener {
    name                           = "apps"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "apps"
  }

  request_routing_rule {
    name                       = "apps"
    rule_type                  = "Basic"
    priority                   = 100
    http_listener_name         = "apps"
    backend_address_pool_name  = "apps"
    backend_http_settings_name = "apps"
  }
}

resource "azurerm_application_gateway" "unknown_policy" {
  name                = "agw-unknown-policy"
  resource_group_name = "rg-network"
  location            = "westeurope"
  firewall_policy_id  = var.unknown

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.unknown
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.unknown
  }

  frontend_port {
    name = "https"
    port = 443
  }

  backend_address_pool {
    name = "apps"
  }

  backend_http_settings {
    name                  = "apps"
    port                  = 443
    protocol              = "Https"
    cookie_based_affinity = "Disabled"
  }

  http_listener {
    name                           = "apps"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "apps"
  }

  request_routing_rule {
    name                       = "apps"
    rule_type                  = "Basic"
    priority                   = 100
    http_listener_name         = "apps"
    backend_address_pool_name  = "apps"
    backend_http_settings_name = "apps"
  }
}

resource "azurerm_application_gateway" "unknown_block" {
  name                = "agw-unknown-block"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.unknown
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.unknown
  }

  frontend_port {
    name = "https"
    port = 443
  }

  backend_address_pool {
    name = "apps"
  }

  backend_http_settings {
    name                  = "apps"
    port                  = 443
    protocol              = "Https"
    cookie_based_affinity = "Disabled"
  }

  http_listener {
    name                           = "apps"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "https"
    protocol                       = "Https"
    ssl_certificate_name           = "apps"
  }

  request_routing_rule {
    name                       = "apps"
    rule_type                  = "Basic"
    priority                   = 100
    http_listener_name         = "apps"
    backend_address_pool_name  = "apps"
    backend_http_settings_name = "apps"
  }

  waf_configuration {
    enabled          = var.unknown
    firewall_mode    = "Detection"
    rule_set_version = "3.2"
  }
}

resource "azurerm_web_application_firewall_policy" "main" {
  name                = "waf-main"
  resource_group_name = "rg-network"
  location            = "westeurope"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}

variable "unknown" {}
