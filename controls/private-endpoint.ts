import type { PrivateEndpointConfig } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { PRIVATE_ENDPOINT_SUBNET } from './asks';
import { type Companion, companion, self, such } from './control';

/**
 * A private endpoint beside the resource it belongs to.
 * @param service the sub-resource that a new one leads to, such as `blob` or `vault`
 * @param accepted what passes, in words and as the names of sub-resources
 * @param when on which resources a new one may be written
 */
export const privateEndpoint = (service: string, [words, names]: readonly [string, RegExp], when?: object): Companion =>
  companion<PrivateEndpointConfig>('azurerm_private_endpoint', {
    refersBy: 'private_service_connection.private_connection_resource_id',
    want: {
      privateServiceConnection: {
        subresourceNames: such(
          `${words} in subresource_names`,
          (found) => Array.isArray(found) && found.some((name) => names.test(String(name))),
        ),
      },
    },
    add: {
      label: 'private-endpoint',
      attributes: {
        name: self('name', '-private-endpoint'),
        location: self('location'),
        resource_group_name: self('resource_group_name'),
        subnet_id: PRIVATE_ENDPOINT_SUBNET,
        private_service_connection: {
          name: self('name', '-connection'),
          private_connection_resource_id: self('id'),
          is_manual_connection: false,
          subresource_names: [service],
        },
      },
      ...(when && { when }),
    },
  });
