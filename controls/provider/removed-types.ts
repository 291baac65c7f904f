import type { Major } from './facts';

/**
 * Resource types that azurerm 4.0 removed, and what took their place. Code that still has them is for an older release.
 * Left out are those of services that Azure itself has closed without a successor.
 * Source: the provider's own upgrade guide for 4.0 (website/docs/guides/4.0-upgrade-guide.html.markdown).
 */
const GONE_IN_4: Readonly<Record<string, string>> = {
  azurerm_dashboard: 'azurerm_portal_dashboard',
  azurerm_data_factory_integration_runtime_managed: 'azurerm_data_factory_integration_runtime_azure_ssis',
  azurerm_mariadb_configuration: 'azurerm_mysql_flexible_server_configuration',
  azurerm_mariadb_database: 'azurerm_mysql_flexible_database',
  azurerm_mariadb_firewall_rule: 'azurerm_mysql_flexible_server_firewall_rule',
  azurerm_mariadb_server: 'azurerm_mysql_flexible_server',
  azurerm_monitor_action_rule_action_group: 'azurerm_monitor_alert_processing_rule_action_group',
  azurerm_monitor_action_rule_suppression: 'azurerm_monitor_alert_processing_rule_suppression',
  azurerm_mysql_active_directory_administrator: 'azurerm_mysql_flexible_server_active_directory_administrator',
  azurerm_mysql_configuration: 'azurerm_mysql_flexible_server_configuration',
  azurerm_mysql_database: 'azurerm_mysql_flexible_database',
  azurerm_mysql_firewall_rule: 'azurerm_mysql_flexible_server_firewall_rule',
  azurerm_mysql_server: 'azurerm_mysql_flexible_server',
  azurerm_mysql_server_key: 'customer_managed_key in azurerm_mysql_flexible_server',
  azurerm_security_center_server_vulnerability_assessment:
    'azurerm_security_center_server_vulnerability_assessment_virtual_machine',
  azurerm_servicebus_namespace_network_rule_set: 'network_rule_set in azurerm_servicebus_namespace',
  azurerm_sql_active_directory_administrator: 'azuread_administrator in azurerm_mssql_server',
  azurerm_sql_database: 'azurerm_mssql_database',
  azurerm_sql_elasticpool: 'azurerm_mssql_elasticpool',
  azurerm_sql_failover_group: 'azurerm_mssql_failover_group',
  azurerm_sql_firewall_rule: 'azurerm_mssql_firewall_rule',
  azurerm_sql_managed_database: 'azurerm_mssql_managed_database',
  azurerm_sql_managed_instance: 'azurerm_mssql_managed_instance',
  azurerm_sql_managed_instance_active_directory_administrator:
    'azurerm_mssql_managed_instance_active_directory_administrator',
  azurerm_sql_managed_instance_failover_group: 'azurerm_mssql_managed_instance_failover_group',
  azurerm_sql_server: 'azurerm_mssql_server',
  azurerm_sql_virtual_network_rule: 'azurerm_mssql_virtual_network_rule',
  azurerm_template_deployment: 'azurerm_resource_group_template_deployment',
};

/** Those that our controls are about and 5.0 removed. Source: the upgrade guide for 5.0, in the same folder. */
const GONE_IN_5: Readonly<Record<string, string>> = {
  azurerm_app_service: 'azurerm_linux_web_app or azurerm_windows_web_app',
  azurerm_app_service_slot: 'azurerm_linux_web_app_slot or azurerm_windows_web_app_slot',
  azurerm_function_app: 'azurerm_linux_function_app or azurerm_windows_function_app',
  azurerm_function_app_slot: 'azurerm_linux_function_app_slot or azurerm_windows_function_app_slot',
};

/** In words, what took the place of a type that the provider in use, or from 4.0 on, does not have; undefined for all others. */
export function removedType(type: string, major: Major = 4): string | undefined {
  const gone = major === 5 ? { ...GONE_IN_4, ...GONE_IN_5 } : GONE_IN_4;
  if (!Object.hasOwn(gone, type)) return undefined;
  return major === 3
    ? `no control is about ${type}, which azurerm 4.0 removed: ${gone[type]} took its place`
    : `azurerm ${major}.x has no ${type}: ${gone[type]} took its place`;
}
