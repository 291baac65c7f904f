import type { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type { Control } from '../controls/control';
import { type Hardened, hardened, remember } from './hardened';

/** A class of the provider's bindings. */
export interface Binding<C extends object, R extends TerraformResource> {
  readonly tfResourceType: string;
  new (scope: Construct, id: string, config: C): R;
}

/** The same class, with the config of a hardened one; static members stay. */
export type HardenedBinding<B, C extends object, R extends TerraformResource> = Omit<B, 'prototype'> &
  Binding<Hardened<C>, R>;

/**
 * The provider's class with what the caller left out set as the controls want it. A subclass, not a wrapper: the address
 * in Terraform stays, so swapping the import is the remediation of a resource that exists.
 * @param controls those about other resource types are left out
 */
export function Hardening<C extends object, R extends TerraformResource, B extends Binding<C, R>>(
  base: B & Binding<C, R>,
  controls: readonly Control[],
): HardenedBinding<B, C, R> {
  const Base = base as unknown as Binding<object, TerraformResource>;
  const own = controls.filter(({ resources }) => resources.includes(base.tfResourceType));
  class HardenedResource extends Base {
    constructor(scope: Construct, id: string, config: Hardened<object>) {
      super(scope, id, hardened(scope, own, config));
      remember(this, config);
    }
  }
  return HardenedResource as unknown as HardenedBinding<B, C, R>;
}
