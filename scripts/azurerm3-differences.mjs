// What the bindings of azurerm 3.x cannot say, for scripts/generate-azurerm3.mjs: each with its source.

const scaleSet = {
  terminate_notification: { is: 'termination_notification' },
  gallery_applications: { is: 'gallery_application' },
  'gallery_applications.configuration_reference_blob_uri': { is: 'configuration_blob_uri' },
  'gallery_applications.package_reference_id': { is: 'version_id' },
};

/**
 * Names of 3.x and what 4.x calls them: the last step, in the same block. `not`: where one says true, the other says false.
 * `values`: what is said in other words. `as`: what has another form (see names-in-3.ts).
 * Source: the provider's upgrade guide for 4.0 (website/docs/guides/4.0-upgrade-guide.html.markdown), its schema at 3.117
 * (branches on FourPointOh), and for names that 4.x only deprecated the facts of 4.55.
 */
export const renames = {
  azurerm_cosmosdb_account: {
    enable_automatic_failover: { is: 'automatic_failover_enabled' },
    enable_free_tier: { is: 'free_tier_enabled' },
    enable_multiple_write_locations: { is: 'multiple_write_locations_enabled' },
    ip_range_filter: { is: 'ip_range_filter', as: 'commas' },
  },
  azurerm_kubernetes_cluster: {
    automatic_channel_upgrade: { is: 'automatic_upgrade_channel' },
    'default_node_pool.enable_auto_scaling': { is: 'auto_scaling_enabled' },
    'default_node_pool.enable_host_encryption': { is: 'host_encryption_enabled' },
    'default_node_pool.enable_node_public_ip': { is: 'node_public_ip_enabled' },
    node_os_channel_upgrade: { is: 'node_os_upgrade_channel' },
  },
  azurerm_key_vault: { enable_rbac_authorization: { is: 'rbac_authorization_enabled' } },
  azurerm_linux_virtual_machine_scale_set: scaleSet,
  azurerm_log_analytics_workspace: {
    local_authentication_disabled: { is: 'local_authentication_enabled', not: true },
  },
  azurerm_monitor_diagnostic_setting: { log: { is: 'enabled_log', as: 'enabled' } },
  azurerm_network_interface: {
    enable_accelerated_networking: { is: 'accelerated_networking_enabled' },
    enable_ip_forwarding: { is: 'ip_forwarding_enabled' },
  },
  azurerm_redis_cache: {
    enable_non_ssl_port: { is: 'non_ssl_port_enabled' },
    'redis_configuration.enable_authentication': { is: 'authentication_enabled' },
  },
  azurerm_storage_account: { enable_https_traffic_only: { is: 'https_traffic_only_enabled' } },
  azurerm_subnet: {
    private_endpoint_network_policies_enabled: {
      is: 'private_endpoint_network_policies',
      values: { true: 'Enabled', false: 'Disabled' },
    },
    // "Enforce" the link means: without the policies.
    enforce_private_link_endpoint_network_policies: {
      is: 'private_endpoint_network_policies',
      values: { true: 'Disabled', false: 'Enabled' },
    },
    enforce_private_link_service_network_policies: {
      is: 'private_link_service_network_policies_enabled',
      not: true,
    },
  },
  azurerm_virtual_network: { 'subnet.address_prefix': { is: 'address_prefixes', as: 'single' } },
  azurerm_web_application_firewall_policy: {
    'managed_rules.managed_rule_set.rule_group_override.disabled_rules': { is: 'rule', as: 'switched-off' },
  },
  azurerm_windows_virtual_machine: { enable_automatic_updates: { is: 'automatic_updates_enabled' } },
  azurerm_windows_virtual_machine_scale_set: scaleSet,
};

const noDefault = { default: null };
/**
 * Defaults, types and replacements that 3.x has otherwise; null for none. Source: "Defaults to" and "forces a new resource" in
 * the resources' documentation at 3.100, 3.117 and 4.55, compared, and the schema at 3.117 (branches on FourPointOh).
 */
