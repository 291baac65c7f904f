import { Construct } from 'constructs';
import { KeyVault, type KeyVaultConfig } from '../key-vault';
import { setLevel } from '../marks';
import { lock, logs, type PrivateConfig, placeOf, privateEndpoint } from './parts';

export interface SecureKeyVaultConfig extends PrivateConfig {
  readonly tenantId: string;
  /** 'premium' keeps keys in a hardware module, and costs more for each of them. @default 'standard' */
  readonly skuName?: 'standard' | 'premium';
  /** Anything else of the vault. */
  readonly vault?: Partial<KeyVaultConfig>;
}

/** A key vault that meets level 2: private, with roles and purge protection, logged, locked. */
export class SecureKeyVault extends Construct {
  readonly vault: KeyVault;

  constructor(scope: Construct, id: string, config: SecureKeyVaultConfig) {
    super(scope, id);
    setLevel(this, 2);
    const { name, tenantId, skuName = 'standard' } = config;
    this.vault = new KeyVault(this, 'Default', {
      ...placeOf(config),
      name,
      tenantId,
      skuName,
      publicNetworkAccessEnabled: false,
      networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' },
      ...config.vault,
    });
    privateEndpoint(this, config, this.vault.id, 'vault');
    logs(this, config, 'audit-logs', this.vault.id, ['AuditEvent']);
    lock(this, config, this.vault.id);
  }
}
