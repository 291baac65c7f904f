// What plans and edits say where no fixture can show it.
import { seconds } from '../../controls/duration';
import { asReport, checkEstate } from '../../remediations/check';
import type { Finding } from '../../remediations/findings/finding';
import type { PlanOptions } from '../../remediations/plan';
import { remediate } from '../../remediations/remediate';
import { answerOf, checked, estateOf, type FixtureSet, resourcesOf } from './harness';

const controlOf = (id: string) => checked.find((control) => control.id === id)!;

const vault = (body: string) =>
  `resource "azurerm_key_vault" "main" {
  name                = "kv-main"
  resource_group_name = "rg-data"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
${body}}
`;
const key = (policy: string) =>
  `resource "azurerm_key_vault_key" "main" {
  name         = "main"
  key_vault_id = "/subscriptions/0/resourceGroups/rg-data/providers/Microsoft.KeyVault/vaults/kv-main"
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]

  rotation_policy {
${policy}
  }
}
`;
const accounts = (each: string) =>
  `resource "azurerm_storage_account" "main" {
  for_each = toset(${each})

  name                     = "st\${each.key}"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
`;

/** Plans and edits for one control, without any answer. */
function remediated(id: string, text: string, set: FixtureSet = 'fixtures', asked: Partial<PlanOptions> = {}) {
  const estate = estateOf(text, set);
  const only = new Set([id]);
  const report = asReport(checkEstate(estate, { level: 2, only }));
  const { plan, files } = remediate([report], estate, { level: 2, only, answers: {}, allow: new Set(), ...asked });
  return { plan, text, changed: files.get('main.tf')?.after ?? text };
}

test('a name that azurerm 5.x does not have is no setting there', () => {
  const [resource] = resourcesOf(estateOf(vault('  enable_rbac_authorization = true\n'), 'fixtures-5'));
  expect(answerOf(controlOf('key-vault-rbac'), resource)).toBe('fail');
});

// What a fix would add could contradict what is there: a key that expires before it is rotated.
test.each([
  ['rotated after half a year', '    automatic {\n      time_after_creation = "P180D"\n    }'],
  ['expiring after four weeks', '    expire_after         = "P28D"\n    notify_before_expiry = "P7D"'],
])('a rotation policy that is begun is left to its owner: %s', (_, policy) => {
  const { plan, text, changed } = remediated('key-vault-key-rotation', key(policy));
  expect(plan.unplanned.map(({ address, reason }) => [address, reason])).toEqual([
    ['azurerm_key_vault_key.main', 'needs-answer'],
  ]);
  expect(changed).toBe(text);
});

test('each finding without a change names its own instance', () => {
  const { plan } = remediated('storage-blob-logging', accounts('["logs", "media"]'));
  const named = plan.unplanned.map(({ finding, address }) => [finding.subject.address, address]);
  expect(named.length).toBe(2);
  expect(named.filter(([subject, address]) => subject !== address)).toEqual([]);
});

test('to admit trusted services does not close a firewall that is open', () => {
  const { plan } = remediated('storage-trusted-services', accounts('["logs"]'));
  expect(plan.changes).toEqual([]);
});

test('what azurerm does not take beside what is there is not written', () => {
  const machine = `resource "azurerm_linux_virtual_machine" "restored" {
  name                  = "vm-restored"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  network_interface_ids = ["/subscriptions/0/nic"]
  os_managed_disk_id    = "/subscriptions/0/disk"

  os_disk {
    caching = "ReadWrite"
  }
}
`;
  const { plan, text, changed } = remediated('virtual-machine-platform-updates', machine);
  expect(plan.unplanned.map(({ reason, note }) => `${reason}: ${note}`)).toEqual([
    'needs-answer: azurerm does not take patch_mode beside os_managed_disk_id, which the code sets',
  ]);
  expect(changed).toBe(text);
});

