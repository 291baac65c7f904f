// A generated estate and the report that Checkov would give of it: a hundred roots of ten files, ten findings a file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// What Checkov 3.3 reports on an account like the one below: ten rules for one resource.
const RULES = [
  'CKV_AZURE_33',
  'CKV_AZURE_44',
  'CKV_AZURE_59',
  'CKV_AZURE_190',
  'CKV_AZURE_206',
  'CKV2_AZURE_1',
  'CKV2_AZURE_38',
  'CKV2_AZURE_40',
  'CKV2_AZURE_41',
  'CKV2_AZURE_47',
];

const account = (i) => `resource "azurerm_storage_account" "logs_${i}" {
  name                     = "stlogs${i}"
  resource_group_name      = azurerm_resource_group.main.name
  location                 = azurerm_resource_group.main.location
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = ${i % 3 ? '"TLS1_0"' : 'var.min_tls_version'}

  network_rules {
    default_action = "Deny"
    ip_rules       = ["203.0.113.${i % 250}"]
    bypass         = ["AzureServices"]
  }

  tags = {
    team        = "team-${i % 17}"
    cost_center = "${1000 + i}" # charged monthly
  }
}
`;

const others = (i) => `
resource "azurerm_storage_container" "logs_${i}" {
  name               = "logs"
  storage_account_id = azurerm_storage_account.logs_${i}.id
}

resource "azurerm_network_security_group" "app_${i}" {
  name                = "nsg-app-${i}"
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name

  security_rule {
    name                       = "https"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefixes    = ["10.0.0.0/8"]
    destination_address_prefix = "*"
  }
}

resource "azurerm_subnet" "app_${i}" {
  name                 = "snet-app-${i}"
  resource_group_name  = azurerm_resource_group.main.name
  virtual_network_name = "vnet-main"
  address_prefixes     = ["10.${i % 250}.0.0/24"]
}
`;

const FIXED = `terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.55"
    }
  }
}

variable "min_tls_version" {
  type    = string
  default = "TLS1_2"
}

resource "azurerm_resource_group" "main" {
  name     = "rg-main"
  location = "westeurope"
}
`;

/** Writes `files` files, ten to a root module, and a Checkov report with ten findings for each. */
export function writeEstate(folder, files) {
  const failed = [];
  for (let f = 0; f < files; f++) {
    const dir = `team${Math.floor(f / 10)}`;
    mkdirSync(join(folder, 'code', dir), { recursive: true });
    if (f % 10 === 0) writeFileSync(join(folder, 'code', dir, 'versions.tf'), FIXED);
    const text = account(f);
    const path = `/${dir}/app${f % 10}.tf`;
    writeFileSync(join(folder, 'code', dir, `app${f % 10}.tf`), text + others(f));
    for (const rule of RULES)
      failed.push({
        check_id: rule,
        bc_check_id: `BC_AZR_${rule.slice(-3)}`,
        check_name: `Ensure that storage accounts meet ${rule}`,
        check_result: { result: 'FAILED', evaluated_keys: ['min_tls_version'] },
        code_block: text.split('\n').map((each, n) => [1 + n, `${each}\n`]),
        file_path: path,
        file_abs_path: `/builds/platform${path}`,
        repo_file_path: path,
        file_line_range: [1, text.split('\n').length - 1],
        resource: `azurerm_storage_account.logs_${f}`,
        evaluations: null,
        check_class: 'checkov.terraform.checks.resource.azure',
        fixed_definition: null,
        entity_tags: { team: 'x' },
        caller_file_path: null,
        caller_file_line_range: null,
        resource_address: null,
        severity: null,
        guideline: `https://docs.example.com/${rule}`,
        details: [],
        breadcrumbs: {},
      });
  }
  const report = {
    check_type: 'terraform',
    results: { passed_checks: [], failed_checks: failed, skipped_checks: [], parsing_errors: [] },
    summary: {
      passed: 0,
      failed: failed.length,
      skipped: 0,
      parsing_errors: 0,
      resource_count: failed.length,
      checkov_version: '3.3.30',
    },
    url: '',
  };
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report, null, 1));
}
