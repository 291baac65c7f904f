import type { Resource } from '../../controls/value';
import { at, list, record, text } from '../findings/json';
import type { ArmObject } from './arm-object';

/** Settings that azurerm has no attribute for: azapi says them, as a resource beside theirs. */
const BY_AZAPI: Readonly<Record<string, { readonly type: string; readonly member: string }>> = {
  'microsoft.compute/disks': { type: 'Microsoft.Compute/disks@2024-03-02', member: 'dataAccessAuthMode' },
  'microsoft.storage/storageaccounts': { type: 'Microsoft.Storage/storageAccounts@2023-05-01', member: 'keyPolicy' },
};

/** Resources of Terraform that Azure keeps inside of others. */
export function derivedFrom(object: ArmObject): Resource[] {
  const { id, type, properties } = object;
  const made: Resource[] = [];
  const patched = BY_AZAPI[type.toLowerCase()];
  if (patched) {
    const value = at(properties, patched.member);
    const said = value === undefined || value === null ? {} : { [patched.member]: value };
    const body = { properties: said } as never;
    const attributes = { type: patched.type, resource_id: id, body };
    made.push({ address: `${id}#${patched.member}`, type: 'azapi_update_resource', attributes });
  }
  if (type.toLowerCase() === 'microsoft.subscription/policies') {
    // As the request has it, which azapi writes: the answer shows it inside properties.
    const names = ['blockSubscriptionsLeavingTenant', 'blockSubscriptionsIntoTenant'];
    const body = Object.fromEntries(names.map((name) => [name, at(properties, name) === true]));
    const attributes = { type: 'Microsoft.Subscription/policies@2021-10-01', resource_id: id, method: 'PUT', body };
    made.push({ address: id, type: 'azapi_resource_action', attributes: { ...attributes, id } });
  }
  const group = text(at(properties, 'networkSecurityGroup', 'id'));
  if (type.toLowerCase() === 'microsoft.network/virtualnetworks/subnets' && group)
    made.push({
      address: `${id}#networkSecurityGroup`,
      type: 'azurerm_subnet_network_security_group_association',
      attributes: { id, subnet_id: id, network_security_group_id: group },
    });
  return made;
}

/** Subnets stand inside their network, and nowhere else. */
export function withSubnets(objects: readonly ArmObject[]): readonly ArmObject[] {
  const known = new Set(objects.map(({ id }) => id.toLowerCase()));
  const inside = objects
    .filter(({ type }) => type.toLowerCase() === 'microsoft.network/virtualnetworks')
    .flatMap(({ properties }) => list(at(properties, 'subnets')))
    .flatMap((each): ArmObject[] => {
      const [id, name] = [text(at(each, 'id')), text(at(each, 'name'))];
      if (!id || !name || known.has(id.toLowerCase())) return [];
      return [
        { id, name, type: 'Microsoft.Network/virtualNetworks/subnets', properties: record(at(each, 'properties')) },
      ];
    });
  return [...objects, ...inside];
}
