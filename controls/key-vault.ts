import type { KeyVaultConfig } from '@cdktf/provider-azurerm/lib/key-vault';
import { atLeast, controlsFor } from './control';
import { keyVaultNetwork } from './key-vault-network';
import { privateEndpoint } from './private-endpoint';

const control = controlsFor<KeyVaultConfig>('azurerm_key_vault');

export const keyVault = [
  ...keyVaultNetwork,
  control({
    id: 'key-vault-purge-protection',
    title: 'Deleted vaults and their contents can be recovered, and nobody can purge them early',
    why: 'Without it one permission is enough to destroy every key, and with the keys all data they encrypt.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '3.3.5' },
    want: { purgeProtectionEnabled: true, softDeleteRetentionDays: atLeast(7, { set: 90 }) },
    fix: {
      impact: 'irreversible',
      consequences: [
        'Purge protection cannot be switched off again.',
        'A deleted vault keeps its name until the retention period is over; a new one cannot take it.',
      ],
      restores: 'no',
    },
    aliases: {
      checkov: [
        'CKV_AZURE_42',
        'CKV_AZURE_110',
        { rule: 'CKV_AZURE_111', differs: 'Soft delete is always on since azurerm 3.0: it always passes.' },
      ],
      trivy: ['AZU-0016', 'azure-keyvault-no-purge'],
      kics: ['cec6e005-9309-46eb-b34b-456f6eae818b'],
      prowler: ['keyvault_recoverable'],
      'azure-policy': ['0b60c0b2-2dc2-4e1c-b5c9-abbed971de53', '1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d'],
      defender: ['4ed62ae4-5072-f9e7-8d94-51c76c48159a', '78211c00-15a9-336e-17c4-0b48613dadf4'],
      powerpipe: ['cis_v300_3_3_5', 'keyvault_vault_recoverable'],
    },
  }),
  control({
    id: 'key-vault-rbac',
    title: 'Vaults authorize with Azure roles instead of access policies',
    why: 'Roles can be granted on one key or secret, reviewed with the others and activated for a limited time.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '3.3.6' },
    want: { rbacAuthorizationEnabled: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Access policies stop counting at once: whoever has no role on the vault loses access.',
        'Assign roles (such as Key Vault Secrets User) to every user of the vault before applying.',
      ],
      restores: 'yes',
    },
    aliases: {
      prowler: ['keyvault_rbac_enabled'],
      'azure-policy': ['12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5'],
      powerpipe: ['cis_v300_3_3_6', 'keyvault_rbac_enabled'],
    },
  }),
  control({
    id: 'key-vault-private-endpoint',
    title: 'Vaults are reached over private endpoints',
    why: 'Traffic stays on the private network and the name resolves to a private address.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '3.3.7' },
    companions: [privateEndpoint('vault', ['"vault"', /^vault$/i])],
    fix: {
      impact: 'in-place',
      consequences: ['Names resolve to the private address only where the private DNS zone is linked.'],
      cost: 'A private endpoint is billed by the hour and by the gigabyte.',
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV2_AZURE_32'],
      prowler: ['keyvault_private_endpoints'],
      'azure-policy': ['a6abeaec-4d90-4a02-805f-6b26c4d3fbe9'],
      defender: ['2e96bc2f-1972-e471-9e70-ae58d41e9d2a'],
      powerpipe: ['cis_v300_3_3_7', 'keyvault_vault_private_link_used'],
    },
  }),
];
