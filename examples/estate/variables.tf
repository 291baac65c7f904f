variable "environment" {
  type    = string
  default = "dev"
}

variable "location" {
  type    = string
  default = "westeurope"
}

# Read by every account of the shop.
variable "storage_min_tls_version" {
  type    = string
  default = "TLS1_1"
}

variable "partner_accounts" {
  type = map(object({
    replication = string
    public      = bool
  }))
  default = {
    contoso  = { replication = "LRS", public = true }
    fabrikam = { replication = "ZRS", public = false }
  }
}
