// The `provider` block of the stand-in: what configurations set most, and every nested block of `features`.
import type { AttributeFacts } from '../../controls/provider/facts';
import type { Attribute, Block, NestedBlock } from './schema';

const strings = [
  'client_certificate_path',
  'client_id',
  'client_secret',
  'environment',
  'metadata_host',
  'msi_endpoint',
  'oidc_token',
  'oidc_token_file_path',
  'partner_id',
  'resource_provider_registrations',
  'subscription_id',
  'tenant_id',
];
const flags = [
  'disable_correlation_request_id',
  'disable_terraform_partner_id',
  'skip_provider_registration',
  'storage_use_azuread',
  'use_aks_workload_identity',
  'use_cli',
  'use_msi',
  'use_oidc',
];
const lists = ['auxiliary_tenant_ids', 'resource_providers_to_register'];

/** Flags of each block in `features`. Source: the provider's features-block guide. */
const features: Readonly<Record<string, readonly string[]>> = {
  api_management: ['purge_soft_delete_on_destroy', 'recover_soft_deleted'],
  app_configuration: ['purge_soft_delete_on_destroy', 'recover_soft_deleted'],
  application_insights: ['disable_generated_rule'],
  cognitive_account: ['purge_soft_delete_on_destroy'],
  databricks_workspace: ['force_delete'],
  key_vault: [
    'purge_soft_delete_on_destroy',
    'purge_soft_deleted_certificates_on_destroy',
    'purge_soft_deleted_hardware_security_module_keys_on_destroy',
    'purge_soft_deleted_hardware_security_modules_on_destroy',
    'purge_soft_deleted_keys_on_destroy',
    'purge_soft_deleted_secrets_on_destroy',
    'recover_soft_deleted_certificates',
    'recover_soft_deleted_hardware_security_module_keys',
    'recover_soft_deleted_key_vaults',
    'recover_soft_deleted_keys',
    'recover_soft_deleted_secrets',
  ],
  log_analytics_workspace: ['permanently_delete_on_destroy'],
  machine_learning: ['purge_soft_deleted_workspace_on_destroy'],
  managed_disk: ['expand_without_downtime'],
  netapp: ['delete_backups_on_backup_vault_destroy', 'prevent_volume_destruction'],
  postgresql_flexible_server: ['restart_server_on_configuration_value_change'],
  recovery_service: [
    'purge_protected_items_from_vault_on_destroy',
    'vm_backup_stop_protection_and_retain_data_on_destroy',
    'vm_backup_suspend_protection_and_retain_data_on_destroy',
  ],
  recovery_services_vaults: ['recover_soft_deleted_backup_protected_vm'],
  resource_group: ['prevent_deletion_if_contains_resources'],
  storage: ['data_plane_available'],
  subscription: ['prevent_cancellation_on_destroy'],
  template_deployment: ['delete_nested_items_during_deletion'],
  virtual_machine: [
    'delete_os_disk_on_deletion',
    'detach_implicit_data_disk_on_deletion',
    'graceful_shutdown',
    'skip_shutdown_and_force_delete',
  ],
  virtual_machine_scale_set: [
    'force_delete',
    'reimage_on_manual_upgrade',
    'roll_instances_when_required',
    'scale_to_zero_before_deletion',
  ],
};

const optional = (type: Attribute['type'], facts: AttributeFacts['type']): Attribute => ({
  type,
  facts: { type: facts, optional: true },
});
const once = (block: Block, required?: true): NestedBlock => ({
  nesting: 'list',
  facts: { type: 'List', elem: 'object', maxItems: 1, required },
  block,
});
const ofFlags = (names: readonly string[]): Block => ({
  attributes: new Map(names.map((name) => [name, optional('bool', 'Bool')])),
  blocks: new Map(),
});

export type ProviderName = 'azurerm' | 'azuread' | 'azapi';

/** azuread and azapi take the same credentials, and no `features`. */
export const providerBlock = (provider: ProviderName): Block =>
  provider === 'azurerm' ? azurerm : { attributes: azurerm.attributes, blocks: new Map() };

const azurerm: Block = {
  attributes: new Map([
    ...strings.map((name) => [name, optional('string', 'String')] as const),
    ...flags.map((name) => [name, optional('bool', 'Bool')] as const),
    ...lists.map((name) => [name, optional(['list', 'string'], 'List')] as const),
  ]),
  blocks: new Map([
    [
      'features',
      once(
        {
          attributes: new Map(),
          blocks: new Map(Object.entries(features).map(([name, names]) => [name, once(ofFlags(names))])),
        },
        true,
      ),
    ],
  ]),
};
