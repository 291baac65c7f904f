resource "azurerm_application_gateway" "pass_named" {
  name                = "agw-pass-named"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101S"
  }
}

resource "azurerm_application_gateway" "pass_custom" {
  name                = "agw-pass-custom"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type          = "CustomV2"
    min_protocol_version = "TLSv1_3"
    cipher_suites        = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]
  }
}

resource "azurerm_application_gateway" "pass_older_custom" {
  name                = "agw-pass-older-custom"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_Medium"
    tier     = "Standard"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type          = "Custom"
    min_protocol_version = "TLSv1_2"
    cipher_suites        = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]
  }
}

resource "azurerm_application_gateway" "pass_profile" {
  name                = "agw-pass-profile"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101S"
  }

  ssl_profile {
    name = "partners"

    ssl_policy {
      policy_type = "Predefined"
      policy_name = "AppGwSslPolicy20220101S"
    }
  }
}

resource "azurerm_application_gateway" "fail_absent" {
  name                = "agw-fail-absent"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101S"
  }
}

resource "azurerm_application_gateway" "fail_default" {
  name                = "agw-fail-default"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101S"
  }
}

resource "azurerm_application_gateway" "fail_oldest" {
  name                = "agw-fail-oldest"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101S"
  }
}

resource "azurerm_application_gateway" "fail_profile" {
  name                = "agw-fail-profile"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_profile {
    name = "partners"

    ssl_policy {
      policy_type = "Predefined"
      policy_name = "AppGwSslPolicy20220101S"
    }
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101S"
  }
}

resource "azurerm_application_gateway" "fail_older_gateway" {
  name                = "agw-fail-older-gateway"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_Medium"
    tier     = "Standard"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }
}

resource "azurerm_application_gateway" "fail_version" {
  name                = "agw-fail-version"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type          = "CustomV2"
    min_protocol_version = "TLSv1_1"
    cipher_suites        = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]
  }
}

resource "azurerm_application_gateway" "fail_ciphers" {
  name                = "agw-fail-ciphers"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type          = "Custom"
    min_protocol_version = "TLSv1_2"
    cipher_suites        = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_256_CBC_SHA"]
  }
}

resource "azurerm_application_gateway" "fail_protocols" {
  name                = "agw-fail-protocols"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    disabled_protocols = ["TLSv1_0", "TLSv1_1"]
  }
}

resource "azurerm_application_gateway" "unknown_name" {
  name                = "agw-unknown-name"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = var.unknown
  }
}

resource "azurerm_application_gateway" "unknown_version" {
  name                = "agw-unknown-version"
  resource_group_name = "rg-network"
  location            = "westeurope"

  sku {
    name     = "Standard_v2"
    tier     = "Standard_v2"
    capacity = 2
  }

  gateway_ip_configuration {
    name      = "gateway"
    subnet_id = var.subnet_id
  }

  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = var.address_id
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

  ssl_certificate {
    name                = "apps"
    key_vault_secret_id = var.certificate_id
  }

  ssl_policy {
    policy_type          = "CustomV2"
    min_protocol_version = var.unknown
    cipher_suites        = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]
  }
}

variable "address_id" {}

variable "certificate_id" {}

variable "subnet_id" {}

variable "unknown" {}
