import { armExtended, armId, armParent, lastSegment } from '../findings/arm-id';
import type { ArmObject } from './arm-object';

/** How azurerm says what an object is a part of. */
const PARENTS: Readonly<Record<string, readonly [attribute: string, said: 'id' | 'name']>> = {
  azurerm_key_vault_key: ['key_vault_id', 'id'],
  azurerm_key_vault_secret: ['key_vault_id', 'id'],
  azurerm_linux_function_app_slot: ['function_app_id', 'id'],
  azurerm_linux_web_app_slot: ['app_service_id', 'id'],
  azurerm_mssql_database: ['server_id', 'id'],
  azurerm_mssql_firewall_rule: ['server_id', 'id'],
  azurerm_mssql_server_extended_auditing_policy: ['server_id', 'id'],
  azurerm_mssql_server_security_alert_policy: ['server_name', 'name'],
  azurerm_mssql_server_transparent_data_encryption: ['server_id', 'id'],
  azurerm_mysql_flexible_server_configuration: ['server_name', 'name'],
  azurerm_network_security_rule: ['network_security_group_name', 'name'],
  azurerm_network_watcher_flow_log: ['network_watcher_name', 'name'],
  azurerm_postgresql_flexible_server_configuration: ['server_id', 'id'],
  azurerm_postgresql_flexible_server_firewall_rule: ['server_id', 'id'],
  azurerm_subnet: ['virtual_network_name', 'name'],
  azurerm_windows_function_app_slot: ['function_app_id', 'id'],
  azurerm_windows_web_app_slot: ['app_service_id', 'id'],
};

/** What an extension such as a lock or a diagnostic setting is of. */
const EXTENDED: Readonly<Record<string, string>> = {
  azurerm_management_lock: 'scope',
  azurerm_monitor_diagnostic_setting: 'target_resource_id',
  azurerm_role_assignment: 'scope',
};

/** Attributes that name what an object belongs to. */
export function parentAttributes(type: string, { id, type: arm }: ArmObject): Record<string, string> {
  const extended = EXTENDED[type];
  if (extended) {
    const scope = armExtended(id, arm);
    return scope === undefined ? {} : { [extended]: armId(scope) ?? scope };
  }
  const [attribute, said] = PARENTS[type] ?? [];
  if (type === 'azurerm_storage_container') return ids('storage_account_id', armParent(armParent(id) ?? ''));
  if (type === 'azurerm_mssql_server_vulnerability_assessment')
    return ids('server_security_alert_policy_id', `${armParent(id)}/securityAlertPolicies/Default`);
  const parent = attribute && armParent(id);
  if (!parent) return {};
  return said === 'id' ? ids(attribute, parent) : { [attribute]: lastSegment(parent)! };
}

const ids = (name: string, id: string | undefined): Record<string, string> => (id ? { [name]: armId(id) ?? id } : {});
