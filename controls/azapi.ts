import { type Companion, companion, type Desired, such } from './control';
import { type Value, valueAt } from './value';

/** Arguments of `azapi_update_resource`, which changes properties of a resource that azurerm has no attribute for. */
export interface AzapiUpdateResourceConfig {
  /** ARM type and API version: `Microsoft.Compute/disks@2024-03-02`. */
  readonly type: string;
  readonly resourceId: string;
  /** In Azure's own names; written over what is there. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Arguments of `azapi_resource_action`, which sends one request. */
export interface AzapiResourceActionConfig {
  readonly type: string;
  readonly resourceId: string;
  readonly method?: string;
  /** In Azure's own names. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** An `azapi_update_resource` of this ARM type beside the resource it changes; the API version is written, not checked. */
export function patch(
  type: string,
  { label, want }: { readonly label: string; readonly want: Desired<AzapiUpdateResourceConfig> },
): Companion {
  const [armType] = type.toLowerCase().split('@');
  const isOfType = (value: Value) => typeof value === 'string' && value.toLowerCase().startsWith(`${armType}@`);
  return companion<AzapiUpdateResourceConfig>('azapi_update_resource', {
    refersBy: 'resource_id',
    unmanaged: true,
    where: { type: such(`${armType}@…`, isOfType, type) },
    want,
    add: { label, attributes: {} },
  });
}

/** A property inside a body. */
export const property = (body: Value, ...names: readonly string[]): Value | undefined => valueAt(body, names);
