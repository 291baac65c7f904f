import { Unknown, type Value } from '../value';
import type { AttributeFacts } from './facts';

const READ_AS: Readonly<Record<string, Value>> = {
  'azurerm_storage_account allow_nested_items_to_be_public': true,
  'azurerm_storage_account cross_tenant_replication_enabled': false,
  'azurerm_storage_account min_tls_version': 'TLS1_0',
  'azurerm_storage_account shared_access_key_enabled': true,
};

/** What azurerm reads where Azure says nothing; unknown where that could be anything. */
export function unsaid(type: string, path: string, facts: AttributeFacts): Value | undefined {
  const known = READ_AS[`${type} ${path}`];
  if (known !== undefined) return known;
  if (path === 'public_network_access_enabled') return true;
  if (facts.type === 'Bool' && facts.default !== true) return false;
  return facts.default === undefined ? undefined : new Unknown(`Azure says nothing of ${path}`);
}
