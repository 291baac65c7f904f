import type { KeyVaultConfig } from '@cdktf/provider-azurerm/lib/key-vault';
import { controlsFor, fresh, oneOf } from './control';

const control = controlsFor<KeyVaultConfig>('azurerm_key_vault');

/** Who reaches a vault over the network: not in the benchmark, which asks for a private endpoint (3.3.7). */
export const keyVaultNetwork = [
  control({
    id: 'key-vault-firewall-deny',
    title: 'The firewall of a vault refuses what no rule admits',
    why: 'With a stolen login secrets can be read from anywhere, unless the network says no.',
    severity: 'high',
    level: 2,
    cis: {},
    want: { networkAcls: { defaultAction: 'Deny', bypass: fresh(oneOf('AzureServices', 'None')) } },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients outside the listed addresses and subnets lose access: list them first.',
        'Terraform itself can no longer read keys and secrets of the vault unless its address is listed.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_109'], trivy: ['AZU-0013', 'azure-keyvault-specify-network-acl'] },
  }),
  control({
    id: 'key-vault-no-public-network',
    title: 'Vaults are closed to public networks',
    why: 'Secrets are safest where the internet cannot even ask for them.',
    severity: 'high',
    level: 2,
    cis: {},
    want: { publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Only private endpoints and trusted services reach the vault afterwards; listed addresses no longer count.',
        'Terraform can no longer read keys and secrets of the vault unless it runs inside the network.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_189'] },
  }),
];
