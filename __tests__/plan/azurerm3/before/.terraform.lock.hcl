provider "registry.terraform.io/hashicorp/azurerm" {
  version     = "3.104.2"
  constraints = "~> 3.100"
}