test.each(['provision_vm_agent', 'automatic_updates_enabled'])('what Azure refuses is not written: %s', (needed) => {
  const machine = (value: boolean) => `resource "azurerm_windows_virtual_machine" "files" {
  name                  = "vm-files"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  network_interface_ids = ["/subscriptions/0/nic"]
  admin_username        = "operator"
  admin_password        = var.password
  ${needed} = ${value}

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }
}
`;
  const refused = remediated('virtual-machine-platform-updates', machine(false));
  expect(refused.plan.changes).toEqual([]);
  expect(refused.plan.unplanned[0].note).toContain(`${needed} = true, which can only be chosen at creation`);
  expect(remediated('virtual-machine-platform-updates', machine(true)).plan.changes.length).toBeGreaterThan(0);
});

const machine = (body: string, inDisk = '') => `resource "azurerm_linux_virtual_machine" "shop" {
  name                  = "vm-shop"
  resource_group_name   = "rg-compute"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  network_interface_ids = ["/subscriptions/0/nic"]
  admin_username        = "operator"
  ${body}

  os_disk {
    caching              = "ReadOnly"
    storage_account_type = "Standard_LRS"
    ${inDisk}
  }
}
`;
const disk = (body: string) => `resource "azurerm_managed_disk" "data" {
  name                 = "disk-data"
  resource_group_name  = "rg-compute"
  location             = "westeurope"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  ${body}
}
`;
const EPHEMERAL = 'diff_disk_settings {\n      option = "Local"\n    }';
const OWN_IMAGE =
  'source_image_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/i"';
const EXTENSION = `resource "azurerm_virtual_machine_extension" "encryption" {
  name                 = "encryption"
  virtual_machine_id   = azurerm_linux_virtual_machine.shop.id
  publisher            = "Microsoft.Azure.Security"
  type                 = "AzureDiskEncryptionForLinux"
  type_handler_version = "1.1"
}
`;
const SCALE_SET = `resource "azurerm_linux_virtual_machine_scale_set" "shop" {
  name = "vmss-shop"
}

resource "azurerm_virtual_machine_scale_set_extension" "encryption" {
  name                         = "encryption"
  virtual_machine_scale_set_id = azurerm_linux_virtual_machine_scale_set.shop.id
  type                         = "AzureDiskEncryptionForLinux"
}
`;

test.each([
  ['virtual-machine-platform-updates', machine(OWN_IMAGE), 'source_image_id'],
  ['virtual-machine-host-encryption', machine('', EPHEMERAL), 'ephemeral'],
  [
    'virtual-machine-host-encryption',
    machine('', 'security_encryption_type = "DiskWithVMGuestState"'),
    'does not take',
  ],
  ['virtual-machine-host-encryption', machine('') + EXTENSION, 'azurerm_virtual_machine_extension.encryption'],
  ['scale-set-host-encryption', SCALE_SET, 'azurerm_virtual_machine_scale_set_extension.encryption'],
  ['virtual-machine-os-disk-key', machine('', EPHEMERAL), 'ephemeral'],
  ['virtual-machine-os-disk-key', machine('', 'security_encryption_type = "VMGuestStateOnly"'), 'confidential'],
  ['virtual-machine-os-disk-key', machine('') + EXTENSION, 'azurerm_virtual_machine_extension.encryption'],
  ['managed-disk-key', disk('security_type = "ConfidentialVM_DiskEncryptedWithPlatformKey"'), 'confidential'],
  [
    'managed-disk-key',
    disk(`encryption_settings {
    disk_encryption_key {
      secret_url      = "https://kv.vault.azure.net/secrets/disk/1"
      source_vault_id = "/subscriptions/0/vault"
    }
  }`),
    'Azure Disk Encryption',
  ],
])('what Azure refuses for the machine or the disk is not written: %s', (id, code, why) => {
  const { plan, text, changed } = remediated(id, code);
  expect(changed).toBe(text);
  expect(plan.unplanned.map(({ reason }) => reason)).toEqual(['needs-answer']);
  expect(plan.unplanned[0].note).toContain(why);
  expect(plan.questions).toEqual([]);
});