export const differing = {
  azurerm_application_insights: {
    daily_data_cap_in_gb: noDefault,
    daily_data_cap_notifications_disabled: noDefault,
  },
  azurerm_cosmosdb_account: {
    automatic_failover_enabled: noDefault,
    free_tier_enabled: noDefault,
    ip_range_filter: { type: 'String', elem: null },
    minimal_tls_version: noDefault,
    multiple_write_locations_enabled: noDefault,
  },
  azurerm_eventhub_namespace: { minimum_tls_version: noDefault },
  azurerm_iothub: {
    event_hub_partition_count: noDefault,
    event_hub_retention_in_days: noDefault,
    'fallback_route.enabled': noDefault,
    'file_upload.default_ttl': noDefault,
    'file_upload.lock_duration': noDefault,
    'file_upload.sas_ttl': noDefault,
  },
  azurerm_kubernetes_cluster: { node_os_upgrade_channel: noDefault },
  azurerm_lb: { sku: { default: 'Basic' } },
  azurerm_linux_virtual_machine_scale_set: {
    extension_operations_enabled: noDefault,
    zones: { forceNew: true, conditionalForceNew: null },
  },
  azurerm_log_analytics_workspace: { local_authentication_enabled: { default: true } },
  azurerm_managed_disk: { network_access_policy: noDefault },
  azurerm_monitor_activity_log_alert: { location: { default: 'global' } },
  azurerm_monitor_diagnostic_setting: {
    enabled_log: { atLeastOneOf: ['enabled_log', 'log', 'metric'], conflictsWith: ['log'] },
    metric: { atLeastOneOf: ['enabled_log', 'log', 'metric'] },
  },
  azurerm_mysql_flexible_server: { version: { forceNew: true, conditionalForceNew: null } },
  azurerm_network_watcher_flow_log: { version: noDefault },
  azurerm_public_ip: { sku: { default: 'Basic' } },
  azurerm_redis_cache: {
    'redis_configuration.data_persistence_authentication_method': { default: 'SAS' },
    redis_version: noDefault,
  },
  azurerm_security_center_contact: { name: { default: 'default1', forceNew: null } },
  azurerm_servicebus_namespace: { minimum_tls_version: noDefault },
  azurerm_service_plan: { zone_balancing_enabled: { forceNew: true, conditionalForceNew: null } },
  azurerm_storage_account: {
    cross_tenant_replication_enabled: { default: true },
    large_file_share_enabled: noDefault,
  },
  azurerm_storage_container: { storage_account_name: { forceNew: true, conditionalForceNew: null } },
  azurerm_subnet: {
    private_endpoint_network_policies: noDefault,
    private_link_service_network_policies_enabled: noDefault,
  },
  azurerm_web_application_firewall_policy: {
    'managed_rules.managed_rule_set.rule_group_override.rule.enabled': noDefault,
  },
  azurerm_windows_virtual_machine_scale_set: {
    extension_operations_enabled: noDefault,
    zones: { forceNew: true, conditionalForceNew: null },
  },
};

/**
 * When names came that only the last release has: tells people which release they need. Others stand with that of `LAST`.
 * Source: the resources' documentation, compared from tag to tag.
 */
export const seen = {
  'azurerm_network_interface.accelerated_networking_enabled': '3.108',
  'azurerm_network_interface.ip_forwarding_enabled': '3.108',
  'azurerm_postgresql_flexible_server.public_network_access_enabled': '3.105',
  'azurerm_storage_account.https_traffic_only_enabled': '3.114',
  'azurerm_subnet.default_outbound_access_enabled': '3.107',
  'azurerm_subnet.private_endpoint_network_policies': '3.103',
};
export const LAST = '3.116';

/** Types that came with the last releases of 3.x, after those whose bindings are read. Source: the provider's change log. */
export const late = { azurerm_storage_account_queue_properties: '3.117' };
