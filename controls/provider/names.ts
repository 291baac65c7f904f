// Between the names of the CDKTF bindings and Terraform's. The bindings drop the underscore before a number, so these
// few cannot be derived; the test walks every binding of the installed provider and finds missing ones.
const exceptions: Readonly<Record<string, string>> = {
  aofStorageConnectionString0: 'aof_storage_connection_string_0',
  aofStorageConnectionString1: 'aof_storage_connection_string_1',
  error404Document: 'error_404_document',
  immediateDataPurgeOn30DaysEnabled: 'immediate_data_purge_on_30_days_enabled',
  instance0BgpPeeringAddress: 'instance_0_bgp_peering_address',
  instance1BgpPeeringAddress: 'instance_1_bgp_peering_address',
  kerberos5IReadOnlyEnabled: 'kerberos_5i_read_only_enabled',
  kerberos5IReadWriteEnabled: 'kerberos_5i_read_write_enabled',
  kerberos5PReadOnlyEnabled: 'kerberos_5p_read_only_enabled',
  kerberos5PReadWriteEnabled: 'kerberos_5p_read_write_enabled',
  kerberos5ReadOnlyEnabled: 'kerberos_5_read_only_enabled',
  kerberos5ReadWriteEnabled: 'kerberos_5_read_write_enabled',
  serverVersionIs32OrHigher: 'server_version_is_32_or_higher',
  systemAttribute: 'system',
  use32BitWorker: 'use_32_bit_worker',
  use32BitWorkerProcess: 'use_32_bit_worker_process',
};

/** 'minTlsVersion' → 'min_tls_version'. A name that is Terraform's already comes back as it is. */
export function terraformName(camel: string): string {
  if (Object.hasOwn(exceptions, camel)) return exceptions[camel];
  return camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const reversed = new Map(Object.entries(exceptions).map(([camel, name]) => [name, camel]));

/** 'min_tls_version' → 'minTlsVersion', as a config of the bindings has it. */
export const bindingName = (name: string): string => reversed.get(name) ?? camelCase(name);

// A class whose name a nested block has already gets an A behind it.
const classes: Readonly<Record<string, string>> = {
  azuread_application_app_role: 'ApplicationAppRoleA',
  azuread_application_optional_claims: 'ApplicationOptionalClaimsA',
  azuread_application_password: 'ApplicationPasswordA',
  azurerm_aadb2c_directory: 'Aadb2CDirectory',
  azurerm_api_management_certificate: 'ApiManagementCertificateA',
  azurerm_api_management_identity_provider_aadb2c: 'ApiManagementIdentityProviderAadb2C',
  azurerm_app_service_source_control: 'AppServiceSourceControlA',
  azurerm_cognitive_account_customer_managed_key: 'CognitiveAccountCustomerManagedKeyA',
  azurerm_iothub_enrichment: 'IothubEnrichmentA',
  azurerm_iothub_fallback_route: 'IothubFallbackRouteA',
  azurerm_iothub_file_upload: 'IothubFileUploadA',
  azurerm_iothub_route: 'IothubRouteA',
  azurerm_iothub_shared_access_policy: 'IothubSharedAccessPolicyA',
  azurerm_key_vault_access_policy: 'KeyVaultAccessPolicyA',
  azurerm_servicebus_namespace_customer_managed_key: 'ServicebusNamespaceCustomerManagedKeyA',
  azurerm_storage_account_customer_managed_key: 'StorageAccountCustomerManagedKeyA',
  azurerm_storage_account_network_rules: 'StorageAccountNetworkRulesA',
  azurerm_storage_account_queue_properties: 'StorageAccountQueuePropertiesA',
  azurerm_storage_account_static_website: 'StorageAccountStaticWebsiteA',
  azurerm_virtual_hub_route_table_route: 'VirtualHubRouteTableRouteA',
  azurerm_virtual_machine_scale_set_extension: 'VirtualMachineScaleSetExtensionA',
};

/** 'azurerm_storage_account' → 'StorageAccount', the class of the bindings. */
export const bindingClass = (type: string): string => classes[type] ?? hardenedClass(type);

/** 'azurerm_storage_account' → 'storage-account', the module of the bindings that exports the class. */
export const bindingModule = (type: string): string => type.slice(type.indexOf('_') + 1).replaceAll('_', '-');

/** 'azurerm_storage_account' → 'StorageAccount', our class of it: modules of ours hold no blocks that have its name. */
export const hardenedClass = (type: string): string => camelCase(type.slice(type.indexOf('_')));

const camelCase = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
