/** What controls ask for and a scan does not read, by type of Terraform or attribute, and why. */
export const notRead: readonly { readonly what: string; readonly why: string }[] = [
  {
    what: 'azurerm_storage_account_queue_properties, queue_properties of azurerm_storage_account',
    why: 'Classic logging of queues is a setting of the data plane; diagnostic settings of the queue service are read.',
  },
  {
    what: 'app_settings and connection_string of web and function apps',
    why: 'Azure gives them out to a POST that needs write access, with their values; nothing that answers with secrets is called.',
  },
  {
    what: 'auth_settings (version 1) of web and function apps',
    why: 'Azure gives them out to the same kind of POST; authsettingsV2 is read.',
  },
  {
    what: 'custom_data and user_data of machines and scale sets',
    why: 'Azure never gives custom data back, and user data may hold secrets.',
  },
  {
    what: 'azure_policy_enabled, http_application_routing_enabled, key_vault_secrets_provider and oms_agent of clusters',
    why: 'They are add-ons, whose keys Azure spells in several ways.',
  },
  {
    what: 'Values of keys, secrets and certificates in Key Vault',
    why: 'They are in the data plane; names, dates and types are read from the management plane.',
  },
  {
    what: 'azuread_… (Conditional Access, roles and settings of the directory)',
    why: 'They stand in Microsoft Graph, which needs permissions of its own.',
  },
  {
    what: 'azurerm_postgresql_server (Single Server)',
    why: 'Azure retired the service in March 2025.',
  },
  {
    what: 'azurerm_postgresql_flexible_server_configuration and azurerm_mysql_flexible_server_configuration',
    why: 'Only the parameters that a control asks for are kept, of several hundred.',
  },
];