test.each([
  ['virtual-machine-platform-updates', machine('')],
  ['virtual-machine-host-encryption', machine('', 'security_encryption_type = "VMGuestStateOnly"')],
  ['virtual-machine-os-disk-key', machine('') + EXTENSION.replace('AzureDiskEncryptionForLinux', 'CustomScript')],
  ['managed-disk-key', disk('')],
])('and for others it is: %s', (id, code) => {
  const answers = { diskEncryptionSetId: '/subscriptions/0/diskEncryptionSets/des' };
  const { plan } = remediated(id, code, 'fixtures', { answers, allow: new Set(['irreversible'] as const) });
  expect(plan.changes).not.toEqual([]);
});

const AZAPI = `terraform {
  required_providers {
    azapi = {
      source = "Azure/azapi"
    }
  }
}
`;
const logs = `resource "azurerm_storage_account" "logs" {
  name                     = "stlogs"
  resource_group_name      = "rg-data"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
`;

test.each([
  ['declared', AZAPI, { changes: ['azapi_update_resource'], reasons: [] }],
  ['not declared', '', { changes: [], reasons: ['needs-answer'] }],
])('what azurerm has no attribute for is added for a finding where azapi is %s', (_, settings, expected) => {
  const estate = estateOf(settings + logs);
  const finding: Finding = {
    scanner: 'azure-policy',
    rule: '044985bb-afe1-42cd-8a36-9d5d42424537',
    subject: { address: 'azurerm_storage_account.logs' },
    message: 'no reminder',
  };
  const report = { source: 'states.json', format: 'azure-policy', findings: [finding], ignored: {}, notes: [] };
  const { plan } = remediate([report], estate, { level: 2, answers: {}, allow: new Set() });
  expect({
    changes: plan.changes.map(({ edit: { what } }) => what.do === 'add' && what.type),
    reasons: plan.unplanned.map(({ reason }) => reason),
  }).toEqual(expected);
});

const containers = (tier: string) => `resource "azurerm_security_center_subscription_pricing" "main" {
  tier          = ${tier}
  resource_type = "Containers"
}

variable "unknown" {}
`;

test('blocks that two controls want stand side by side', () => {
  const estate = estateOf(containers('"Standard"'));
  const only = new Set(['defender-agentless-kubernetes-discovery', 'defender-image-vulnerability-scanning']);
  const report = asReport(checkEstate(estate, { level: 2, only }));
  const { plan, files } = remediate([report], estate, { level: 2, only, answers: {}, allow: new Set() });
  expect(plan.unplanned).toEqual([]);
  const names = [...files.get('main.tf')!.after.matchAll(/^ {4}name = "(\w+)"$/gm)].map(([, name]) => name);
  expect(names).toEqual(['AgentlessDiscoveryForKubernetes', 'ContainerRegistriesVulnerabilityAssessments']);
});

test('a rule that stands for many plans is answered for the one it is reported on', () => {
  const finding: Finding = {
    scanner: 'checkov',
    rule: 'CKV_AZURE_19',
    subject: { address: 'azurerm_security_center_subscription_pricing.main' },
    message: 'not Standard',
  };
  const report = { source: 'checkov.json', format: 'checkov', findings: [finding], ignored: {}, notes: [] };
  const planned = (tier: string) =>
    remediate([report], estateOf(containers(tier)), { level: 2, answers: {}, allow: new Set() }).plan;
  expect(planned('"Free"').changes.map(({ to }) => to)).toEqual(['Standard']);
  expect(planned('var.unknown').unplanned).toMatchObject([
    { reason: 'computed-value', control: 'defender-plan-containers' },
  ]);
});

test('seconds of a time span', () => {
  expect(['00.01:00:00', '1.00:00:00', '00:30:00'].map(seconds)).toEqual([3600, 86400, 1800]);
  expect(['', '1h', '01:00'].map(seconds)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
