import type { Control } from '../controls/control';
import type { Located } from './locate/hcl/estate';

/** Resources that Terraform manages through the data plane of what they belong to. */
const DATA_PLANE = [
  'azurerm_storage_container',
  'azurerm_storage_blob',
  'azurerm_storage_queue',
  'azurerm_storage_table',
  'azurerm_storage_share',
  'azurerm_storage_share_directory',
  'azurerm_storage_account_queue_properties',
  'azurerm_storage_data_lake_gen2_filesystem',
];
const CLOSES = new Set(['storage-no-public-network', 'storage-firewall-deny']);

/** Warns when a change closes a network that Terraform itself needs for other resources of the same code. */
export function lockOut(control: Control, resource: Located): string[] {
  if (!CLOSES.has(control.id)) return [];
  const used = DATA_PLANE.flatMap((type) =>
    resource.root.around.referringTo(resource, type).map((link) => link.resource.address),
  );
  if (!used.length) return [];
  const some = [...new Set(used)].slice(0, 3).join(', ');
  return [`Terraform reaches ${some} through this account: run it from inside the network, or admit its address first`];
}
