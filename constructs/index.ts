export { AzapiProvider, AzapiUpdateResource, type AzapiUpdateResourceConfig } from './azapi';
export { type EnforcementReport, enforce, enforcementReport } from './enforce';
export { type Exception, except } from './except';
export { KeyVault, type KeyVaultConfig } from './key-vault';
export { KeyVaultKey, type KeyVaultKeyConfig } from './key-vault-key';
export { KeyVaultSecret, type KeyVaultSecretConfig } from './key-vault-secret';
export { setExisting, setLevel } from './marks';
export { MonitorDiagnosticSetting, type MonitorDiagnosticSettingConfig } from './monitor-diagnostic-setting';
export { NetworkSecurityGroup, type NetworkSecurityGroupConfig } from './network-security-group';
export { NetworkSecurityRule, type NetworkSecurityRuleConfig } from './network-security-rule';
export { PrivateEndpoint, type PrivateEndpointConfig } from './private-endpoint';
export { StorageAccount, type StorageAccountConfig } from './storage-account';
export {
  StorageAccountCustomerManagedKey,
  type StorageAccountCustomerManagedKeyConfig,
} from './storage-account-customer-managed-key';
export { StorageAccountNetworkRules, type StorageAccountNetworkRulesConfig } from './storage-account-network-rules';
export { StorageKeyRotationReminder, type StorageKeyRotationReminderConfig } from './storage-key-rotation-reminder';
